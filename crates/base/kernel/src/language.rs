//! The five languages of the screens.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    En,
    Nl,
    Et,
    Ar,
    Hi,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Language {
    pub const ALL: [Self; 5] = [Self::En, Self::Nl, Self::Et, Self::Ar, Self::Hi];

    /// The BCP 47 code, as in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
            Self::Et => "et",
            Self::Ar => "ar",
            Self::Hi => "hi",
        }
    }

    /// The language's name in itself, for the language menu.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nl => "Nederlands",
            Self::Et => "Eesti",
            Self::Ar => "العربية",
            Self::Hi => "हिन्दी",
        }
    }

    /// Reads a tag such as `nl-BE`; `None` for a language the house does not speak.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == primary)
    }

    /// The best of an `Accept-Language` header, by its weights.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wished: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(";q=");
                let language = Self::parse(pieces.next()?)?;
                let weight = pieces.next().map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
                Some((weight, language))
            })
            .collect();
        wished.sort_by(|a, b| b.0.total_cmp(&a.0));
        wished.first().map(|(_, language)| *language)
    }

    pub fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::RightToLeft,
            Self::En | Self::Nl | Self::Et | Self::Hi => Direction::LeftToRight,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_s_weights_decide() {
        assert_eq!(Language::accepted("fr, en;q=0.4, ar-EG;q=0.9"), Some(Language::Ar));
        assert_eq!(Language::accepted("fr"), None);
    }
}
