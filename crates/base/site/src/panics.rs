//! What the log says of a panic: where in the program it was, and nothing of what it was about (C116).

/// From here on a panic of this process is logged by its place alone. Its message may quote whatever was being
/// worked on, so it is written nowhere.
pub fn log_places_only() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(%place, "a part of the program panicked; its message is not written");
    }));
}
