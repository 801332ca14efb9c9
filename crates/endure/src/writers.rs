//! Fifty people at the office who never stop: each adds a student, and now and then invites a guardian, which sends a
//! mail. What was answered is what has to be there afterwards.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kernel::{Error, Result};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};

use crate::ground::{Seat, letters};

/// Each so many-th request invites. A mail takes longer than a change: more of them would wait for minutes at the end.
const INVITES: usize = 50;

/// What the server has answered for.
#[derive(Default)]
pub struct Acknowledged {
    pub surnames: Vec<String>,
    pub invitations: usize,
    /// 503: nothing was kept, come again.
    pub told_to_wait: usize,
    /// Requests whose answer never came.
    pub unanswered: usize,
    /// Answers that were neither done nor nothing, with their first words.
    pub refused: Vec<String>,
}

#[derive(Clone, Default)]
pub struct Writers {
    pub acknowledged: Arc<Mutex<Acknowledged>>,
    next: Arc<AtomicUsize>,
}

/// A client that is somebody else's browser each time: no proxy of this machine's, no redirects.
pub fn client() -> Result<Client> {
    Client::builder()
        .redirect(Policy::none())
        .no_proxy()
        .timeout(Duration::from_secs(10))
        .build()
        .map_err(Error::internal)
}

/// An address of its own for each caller.
pub fn address(n: usize) -> String {
    format!("10.{}.{}.{}", n >> 16 & 255, n >> 8 & 255, n & 255)
}

impl Writers {
    pub fn lock(&self) -> MutexGuard<'_, Acknowledged> {
        self.acknowledged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes from every seat until the server is gone, or the time is over.
    pub async fn write(&self, url: &str, seats: &[Seat], patience: Duration) -> Result<()> {
        let client = client()?;
        let mut tasks = tokio::task::JoinSet::new();
        for (n, seat) in seats.iter().cloned().enumerate() {
            let (own, client, url) = (self.clone(), client.clone(), url.to_owned());
            tasks.spawn(async move { while own.once(&client, &url, &seat, n).await.is_some() {} });
        }
        let _ = tokio::time::timeout(patience, async { while tasks.join_next().await.is_some() {} }).await;
        Ok(())
    }

    /// One change; nothing once the server is gone.
    async fn once(&self, client: &Client, url: &str, seat: &Seat, n: usize) -> Option<()> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let surname = format!("N{}", letters(number));
        let invites = number.is_multiple_of(INVITES);
        let (path, form) = if invites {
            (format!("guardians/{}/invite", seat.guardian), Vec::new())
        } else {
            ("students/new".to_owned(), vec![("call_name", "Ada"), ("surname", surname.as_str())])
        };
        let request = client
            .post(format!("{url}/s/{}/{path}", seat.slug))
            .header("cookie", &seat.cookie)
            .header("x-forwarded-for", address(n + 1))
            .header("accept-language", "en")
            .form(&form);
        let Ok(answer) = request.send().await else {
            self.lock().unanswered += 1;
            return None;
        };
        let status = answer.status();
        let is_done = status == StatusCode::SEE_OTHER
            && answer.headers().get("location").is_some_and(|to| !to.as_bytes().ends_with(b"/sign-in"));
        if is_done && invites {
            self.lock().invitations += 1;
        } else if is_done {
            self.lock().surnames.push(surname);
        } else if status == StatusCode::SERVICE_UNAVAILABLE {
            self.lock().told_to_wait += 1;
        } else {
            let text = answer.text().await.unwrap_or_default();
            let said: String = text.split("<main").nth(1).unwrap_or(&text).chars().take(200).collect();
            self.lock().refused.push(format!("{status} {path}: {said}"));
            return None;
        }
        Some(())
    }
}
