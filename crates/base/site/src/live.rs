//! Pages that are live: a stream of server-sent events (HTML, 9.2) that says only "something changed". The page
//! then asks for itself again, so what it shows always went through its own act.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use store::Written;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::sync::mpsc::{self, Sender};
use tokio_stream::wrappers::ReceiverStream;

use crate::{Cx, Page};

/// A stream ends after this long and the browser comes again: by then a session may be over, a right withdrawn.
const LIFE: Duration = Duration::from_mins(10);
/// Changes this close together are one.
const TOGETHER: Duration = Duration::from_millis(300);
/// Some proxies cut what is silent for half a minute.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

impl Cx {
    /// Says `changed` whenever a commit in this school wrote one of `tables`. The handler has checked the act of
    /// the page that listens.
    pub fn live(&self, tables: &'static [&'static str]) -> Page {
        let watching = self.context().database.watch();
        let (changes, stream) = mpsc::channel(1);
        tokio::spawn(tell(watching, tables, changes));
        Sse::new(ReceiverStream::new(stream)).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)).into_response()
    }
}

async fn tell(mut watching: Receiver<Written>, tables: &[&str], changes: Sender<Result<Event, Infallible>>) {
    let end = tokio::time::sleep(LIFE);
    tokio::pin!(end);
    loop {
        let written = tokio::select! {
            written = watching.recv() => written,
            () = changes.closed() => return,
            () = &mut end => return,
        };
        let concerns = match written {
            Ok(written) => tables.iter().any(|table| written.contains(*table)),
            Err(RecvError::Lagged(_)) => true,
            Err(RecvError::Closed) => return,
        };
        if concerns {
            tokio::time::sleep(TOGETHER).await;
            watching = watching.resubscribe();
            if changes.send(Ok(Event::default().event("changed").data("now"))).await.is_err() {
                return;
            }
        }
    }
}
