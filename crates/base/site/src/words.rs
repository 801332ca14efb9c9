//! Translated messages: Fluent files of the modules, one bundle per language, English where one is missing.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::{Direction, Error, Language, Message, Timestamp};
use parking_lot::RwLock;
use unic_langid::LanguageIdentifier;

use crate::numbers;

/// Keys that some language has and this one lacks: `sign-in (nl)`. A key begins its line; what goes on is indented.
fn missing(files: &[(Language, &'static str)]) -> Vec<String> {
    let mut given: BTreeMap<&str, Vec<Language>> = BTreeMap::new();
    for (language, text) in files {
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            let Some((key, _)) = line.split_once('=') else { continue };
            given.entry(key.trim()).or_default().push(*language);
        }
    }
    let lacks = |(key, has): (&&str, &Vec<Language>)| {
        let key = (*key).to_owned();
        let others: Vec<Language> = Language::ALL.into_iter().filter(|language| !has.contains(language)).collect();
        others.into_iter().map(move |language| format!("{key} ({})", language.code()))
    };
    given.iter().flat_map(lacks).collect()
}

/// All messages of all modules.
pub struct Catalogue {
    bundles: HashMap<Language, FluentBundle<FluentResource>>,
    said: RwLock<HashMap<Voice, Arc<Said>>>,
}

/// A language, and an edition's words for pupil and class.
type Voice = (Language, String, String);

/// Messages that take nothing from outside, as they were worded once: most of what a page says.
type Said = RwLock<HashMap<String, String>>;

impl Catalogue {
    /// Reads the files. A syntax error, a key given twice and a word that not every language has are refused: a
    /// house whose screens would fall back to English does not start (C175).
    pub fn new(files: &[(Language, &'static str)]) -> Result<Self, Error> {
        let missing = missing(files);
        if !missing.is_empty() {
            return Err(Error::Internal(format!("not every language has every word: {}", missing.join(", "))));
        }
        Self::of(files, None)
    }

    /// English in disguise for every language: longer by some 40 %, with marks above and below and in brackets.
    /// What stays plain on a page was never translated; what breaks the page will break it in Estonian.
    pub fn pseudo(files: &[(Language, &'static str)]) -> Result<Self, Error> {
        let english = files.iter().filter(|(language, _)| *language == Language::En);
        let all: Vec<_> =
            Language::ALL.iter().flat_map(|language| english.clone().map(|(_, text)| (*language, *text))).collect();
        Self::of(&all, Some(|text| fluent_pseudo::transform_dom(text, false, true, true)))
    }

    fn of(files: &[(Language, &'static str)], disguise: Option<fn(&str) -> Cow<str>>) -> Result<Self, Error> {
        let mut bundles = HashMap::new();
        for language in Language::ALL {
            let tag: LanguageIdentifier = language.code().parse().map_err(Error::internal)?;
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            // Isolation marks around names are wanted in Arabic; elsewhere they only disturb titles.
            bundle.set_use_isolating(language == Language::Ar);
            bundle.set_formatter(Some(numbers::format));
            bundle.set_transform(disguise);
            for (_, text) in files.iter().filter(|(of, _)| *of == language) {
                let resource = FluentResource::try_new((*text).to_owned())
                    .map_err(|(_, errors)| Error::Internal(format!("{} messages: {errors:?}", language.code())))?;
                bundle
                    .add_resource(resource)
                    .map_err(|errors| Error::Internal(format!("{} messages: {errors:?}", language.code())))?;
            }
            bundles.insert(language, bundle);
        }
        Ok(Self { bundles, said: RwLock::default() })
    }

    fn format(&self, language: Language, key: &str, args: Option<&FluentArgs>) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    }

    fn said(&self, voice: &Voice) -> Arc<Said> {
        if let Some(said) = self.said.read().get(voice) {
            return Arc::clone(said);
        }
        Arc::clone(self.said.write().entry(voice.clone()).or_default())
    }

    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundles.get(&language).is_some_and(|bundle| bundle.has_message(key))
    }
}

/// The catalogue in one reader's language, with the edition's words for pupil and class.
#[derive(Clone)]
pub struct Say {
    catalogue: Arc<Catalogue>,
    language: Language,
    student: String,
    group: String,
    said: Arc<Said>,
}

impl Say {
    pub fn new(catalogue: Arc<Catalogue>, language: Language) -> Self {
        Self::of(catalogue, (language, "student".to_owned(), "class".to_owned()))
    }

    fn of(catalogue: Arc<Catalogue>, voice: Voice) -> Self {
        let said = catalogue.said(&voice);
        let (language, student, group) = voice;
        Self { catalogue, language, student, group, said }
    }

    /// The same words in another language: for a letter that somebody else will read.
    pub fn speaking(&self, language: Language) -> Self {
        Self::of(Arc::clone(&self.catalogue), (language, self.student.clone(), self.group.clone()))
    }

    /// Which language is spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Words one after the other, with the comma of the language.
    pub fn list(&self, words: impl IntoIterator<Item = String>) -> String {
        words.into_iter().collect::<Vec<_>>().join(self.comma())
    }

    /// The comma of the language, with its space.
    pub fn comma(&self) -> &'static str {
        if self.language == Language::Ar { "، " } else { ", " }
    }

    /// The catalogue with an edition's word family: `pupil`, `cohort`.
    pub fn with_words(catalogue: Arc<Catalogue>, language: Language, words: &registry::Words) -> Self {
        Self::of(catalogue, (language, words.student.clone(), words.group.clone()))
    }

    /// The message for `key`.
    pub fn say(&self, key: &str) -> String {
        if let Some(text) = self.said.read().get(key) {
            return text.clone();
        }
        let text = self.with(key, &[]);
        // A key may come from an address; only those that exist are kept.
        if self.catalogue.has(self.language, key) {
            self.said.write().insert(key.to_owned(), text.clone());
        }
        text
    }

    /// The message for `key` with one number, which may decide its plural form.
    pub fn count(&self, key: &str, n: impl TryInto<i64>) -> String {
        let n = n.try_into().unwrap_or(i64::MAX);
        let mut args = self.base();
        args.set("n", FluentValue::from(n));
        self.format(key, &args)
    }

    /// The message for `key` with one named text.
    pub fn one(&self, key: &str, name: &str, value: &str) -> String {
        self.with(key, &[(name, value)])
    }

    pub fn with(&self, key: &str, pairs: &[(&str, &str)]) -> String {
        let mut args = self.base();
        for (name, value) in pairs {
            args.set((*name).to_owned(), FluentValue::from((*value).to_owned()));
        }
        self.format(key, &args)
    }

    /// An error's message.
    pub fn message(&self, message: &Message) -> String {
        let mut args = self.base();
        for (name, value) in &message.args {
            // A number chooses its plural; what only looks like one (`0612345678`) is quoted as it was written.
            let number = value.parse::<i64>().ok().filter(|number| number.to_string() == *value);
            let value = number.map_or_else(|| FluentValue::from(value.clone()), plain_number);
            args.set((*name).to_owned(), value);
        }
        self.format(message.key, &args)
    }

    fn base(&self) -> FluentArgs<'_> {
        let mut args = FluentArgs::new();
        args.set("student", FluentValue::from(self.student.as_str()));
        args.set("group", FluentValue::from(self.group.as_str()));
        args
    }

    fn format(&self, key: &str, args: &FluentArgs) -> String {
        let text = self
            .catalogue
            .format(self.language, key, Some(args))
            .or_else(|| self.catalogue.format(Language::En, key, Some(args)))
            .unwrap_or_else(|| format!("⟨{key}⟩"));
        // Mail programs would take the isolation marks into a link.
        if key.starts_with("mail-") { text.replace(['\u{2068}', '\u{2069}'], "") } else { self.directed(text) }
    }

    /// Says the direction of a text that begins with an isolated part: when it is put into another one, as a
    /// date into a sentence, nothing else would, and its parts would stand in the wrong order.
    fn directed(&self, text: String) -> String {
        if text.starts_with('\u{2068}') && self.language.direction() == Direction::RightToLeft {
            format!("\u{200f}{text}")
        } else {
            text
        }
    }

    /// A day in words: `22 November 2026`.
    pub fn date(&self, day: NaiveDate) -> String {
        let month = self.say(&format!("month-{}", day.month()));
        self.with("date", &[("day", &day.day().to_string()), ("month", &month), ("year", &day.year().to_string())])
    }

    /// A moment in words, in UTC until a school's time zone comes with its days.
    pub fn moment(&self, at: Timestamp) -> String {
        format!("{} {}", self.date(at.date()), at.to_utc().format("%H:%M"))
    }

    /// A length of time: `3 years`.
    pub fn period(&self, period: registry::Period) -> String {
        let (n, unit) = period.parts();
        self.count(&format!("period-{unit}"), n)
    }
}

/// A number that may be a key or a row: it decides a plural, and is written as it came.
#[expect(clippy::cast_precision_loss, reason = "what is longer is no plural")]
fn plain_number(number: i64) -> FluentValue<'static> {
    let options = FluentNumberOptions { use_grouping: false, ..FluentNumberOptions::default() };
    FluentValue::Number(FluentNumber::new(number as f64, options))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_does_and_choose_their_plural() {
        let text = "n = { $n ->\n    [one] one of { $n }\n   *[other] { $n }\n }\n";
        let files = Language::ALL.map(|language| (language, text));
        let catalogue = Arc::new(Catalogue::new(&files).unwrap());
        let words = |language, n: i64| Say::new(Arc::clone(&catalogue), language).count("n", n);
        assert_eq!(words(Language::En, 1_234_567), "1,234,567");
        assert_eq!(words(Language::Nl, 1_234_567), "1.234.567");
        assert_eq!(words(Language::Et, 1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(words(Language::Hi, 1_234_567), "12,34,567");
        assert!(words(Language::Ar, 1_234_567).contains("1,234,567"));
        assert_eq!(words(Language::Nl, 1), "one of 1");
        let key = Message::from("n").with("n", "1001");
        assert_eq!(Say::new(Arc::clone(&catalogue), Language::En).message(&key), "1001", "no key is a quantity");
    }

    #[test]
    fn the_pseudo_locale_is_longer_and_keeps_what_is_put_in() {
        let files = [(Language::En, "key = Hello { $name }, welcome back\n")];
        let catalogue = Arc::new(Catalogue::pseudo(&files).unwrap());
        let said = Say::new(catalogue, Language::Et).one("key", "name", "Ada");
        assert!(said.contains("Ada") && !said.contains("Hello") && said.chars().count() > 30, "{said}");
    }

    #[test]
    fn a_date_inside_an_arabic_sentence_keeps_its_direction() {
        let files = Language::ALL.map(|language| (language, "date = { $day } { $month }\n"));
        let catalogue = Arc::new(Catalogue::new(&files).unwrap());
        let date = |language| Say::new(Arc::clone(&catalogue), language).with("date", &[("day", "12"), ("month", "x")]);
        assert_eq!(date(Language::En), "12 x");
        assert!(date(Language::Ar).starts_with("\u{200f}\u{2068}12"), "{:?}", date(Language::Ar));
    }
}
