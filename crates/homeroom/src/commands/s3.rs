//! Who Homeroom is at a service that speaks S3, in the words of the settings file's part `[s3]`; for pictures and
//! papers (`[media]`) and for backups (`[backup]`) alike.

use clap::Args;
use store::backup::Access;

#[derive(Args, Clone, Default)]
pub struct S3 {
    /// Where the service is, `https://s3.example.org`; without it Amazon's own.
    #[arg(id = "s3_endpoint", long = "s3-endpoint", env = "HOMEROOM_S3_ENDPOINT", value_name = "URL")]
    endpoint: Option<String>,
    /// Its region, where it has more than one.
    #[arg(id = "s3_region", long = "s3-region", env = "HOMEROOM_S3_REGION")]
    region: Option<String>,
    /// The access key's id.
    #[arg(id = "s3_key", long = "s3-key", env = "HOMEROOM_S3_KEY")]
    key: Option<String>,
    /// The access key's secret; better in the environment or the settings file, where no other account sees it.
    #[arg(id = "s3_secret", long = "s3-secret", env = "HOMEROOM_S3_SECRET", hide_env_values = true)]
    secret: Option<String>,
}

impl S3 {
    pub fn access(&self) -> Access {
        let word = |word: &Option<String>| word.clone().unwrap_or_default();
        Access {
            endpoint: word(&self.endpoint),
            region: word(&self.region),
            key: word(&self.key),
            secret: word(&self.secret),
        }
    }
}
