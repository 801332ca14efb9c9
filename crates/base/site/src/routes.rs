//! A module's routes, each with the acts it performs. A route without an act does not start (C032), and a
//! handler that reaches for an act its route does not name is refused.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Extension, Request};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use kernel::Error;

use crate::fault::Fault;
use crate::{Cx, House};

pub type State = Arc<House>;

/// One route, as the matrix test walks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteInfo {
    pub method: &'static str,
    /// Under the school, with `{student}` for an id of that noun.
    pub path: &'static str,
    /// Names of the acts it may perform.
    pub acts: &'static [&'static str],
}

/// The acts of the route that answers this request.
#[derive(Clone, Copy)]
pub(crate) struct RouteActs(pub &'static [&'static str]);

#[derive(Default)]
pub struct Routes {
    handlers: Vec<(&'static str, MethodRouter<State>)>,
    pub list: Vec<RouteInfo>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page or a file.
    pub fn get<H, T>(self, path: &'static str, acts: &'static [&'static str], handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add("GET", path, acts, get(handler))
    }

    /// A form or an order.
    pub fn post<H, T>(self, path: &'static str, acts: &'static [&'static str], handler: H) -> Self
    where
        H: Handler<T, State>,
        T: 'static,
    {
        self.add("POST", path, acts, post(handler))
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        acts: &'static [&'static str],
        handler: MethodRouter<State>,
    ) -> Self {
        self.list.push(RouteInfo { method, path, acts });
        self.handlers.push((path, handler.layer(Extension(RouteActs(acts)))));
        self
    }

    /// The same routes for a module that a school may do without: where it is off, its pages are not there and
    /// its forms are refused with a sentence (C097).
    pub(crate) fn of_optional(mut self, module: &'static str) -> Self {
        let guard = move |request: Request, next: Next| async move {
            let is_on = request.extensions().get::<Cx>().is_some_and(|cx| cx.uses(module));
            match (is_on, request.method() == Method::GET) {
                (true, _) => next.run(request).await,
                (false, true) => Fault(Error::NotFound).into_response(),
                (false, false) => Fault(Error::invalid("module", "module-off")).into_response(),
            }
        };
        self.handlers = self
            .handlers
            .into_iter()
            .map(|(path, handler)| (path, handler.layer(middleware::from_fn(guard))))
            .collect();
        self
    }

    /// Joins another module's.
    pub fn merge(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        self.handlers.extend(other.handlers);
        self
    }

    /// The router with every path under `prefix`, if every route names an act.
    pub(crate) fn into_router(self, prefix: &str) -> kernel::Result<Router<State>> {
        match self.list.iter().find(|route| route.acts.is_empty()) {
            Some(route) => Err(kernel::Error::Internal(format!(
                "{} {} names no act: say in its module's list of routes what it does, and in acts.rs who may",
                route.method, route.path
            ))),
            None => Ok(self
                .handlers
                .into_iter()
                .fold(Router::new(), |router, (path, handler)| router.route(&format!("{prefix}{path}"), handler))),
        }
    }
}
