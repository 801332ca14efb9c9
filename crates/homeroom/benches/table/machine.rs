//! What the machine says about a process: processor time, memory; and what it can do at most.

use std::fs;
use std::time::{Duration, Instant};

/// The tick of `/proc/*/stat` is a hundredth of a second on every Linux.
const TICK: Duration = Duration::from_millis(10);

/// Processor time that a process has used, its own and its system's.
pub fn cpu(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("the process runs, on Linux");
    // The name in brackets may hold anything; after it come state, parent and so on.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks: u32 = [11, 12].iter().map(|at| fields[*at].parse::<u32>().expect("a number of ticks")).sum();
    TICK * ticks
}

fn megabytes(pid: u32, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("the process runs, on Linux");
    let line = status.lines().find(|line| line.starts_with(name)).expect("a line of memory");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).expect("kilobytes") / 1024.0
}

/// Memory in use now.
pub fn memory(pid: u32) -> f64 {
    megabytes(pid, "VmRSS:")
}

/// The most memory it has ever used.
pub fn peak_memory(pid: u32) -> f64 {
    megabytes(pid, "VmHWM:")
}

/// Processes that wanted a core in the last minute.
pub fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

/// Argon2id hashes in a second, as accounts use them, on as many threads as the house hashes at once.
pub fn argon2_each_second(time: Duration) -> f64 {
    let begun = Instant::now();
    let hash = || {
        let mut done = 0_u32;
        let mut out = [0; 32];
        while begun.elapsed() < time {
            argon2::Argon2::default()
                .hash_password_into(b"a password", b"salt of some length", &mut out)
                .expect("a hash");
            done += 1;
        }
        done
    };
    let done: u32 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..site::build::HASHES_AT_ONCE).map(|_| scope.spawn(hash)).collect();
        threads.into_iter().map(|thread| thread.join().expect("hashing ends")).sum()
    });
    f64::from(done) / begun.elapsed().as_secs_f64()
}
