//! Reading a page as a person does: its fields, its links, its rows.

/// The value of an attribute inside one tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// Every `name …` tag of a page, without its angle brackets.
pub fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split('<').skip(1).filter_map(move |rest| {
        let tag = rest.split('>').next()?;
        let after = tag.strip_prefix(name)?;
        (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(tag)
    })
}

/// What stands in a field of a form.
pub fn value<'a>(html: &'a str, field: &str) -> Option<&'a str> {
    let tag = tags(html, "input").find(|tag| attribute(tag, "name") == Some(field))?;
    attribute(tag, "value")
}

/// The last part of a path before its query: an id after a redirect.
pub fn last_part(path: &str) -> &str {
    path.split('?').next().unwrap_or_default().rsplit('/').next().unwrap_or_default()
}

/// A page's text without its tags.
pub fn text(html: &str) -> String {
    let mut plain = String::new();
    for piece in html.split('<') {
        plain.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        plain.push(' ');
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
