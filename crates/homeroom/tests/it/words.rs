//! Every word on a screen is in every language, once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use kernel::Language;

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files_below(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // Tests try keys that nobody wrote.
            if !path.ends_with("tests") && !path.ends_with("target") {
                files_below(&path, ending, found);
            }
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
}

fn below(ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files_below(&crates(), ending, &mut found);
    found.sort();
    found.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

fn keys(text: &str) -> Vec<String> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    let key = |line: &str| line.split_once('=').map(|(key, _)| key.trim().to_owned());
    text.lines().filter(begins).filter_map(key).collect()
}

/// The keys of each language, with the files that give them.
fn given() -> BTreeMap<String, BTreeMap<String, Vec<PathBuf>>> {
    let mut languages: BTreeMap<String, BTreeMap<String, Vec<PathBuf>>> = BTreeMap::new();
    for (path, text) in below("ftl") {
        let language = path.file_stem().unwrap().to_string_lossy().into_owned();
        for key in keys(&text) {
            languages.entry(language.clone()).or_default().entry(key).or_default().push(path.clone());
        }
    }
    languages
}

/// Keys named in the source: the text after one of these beginnings, up to the next quotation mark.
fn named() -> BTreeMap<String, PathBuf> {
    const BEGINNINGS: [&str; 14] = [
        "say.say(\"",
        "say.one(\"",
        "say.count(\"",
        "say.with(\"",
        "say.say(if ",
        "Message::from(\"",
        "Conflict(\"",
        "words: \"",
        "cx.page(\"",
        "cx.page_again(\"",
        "mail-",
        "done-",
        "Crumb::key(cx, \"",
        "Crumb::key(&cx, \"",
    ];
    let mut named = BTreeMap::new();
    let mut note = |key: &str, path: &Path| {
        let plain = !key.is_empty()
            && !key.ends_with('-')
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if plain {
            named.entry(key.to_owned()).or_insert_with(|| path.to_owned());
        }
    };
    for (path, text) in below("html").into_iter().chain(below("rs")) {
        // What is in a unit test is no screen.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for beginning in BEGINNINGS {
            for rest in text.split(beginning).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                match beginning {
                    "mail-" | "done-" => {
                        let quoted = text.contains(&format!("\"{beginning}{key}\""));
                        if quoted {
                            note(&format!("{beginning}{key}"), &path);
                        }
                    }
                    _ => note(key, &path),
                }
            }
        }
        // The second text of these: `problems.add("email", "sign-in-wrong")`.
        for beginning in ["problems.add(\"", "Error::invalid(\"", "FormView::new(cx, \"", "FormPage::new(cx, \""] {
            for rest in text.split(beginning).skip(1) {
                let mut texts = rest.split('"');
                let (first, between, second) = (texts.next(), texts.next(), texts.next());
                if beginning.starts_with("FormPage") {
                    note(first.unwrap_or_default(), &path);
                } else if between.is_some_and(|between| between.trim() == ",") {
                    note(second.unwrap_or_default(), &path);
                }
            }
        }
    }
    named
}

#[test]
fn every_word_that_a_screen_names_is_in_every_language() {
    let (given, named) = (given(), named());
    assert!(named.len() > 200, "only {} keys were found in the source: does the scan still fit?", named.len());
    let mut missing = Vec::new();
    // Leads on to another page and is never worded.
    for (key, path) in named.iter().filter(|(key, _)| *key != "must-first") {
        for language in Language::ALL {
            if !given[language.code()].contains_key(key) {
                missing.push(format!("{key} in {}, named in {}", language.code(), path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_part_that_a_school_may_do_without_has_a_name_and_a_text() {
    let given = given();
    for module in homeroom::modules::all().iter().filter(|module| module.optional) {
        for key in [format!("module-{}", module.name), format!("module-{}-text", module.name)] {
            assert!(given["en"].contains_key(&key), "{key} is not given");
        }
    }
}

#[test]
fn all_languages_of_a_module_have_the_same_words() {
    let mut modules: BTreeMap<PathBuf, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (path, text) in below("ftl") {
        let language = path.file_stem().unwrap().to_string_lossy().into_owned();
        let folder = path.parent().unwrap().to_owned();
        modules.entry(folder).or_default().insert(language, keys(&text).into_iter().collect());
    }
    assert!(modules.len() >= 6, "{:?}", modules.keys());
    for (folder, languages) in modules {
        assert_eq!(languages.len(), Language::ALL.len(), "{}", folder.display());
        for (language, keys) in &languages {
            let differ: Vec<_> = keys.symmetric_difference(&languages["en"]).collect();
            assert!(differ.is_empty(), "{} {language} and en differ: {differ:?}", folder.display());
        }
    }
}

#[test]
fn no_word_is_given_twice() {
    for (language, keys) in given() {
        for (key, files) in keys {
            assert_eq!(files.len(), 1, "{language}: {key} in {files:?}");
        }
    }
}

/// A name in braces that only one language has would be left empty on that language's screens.
#[test]
fn all_languages_of_a_word_name_the_same_values() {
    let mut words: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (path, text) in below("ftl") {
        let language = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut key = String::new();
        for line in text.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                key = line.split('=').next().unwrap_or_default().trim().to_owned();
            }
            let values = words.entry(key.clone()).or_default().entry(language.clone()).or_default();
            for rest in line.split('$').skip(1) {
                let (name, after) =
                    rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len()));
                // A value that only chooses a plural form need not be shown; Hindi often has one form.
                if after.trim_start().starts_with('}') {
                    values.insert(name.to_owned());
                }
            }
        }
    }
    let mut differ = Vec::new();
    for (key, languages) in &words {
        // The edition's word for a pupil or a class chooses a form that not every language has.
        let plain = |values: &BTreeSet<String>| {
            values.iter().filter(|v| !matches!(v.as_str(), "student" | "group")).cloned().collect::<BTreeSet<_>>()
        };
        let Some(english) = languages.get("en").map(plain) else { continue };
        for (language, values) in languages {
            if plain(values) != english {
                differ.push(format!("{key} {language}: {values:?}, en: {english:?}"));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// What stands in a template outside of marks and tags, and in what a tag says to people.
fn plain_words(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (begins, ends) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(at) = text.find(begins) {
            let end = text[at..].find(ends).map_or(text.len(), |end| at + end + ends.len());
            text.replace_range(at..end, " ");
        }
    }
    let mut said: Vec<String> = ["alt=\"", "title=\"", "aria-label=\"", "placeholder=\""]
        .iter()
        .flat_map(|attribute| {
            text.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned)
        })
        .collect();
    while let Some(at) = text.find('<') {
        let end = text[at..].find('>').map_or(text.len(), |end| at + end + 1);
        text.replace_range(at..end, " ");
    }
    said.push(text.replace("&nbsp;", " "));
    // SMS and JSON are the same in all five languages.
    let is_word = |word: &&str| word.chars().any(|c| c.is_alphabetic() && !c.is_ascii_uppercase());
    said.join(" ").split_whitespace().filter(is_word).map(str::to_owned).collect()
}

/// A pseudo-locale would show them; this names them.
#[test]
fn no_template_says_anything_by_itself() {
    assert_eq!(plain_words("<p title=\"Hi\">{{ x }} there</p>"), ["Hi", "there"]);
    let said: Vec<String> = below("html")
        .into_iter()
        .flat_map(|(path, text)| plain_words(&text).into_iter().map(move |word| format!("{}: {word}", path.display())))
        .collect();
    assert!(said.is_empty(), "words that no language can change:\n{}", said.join("\n"));
}
