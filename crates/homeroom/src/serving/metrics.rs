//! Figures for whoever watches over the server, in Prometheus' text, at an address of their own that only this
//! machine reaches. Routes by their template: no school, no id, nobody.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing};
use kernel::{Error, Result};
use metrics::{SharedString, counter, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use site::House;

use super::clock::Clock;
use crate::failure::Failure;

/// Upper bounds of the latency buckets, seconds.
const BUCKETS: [f64; 10] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// The address must be this machine's own: the figures have no door.
pub fn only_here(address: SocketAddr) -> Result<(), Failure> {
    if address.ip().is_loopback() {
        Ok(())
    } else {
        Err(Failure::usage(format!(
            "--metrics {address} would show the figures to others: name an address of this machine, 127.0.0.1:9464"
        )))
    }
}

pub struct Figures {
    handle: PrometheusHandle,
    house: Arc<House>,
    clock: Arc<Clock>,
}

impl Figures {
    pub fn new(house: Arc<House>, clock: Arc<Clock>) -> Result<Arc<Self>> {
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full("homeroom_request_seconds".to_owned()), &BUCKETS)
            .map_err(Error::internal)?
            .build_recorder();
        let handle = recorder.handle();
        metrics::set_global_recorder(recorder).map_err(|e| Error::Internal(e.to_string()))?;
        Ok(Arc::new(Self { handle, house, clock }))
    }

    /// `/metrics`, and nothing else.
    pub fn router(self: Arc<Self>) -> Router {
        Router::new().route("/metrics", routing::get(show)).with_state(self)
    }

    fn look(&self) {
        let openness = self.house.schools.openness();
        #[expect(clippy::cast_precision_loss, reason = "figures for a graph")]
        let set = |name: &'static str, value: u64| gauge!(name).set(value as f64);
        set("homeroom_schools_open", openness.open as u64);
        counter!("homeroom_schools_found_open_total").absolute(openness.found);
        counter!("homeroom_schools_opened_total").absolute(openness.opened);
        set("homeroom_audit_waiting", self.house.schools.waiting_entries() as u64);
        set("homeroom_outbox_waiting", self.clock.waiting());
        set("homeroom_hashing_busy", self.house.hashing.busy() as u64);
        set("homeroom_limited_addresses", self.house.limits.addresses() as u64);
        set("homeroom_memory_bytes", super::status::memory().unwrap_or_default());
    }
}

async fn show(State(figures): State<Arc<Figures>>) -> Response {
    figures.look();
    figures.handle.run_upkeep();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], figures.handle.render()).into_response()
}

/// Counts and times each request by the template of its route.
pub fn counted(router: Router) -> Router {
    router.layer(middleware::from_fn(count))
}

async fn count(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map_or("none", |path| path.as_str());
    let path = SharedString::from(Arc::<str>::from(path));
    let method = request.method().as_str().to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    histogram!("homeroom_request_seconds", "route" => path.clone()).record(begun.elapsed().as_secs_f64());
    counter!("homeroom_requests_total", "route" => path, "method" => method, "status" => status).increment(1);
    response
}
