//! The real server as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kernel::{Error, Result};

pub struct Server {
    child: Child,
}

impl Server {
    /// Starts it; it may be killed before it is ready. Callers' addresses are believed, so that fifty writers on one
    /// machine are fifty callers.
    pub fn start(program: &Path, data: &Path, smtp: &str) -> Result<Self> {
        let mut command = Command::new(program);
        command
            .current_dir(data)
            .args(["serve", "--json", "--listen", "127.0.0.1:0", "--trusted-proxy", "127.0.0.0/8"])
            .args(["--smtp", smtp, "--mail-from", "school@example.org", "--data"])
            .arg(data)
            .env("HOMEROOM_LOG", "off")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let child =
            command.spawn().map_err(|e| Error::Internal(format!("{} does not start: {e}", program.display())))?;
        Ok(Self { child })
    }

    /// Waits until it answers: its address.
    pub fn ready(&mut self) -> Result<String> {
        let never = || Error::Internal("the server did not become ready".to_owned());
        let mut line = String::new();
        let out = self.child.stdout.as_mut().ok_or_else(never)?;
        BufReader::new(out).read_line(&mut line).map_err(Error::internal)?;
        let ready: serde_json::Value = serde_json::from_str(&line).map_err(|_| never())?;
        ready.get("url").and_then(|url| url.as_str()).map(str::to_owned).ok_or_else(never)
    }

    /// Kills it where it stands (SIGKILL).
    pub fn kill(mut self) -> Result<()> {
        self.child.kill().map_err(Error::internal)?;
        self.child.wait().map_err(Error::internal)?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
