//! A bucket of a service that speaks S3, as a place. Requests are signed (AWS Signature Version 4), the digest of what
//! is sent among what is signed: the service refuses what arrives changed.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path as FilePath;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kernel::{Error, Result};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{
    BackoffConfig, ClientOptions, GetResult, MultipartUpload, ObjectStore as _, ObjectStoreExt as _, RetryConfig,
};
use tokio::runtime::{Builder, Handle};
use tokio_stream::StreamExt as _;

use crate::{Entry, SCHEME};

/// Who one is at the service, and where it is.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// `https://s3.example.org`; empty for Amazon's own.
    pub endpoint: String,
    /// Empty for `us-east-1`, which most services of others take.
    pub region: String,
    pub key: String,
    pub secret: String,
}

/// Never with its secret.
impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access").field("endpoint", &self.endpoint).field("region", &self.region).finish_non_exhaustive()
    }
}

/// Sent at once up to here; beyond, in parts of this size. Services take parts from 5 MiB, and 10,000 of them.
const PIECE: usize = 16 << 20;
/// A service that does not answer is asked so often, for so long altogether.
const ATTEMPTS: usize = 3;
const PATIENCE: Duration = Duration::from_mins(1);
/// Between two pieces of an answer.
const PAUSE: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(10);

/// A part of a bucket.
#[derive(Clone)]
pub struct Bucket {
    /// As it was written, without a slash at its end.
    address: String,
    prefix: String,
    store: Arc<AmazonS3>,
}

/// Two are one place if they are called the same.
impl PartialEq for Bucket {
    fn eq(&self, other: &Self) -> bool {
        self.address == other.address
    }
}

impl Eq for Bucket {}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}

impl Bucket {
    /// `s3://bucket/prefix`. Asks nobody: whether the service answers shows when something is put there.
    pub fn open(address: &str, access: &Access) -> Result<Self> {
        let address = address.trim_end_matches('/').to_owned();
        let wrong = |what: &str| Error::Internal(format!("{address}: {what}"));
        let rest = address.strip_prefix(SCHEME).ok_or_else(|| wrong("write s3://BUCKET/PREFIX"))?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        if bucket.is_empty() {
            return Err(wrong("the name of the bucket is missing: write s3://BUCKET/PREFIX"));
        }
        if access.key.is_empty() || access.secret.is_empty() {
            return Err(wrong(
                "the service's access key is missing: set s3.key and s3.secret in the settings file, or \
                 HOMEROOM_S3_KEY and HOMEROOM_S3_SECRET",
            ));
        }
        let client = ClientOptions::new()
            .with_timeout_disabled()
            .with_connect_timeout(CONNECT)
            .with_read_timeout(PAUSE)
            .with_allow_http(access.endpoint.starts_with("http://"));
        let retry = RetryConfig { backoff: BackoffConfig::default(), max_retries: ATTEMPTS, retry_timeout: PATIENCE };
        let region = if access.region.is_empty() { "us-east-1" } else { &access.region };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(bucket)
            .with_region(region)
            .with_access_key_id(&access.key)
            .with_secret_access_key(&access.secret)
            .with_client_options(client)
            .with_retry(retry)
            // One request for each: not every service deletes many at once.
            .with_disable_bulk_delete(true);
        if !access.endpoint.is_empty() {
            builder = builder.with_endpoint(access.endpoint.trim_end_matches('/'));
        }
        let store = builder.build().map_err(|error| wrong(&error.to_string()))?;
        Ok(Self { prefix: prefix.to_owned(), store: Arc::new(store), address })
    }

    fn path(&self, name: &str) -> Path {
        Path::from(if self.prefix.is_empty() { name.to_owned() } else { format!("{}/{name}", self.prefix) })
    }

    /// The name of what lies at `path`, without the place's own prefix.
    fn name(&self, path: &Path) -> String {
        let path = path.as_ref();
        let rest = path.strip_prefix(&self.prefix).unwrap_or(path);
        rest.trim_start_matches('/').to_owned()
    }

    /// What was said, with what to do about it. People are told to try again.
    fn unusable(&self, error: &dyn fmt::Display) -> Error {
        let said: String = error.to_string().chars().take(400).collect();
        Error::Unsaved(format!(
            "{} cannot be used ({said}): look whether the service answers, and whether the access key may list, read, \
             write and delete there",
            self.address
        ))
    }

    /// Does `work` on the threads that wait for the network, and waits for it on this one.
    fn waiting<T: Send + 'static>(
        &self,
        work: impl Future<Output = object_store::Result<T>> + Send + 'static,
    ) -> Result<Option<T>> {
        let (tell, told) = sync_channel(1);
        network()?.spawn(async move {
            let _ = tell.send(work.await);
        });
        match told.recv().map_err(Error::internal)? {
            Ok(done) => Ok(Some(done)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.unusable(&error)),
        }
    }

    /// The same where there must be something.
    fn done<T: Send + 'static>(
        &self,
        work: impl Future<Output = object_store::Result<T>> + Send + 'static,
    ) -> Result<T> {
        self.waiting(work)?.ok_or_else(|| self.unusable(&"there is no such bucket"))
    }

    pub(crate) fn put(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        if bytes.len() > PIECE {
            return self.put_pieces(name, &mut bytes.as_slice());
        }
        let (store, path) = (Arc::clone(&self.store), self.path(name));
        self.done(async move { store.put(&path, bytes.into()).await }).map(|_| ())
    }

    pub(crate) fn put_file(&self, name: &str, file: &FilePath) -> Result<()> {
        let broken = |e: io::Error| crate::unusable(file, &e);
        let mut from = File::open(file).map_err(broken)?;
        let length = from.metadata().map_err(broken)?.len();
        if length > PIECE as u64 {
            return self.put_pieces(name, &mut from);
        }
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).map_err(broken)?;
        self.put(name, bytes)
    }

    /// An upload in parts stands under its name when it is completed; one that breaks off is given up.
    fn put_pieces(&self, name: &str, from: &mut dyn Read) -> Result<()> {
        let (store, path) = (Arc::clone(&self.store), self.path(name));
        let mut upload = self.done(async move { store.put_multipart(&path).await })?;
        loop {
            let mut piece = Vec::new();
            let read = from.take(PIECE as u64).read_to_end(&mut piece);
            if let Err(error) = read {
                self.give_up(upload);
                return Err(self.unusable(&error));
            }
            if piece.is_empty() {
                break;
            }
            upload = self.put_piece(upload, piece)?;
        }
        self.done(async move {
            let done = upload.complete().await;
            if done.is_err() {
                let _ = upload.abort().await;
            }
            done
        })
        .map(|_| ())
    }

    fn put_piece(&self, mut upload: Box<dyn MultipartUpload>, piece: Vec<u8>) -> Result<Box<dyn MultipartUpload>> {
        self.done(async move {
            match upload.put_part(piece.into()).await {
                Ok(()) => Ok(upload),
                Err(error) => {
                    let _ = upload.abort().await;
                    Err(error)
                }
            }
        })
    }

    fn give_up(&self, mut upload: Box<dyn MultipartUpload>) {
        let _ = self.waiting(async move { upload.abort().await });
    }

    pub(crate) fn get(&self, name: &str) -> Result<Option<Box<dyn Read + Send>>> {
        let (store, path) = (Arc::clone(&self.store), self.path(name));
        let Some(found) = self.waiting(async move { store.get(&path).await })? else { return Ok(None) };
        Ok(Some(Box::new(Pieces::of(found)?)))
    }

    pub(crate) fn length(&self, name: &str) -> Result<Option<u64>> {
        let (store, path) = (Arc::clone(&self.store), self.path(name));
        Ok(self.waiting(async move { store.head(&path).await })?.map(|meta| meta.size))
    }

    pub(crate) fn list(&self, under: &str) -> Result<Vec<Entry>> {
        let (store, path) = (Arc::clone(&self.store), self.path(under));
        let all = self.done(async move {
            let (mut found, mut listing) = (Vec::new(), store.list(Some(&path)));
            while let Some(meta) = listing.next().await {
                found.push(meta?);
            }
            Ok(found)
        })?;
        Ok(all.into_iter().map(|meta| Entry { name: self.name(&meta.location), length: meta.size }).collect())
    }

    pub(crate) fn parts(&self, under: &str) -> Result<Vec<String>> {
        let (store, path) = (Arc::clone(&self.store), self.path(under));
        let found = self.done(async move { store.list_with_delimiter(Some(&path)).await })?;
        let mut all: Vec<String> =
            found.common_prefixes.iter().filter_map(|path| path.filename().map(str::to_owned)).collect();
        all.sort();
        Ok(all)
    }

    pub(crate) fn remove(&self, name: &str) -> Result<()> {
        let (store, path) = (Arc::clone(&self.store), self.path(name));
        self.waiting(async move { store.delete(&path).await }).map(|_| ())
    }
}

/// Threads that wait for the network, for all buckets together.
fn network() -> Result<&'static Handle> {
    static NETWORK: OnceLock<Handle> = OnceLock::new();
    if let Some(handle) = NETWORK.get() {
        return Ok(handle);
    }
    let runtime = Builder::new_multi_thread().worker_threads(1).thread_name("bucket").enable_all().build();
    let runtime = runtime.map_err(|e| Error::Internal(format!("no thread for the network can be had ({e})")))?;
    let handle = NETWORK.get_or_init(|| runtime.handle().clone());
    // It works until the program ends; one that came second is not needed.
    if handle.id() == runtime.handle().id() {
        std::mem::forget(runtime);
    } else {
        runtime.shutdown_background();
    }
    Ok(handle)
}

/// An answer's body, handed over piece by piece.
struct Pieces {
    from: Receiver<io::Result<Vec<u8>>>,
    piece: io::Cursor<Vec<u8>>,
}

impl Pieces {
    fn of(found: GetResult) -> Result<Self> {
        let (give, from) = sync_channel(4);
        let mut body = found.into_stream();
        network()?.spawn(async move {
            while let Some(piece) = body.next().await {
                let piece = piece.map(|bytes| bytes.to_vec()).map_err(io::Error::other);
                let has_failed = piece.is_err();
                // Whoever reads may be slower than the network: this waits apart, without holding the thread.
                let give = give.clone();
                let given = tokio::task::spawn_blocking(move || give.send(piece).is_ok()).await;
                if has_failed || !given.unwrap_or_default() {
                    return;
                }
            }
        });
        Ok(Self { from, piece: io::Cursor::default() })
    }
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.piece.read(into)?;
            if read > 0 || into.is_empty() {
                return Ok(read);
            }
            match self.from.recv() {
                Ok(piece) => self.piece = io::Cursor::new(piece?),
                Err(_) => return Ok(0),
            }
        }
    }
}
