//! Who is really there: the caller, or whom a trusted proxy speaks for. `X-Forwarded-For` from anybody else is a
//! claim of the caller's own and counts for nothing.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware;
use site::OverTls;

/// Addresses of one network: `10.0.0.0/8`, or a single address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u8,
}

impl FromStr for Network {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is no network: write 10.0.0.0/8 or one address");
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let first: IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let most = if first.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.trim().parse().map_err(|_| wrong()))?;
        if bits > most { Err(wrong()) } else { Ok(Self { first, bits }) }
    }
}

impl Network {
    pub fn holds(&self, ip: IpAddr) -> bool {
        let same = |own: u128, other: u128, width: u32| {
            let rest = width.saturating_sub(u32::from(self.bits));
            own.checked_shr(rest).unwrap_or(0) == other.checked_shr(rest).unwrap_or(0)
        };
        match (self.first, ip.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => same(u32::from(own).into(), u32::from(other).into(), 32),
            (IpAddr::V6(own), IpAddr::V6(other)) => same(own.into(), other.into(), 128),
            _ => false,
        }
    }
}

/// Puts a layer before the house that says who is there.
pub fn behind(router: Router, trusted: Vec<Network>) -> Router {
    router.layer(middleware::map_request_with_state(Arc::<[Network]>::from(trusted), recognise))
}

async fn recognise(State(trusted): State<Arc<[Network]>>, mut request: Request) -> Request {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    if let Some(peer) = peer {
        let is_trusted = |ip: IpAddr| trusted.iter().any(|network| network.holds(ip));
        let mut caller = peer.ip().to_canonical();
        if is_trusted(caller) {
            caller = spoken_for(request.headers(), caller, is_trusted);
            let proto = request.headers().get("x-forwarded-proto").map(HeaderValue::as_bytes);
            if proto == Some(b"https") {
                request.extensions_mut().insert(OverTls);
            }
        }
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(caller, peer.port())));
    }
    request
}

/// The last address in the header that no trusted proxy has: each proxy adds the caller it saw at the end.
fn spoken_for(headers: &HeaderMap, proxy: IpAddr, is_trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    let mut nearest = proxy;
    for part in lines.iter().flat_map(|line| line.split(',')).rev() {
        let Ok(ip) = part.trim().parse::<IpAddr>() else { break };
        nearest = ip.to_canonical();
        if !is_trusted(nearest) {
            break;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(header: &str) -> String {
        let trusted: Vec<Network> = ["127.0.0.0/8", "10.0.0.7"].iter().map(|text| text.parse().unwrap()).collect();
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", header.parse().unwrap());
        let is_trusted = |ip: IpAddr| trusted.iter().any(|network| network.holds(ip));
        spoken_for(&headers, "127.0.0.1".parse().unwrap(), is_trusted).to_string()
    }

    #[test]
    fn the_last_address_that_is_no_proxy_of_ours_is_the_caller() {
        assert_eq!(nearest("198.51.100.9, 203.0.113.5, 10.0.0.7"), "203.0.113.5");
        assert_eq!(nearest("203.0.113.5"), "203.0.113.5");
        assert_eq!(nearest("nonsense"), "127.0.0.1");
        assert_eq!(nearest("203.0.113.5, nonsense"), "127.0.0.1");
    }

    #[test]
    fn a_network_is_an_address_and_a_width() {
        let network: Network = "10.0.0.0/8".parse().unwrap();
        assert!(network.holds("10.255.0.1".parse().unwrap()) && network.holds("::ffff:10.1.1.1".parse().unwrap()));
        assert!(!network.holds("11.0.0.1".parse().unwrap()) && !network.holds("::1".parse().unwrap()));
        let all: Network = "0.0.0.0/0".parse().unwrap();
        assert!(all.holds("203.0.113.5".parse().unwrap()));
        for wrong in ["", "10.0.0.0/33", "example.org", "10.0.0.0/x"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
