//! A service that speaks S3, over HTTP, in memory: what is put is there, in pages of three names; who does not sign
//! as AWS Signature Version 4 says, or whose body is not the one that was signed, is refused. Tests of backups and of
//! pictures include this file too.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri};
use place::Access;
use sha2::{Digest as _, Sha256};

pub const KEY: &str = "AKIDTESTONLY";

#[derive(Default)]
pub struct Inner {
    /// By bucket and key: `backups/one/manifest`.
    pub objects: BTreeMap<String, Vec<u8>>,
    uploads: HashMap<String, BTreeMap<u32, Bytes>>,
    /// Answers nothing but 503.
    pub is_down: bool,
    /// After so many more writes it is down.
    pub writes_left: Option<u32>,
    pub refused: Vec<String>,
    pub completed_uploads: u32,
}

/// The service, for as long as the value lives.
pub struct Service {
    pub address: SocketAddr,
    inner: Arc<Mutex<Inner>>,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Service {
    pub fn start() -> Self {
        // Whoever makes a client needs one named, as the program itself does.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let inner: Arc<Mutex<Inner>> = Arc::default();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let (tell, told) = std::sync::mpsc::channel();
        let state = Arc::clone(&inner);
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let router = Router::new().fallback(answer).layer(axum::extract::DefaultBodyLimit::disable());
                let served = axum::serve(listener, router.with_state(state));
                tokio::select! { _ = served => {}, _ = stopped => {} }
            });
        });
        Self { address: told.recv().unwrap(), inner, stop: Some(stop), thread: Some(thread) }
    }

    pub fn access(&self) -> Access {
        Access {
            endpoint: format!("http://{}", self.address),
            region: "eu-test-1".to_owned(),
            key: KEY.to_owned(),
            secret: "kept to ourselves".to_owned(),
        }
    }

    pub fn with<R>(&self, look: impl FnOnce(&mut Inner) -> R) -> R {
        look(&mut self.inner.lock().unwrap())
    }

    pub fn names(&self) -> Vec<String> {
        self.with(|inner| inner.objects.keys().cloned().collect())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        let _ = self.thread.take().map(std::thread::JoinHandle::join);
    }
}

fn said(status: StatusCode, body: impl Into<Body>) -> Response<Body> {
    Response::builder().status(status).header("etag", "\"made-up\"").body(body.into()).unwrap()
}

/// What is wrong with the signature, if anything is.
fn unsigned(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (given, date) = (header("authorization"), header("x-amz-date"));
    let day = date.get(..8).unwrap_or_default();
    let scope = format!("AWS4-HMAC-SHA256 Credential={KEY}/{day}/eu-test-1/s3/aws4_request, SignedHeaders=");
    let Some(rest) = given.strip_prefix(&scope) else { return Some(format!("scope: {given}")) };
    let Some((signed, signature)) = rest.split_once(", Signature=") else { return Some("no signature".to_owned()) };
    let is_hex = signature.len() == 64 && signature.bytes().all(|byte| byte.is_ascii_hexdigit());
    let names: Vec<&str> = signed.split(';').collect();
    let are_named = ["host", "x-amz-content-sha256", "x-amz-date"].iter().all(|name| names.contains(name));
    if !is_hex || !are_named || date.len() != 16 {
        return Some(format!("form: {given}, {date}"));
    }
    let digest = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    (header("x-amz-content-sha256") != digest).then(|| "another body than the one that was signed".to_owned())
}

async fn answer(
    State(state): State<Arc<Mutex<Inner>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let mut inner = state.lock().unwrap();
    if let Some(wrong) = unsigned(&headers, &body) {
        inner.refused.push(wrong);
        return said(StatusCode::FORBIDDEN, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    }
    let is_write = method == Method::PUT;
    if is_write && let Some(left) = &mut inner.writes_left {
        match left.checked_sub(1) {
            Some(fewer) => *left = fewer,
            None => inner.is_down = true,
        }
    }
    if inner.is_down {
        return said(StatusCode::SERVICE_UNAVAILABLE, "<Error><Code>SlowDown</Code></Error>");
    }
    let name = uri.path().trim_start_matches('/').replace("%3A", ":");
    let query: HashMap<String, String> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (key.to_owned(), value.replace("%2F", "/").replace("%3A", ":")))
        .collect();
    match (method, query.get("uploadId"), query.get("partNumber")) {
        (Method::GET, ..) if query.contains_key("list-type") => said(StatusCode::OK, list(&inner, &name, &query)),
        (Method::GET | Method::HEAD, ..) => match inner.objects.get(&name) {
            Some(bytes) => Response::builder()
                .header("etag", "\"made-up\"")
                .header("last-modified", "Mon, 02 Nov 2026 09:00:00 GMT")
                .header("content-length", bytes.len())
                .body(bytes.clone().into())
                .unwrap(),
            None => said(StatusCode::NOT_FOUND, "<Error><Code>NoSuchKey</Code></Error>"),
        },
        (Method::POST, None, _) if query.contains_key("uploads") => {
            let id = format!("upload-{}", inner.uploads.len());
            inner.uploads.insert(id.clone(), BTreeMap::new());
            let words = format!("<Bucket>b</Bucket><Key>k</Key><UploadId>{id}</UploadId>");
            said(StatusCode::OK, format!("<InitiateMultipartUploadResult>{words}</InitiateMultipartUploadResult>"))
        }
        (Method::PUT, Some(id), Some(part)) => {
            let Some(upload) = inner.uploads.get_mut(id) else { return said(StatusCode::NOT_FOUND, "") };
            upload.insert(part.parse().unwrap(), body);
            said(StatusCode::OK, "")
        }
        (Method::POST, Some(id), _) => {
            let parts = inner.uploads.remove(id).unwrap_or_default();
            inner.objects.insert(name, parts.into_values().flatten().collect());
            inner.completed_uploads += 1;
            let words = "<Bucket>b</Bucket><Key>k</Key><ETag>\"made-up\"</ETag>";
            said(StatusCode::OK, format!("<CompleteMultipartUploadResult>{words}</CompleteMultipartUploadResult>"))
        }
        (Method::DELETE, Some(id), _) => {
            inner.uploads.remove(id);
            said(StatusCode::NO_CONTENT, "")
        }
        (Method::PUT, ..) => {
            inner.objects.insert(name, body.to_vec());
            said(StatusCode::OK, "")
        }
        (Method::DELETE, ..) => {
            inner.objects.remove(&name);
            said(StatusCode::NO_CONTENT, "")
        }
        _ => said(StatusCode::METHOD_NOT_ALLOWED, ""),
    }
}

/// Names in a page at most.
const PAGE: usize = 3;

fn list(inner: &Inner, bucket: &str, query: &HashMap<String, String>) -> String {
    let word = |name: &str| query.get(name).map_or("", String::as_str);
    let (prefix, after) = (word("prefix"), word("continuation-token"));
    let under = format!("{}/", bucket.trim_end_matches('/'));
    // A name that goes on behind a slash stands for all that begin so.
    let mut all: Vec<(String, Option<usize>)> = Vec::new();
    for (name, bytes) in &inner.objects {
        let Some(key) = name.strip_prefix(&under).filter(|key| key.starts_with(prefix)) else { continue };
        let rest = &key[prefix.len()..];
        let entry = match rest.find('/').filter(|_| word("delimiter") == "/") {
            Some(end) => (format!("{prefix}{}", &rest[..=end]), None),
            None => (key.to_owned(), Some(bytes.len())),
        };
        if all.last().is_none_or(|last| last.0 != entry.0) {
            all.push(entry);
        }
    }
    let left: Vec<_> = all.into_iter().filter(|(key, _)| key.as_str() > after).collect();
    let mut xml = format!("<Name>b</Name><Prefix>{prefix}</Prefix><KeyCount>{}</KeyCount>", left.len().min(PAGE));
    for (key, length) in left.iter().take(PAGE) {
        match length {
            Some(length) => xml.push_str(&format!(
                "<Contents><Key>{key}</Key><LastModified>2026-11-02T09:00:00.000Z</LastModified><ETag>\"made-up\"</ETag><Size>{length}</Size></Contents>"
            )),
            None => xml.push_str(&format!("<CommonPrefixes><Prefix>{key}</Prefix></CommonPrefixes>")),
        }
    }
    let next = left.get(PAGE - 1).filter(|_| left.len() > PAGE);
    xml.push_str(&format!("<IsTruncated>{}</IsTruncated>", next.is_some()));
    if let Some((key, _)) = next {
        xml.push_str(&format!("<NextContinuationToken>{key}</NextContinuationToken>"));
    }
    format!("<ListBucketResult>{xml}</ListBucketResult>")
}
