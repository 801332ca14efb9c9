//! A browser: the real router, a cookie jar, and what came back.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use kernel::{Error, Result};
use tower::ServiceExt as _;

/// A page as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The same, where it is no text.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    pub fn shows(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// Where it stands, and how it names itself; a browser without either has no network.
    from: Option<(SocketAddr, String)>,
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::from([("lang".to_owned(), "en".to_owned())]), from: None }
    }

    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same browser at an address, with a name of its own.
    pub fn at(mut self, address: IpAddr, agent: &str) -> Self {
        self.from = Some((SocketAddr::new(address, 40_000), agent.to_owned()));
        self
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub async fn get(&mut self, path: &str) -> Result<Answer> {
        let request = Request::get(path).body(Body::empty()).map_err(Error::internal)?;
        self.send(request).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        self.send(form(path, fields)?).await
    }

    /// Sends a form as a page of another site would.
    pub async fn post_from_elsewhere(&mut self, path: &str, site: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let mut request = form(path, fields)?;
        request.headers_mut().insert("sec-fetch-site", site.parse().map_err(Error::internal)?);
        self.send(request).await
    }

    /// Uploads files as a form would: field `files`.
    pub async fn upload(&mut self, path: &str, files: &[(&str, &[u8])]) -> Result<Answer> {
        self.post_with_files(path, &[], "files", files).await
    }

    /// Sends a form with files in its field `named`.
    pub async fn post_with_files(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        named: &str,
        files: &[(&str, &[u8])],
    ) -> Result<Answer> {
        const EDGE: &str = "edge-of-a-test-upload";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for (name, bytes) in files {
            let head =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{named}\"; filename=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"))
            .body(Body::from(body))
            .map_err(Error::internal)?;
        self.send(request).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Result<Answer> {
        let jar = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        request.headers_mut().insert(header::COOKIE, jar.parse().map_err(Error::internal)?);
        if let Some((address, agent)) = &self.from {
            request.extensions_mut().insert(ConnectInfo(*address));
            request.headers_mut().insert(header::USER_AGENT, agent.parse().map_err(Error::internal)?);
        }
        let response = self.router.clone().oneshot(request).await.map_err(Error::internal)?;
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                if value.is_empty() {
                    self.cookies.remove(name);
                } else {
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
            }
        }
        // A stream of events goes on until somebody hangs up.
        let is_stream = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if is_stream { Body::empty() } else { body };
        let bytes = to_bytes(body, usize::MAX).await.map_err(Error::internal)?;
        let (body, bytes) = (String::from_utf8_lossy(&bytes).into_owned(), bytes.to_vec());
        Ok(Answer { status: parts.status, headers: parts.headers, body, bytes })
    }
}

fn form(path: &str, fields: &[(&str, &str)]) -> Result<Request<Body>> {
    let body =
        fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&");
    Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .map_err(Error::internal)
}

/// Percent-encoding of a form's field.
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}
