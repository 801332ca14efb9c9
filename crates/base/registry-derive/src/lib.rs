//! `#[derive(Declared)]`: every column of an entity says whose it is, what it is, why it is kept, on which
//! basis and for how long, or says in words why it is nobody's (law 3). A column that says nothing does
//! not compile, and the message tells what to write.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Error, Field, Fields, Ident, LitStr, Meta, Token, parse_macro_input};

/// On the struct: `#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]`.
/// On each field: `#[data(Name)]`, with any of the four overridden, or `#[plain("why nobody's")]`.
#[proc_macro_derive(Declared, attributes(declared, data, plain))]
pub fn declared(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> syn::Result<Tokens> {
    let defaults = entity_defaults(input)?;
    let table = table_name(input)?;
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(input, "only an entity's `Model` can be declared"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(input, "an entity's fields have names"));
    };
    let columns = fields.named.iter().map(|field| column(field, &defaults)).collect::<syn::Result<Vec<_>>>()?;
    let whose = defaults.get("whose");
    let name = &input.ident;
    Ok(quote! {
        impl #name {
            /// What this table holds about whom; read by the notice, the records, the export and the sweeps.
            pub const DECLARATION: ::registry::Declaration = ::registry::Declaration {
                table: #table,
                whose: ::registry::Subject::#whose,
                columns: &[#(#columns),*],
            };
        }
    })
}

/// The four words that a column may take over from its entity; a purpose may be several: `[Teaching, Access]`.
struct Words(Vec<(String, Vec<Ident>)>);

const KEYS: [&str; 4] = ["whose", "purpose", "basis", "kept"];

impl Words {
    fn get(&self, key: &str) -> Ident {
        let found = self.list(key).first().cloned();
        found.unwrap_or_else(|| Ident::new("Missing", proc_macro2::Span::call_site()))
    }

    fn list(&self, key: &str) -> &[Ident] {
        self.0.iter().find(|(name, _)| name == key).map_or(&[], |(_, words)| words)
    }

    fn with(&self, own: Words) -> Words {
        let inherited = self.0.iter().filter(|(key, _)| !own.0.iter().any(|(name, _)| name == key)).cloned();
        Words(own.0.iter().cloned().chain(inherited).collect())
    }
}

fn entity_defaults(input: &DeriveInput) -> syn::Result<Words> {
    let missing = || {
        Error::new_spanned(
            &input.ident,
            "say what this table is for: #[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]",
        )
    };
    let attribute = find(&input.attrs, "declared").ok_or_else(missing)?;
    let metas = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
    let words = words(metas.iter())?;
    if KEYS.iter().all(|key| words.0.iter().any(|(name, _)| name == key)) { Ok(words) } else { Err(missing()) }
}

fn table_name(input: &DeriveInput) -> syn::Result<String> {
    let mut table = None;
    for attribute in input.attrs.iter().filter(|a| a.path().is_ident("sea_orm")) {
        attribute.parse_nested_meta(|meta| {
            let value: LitStr = meta.value()?.parse()?;
            if meta.path.is_ident("table_name") {
                table = Some(value.value());
            }
            Ok(())
        })?;
    }
    table.ok_or_else(|| Error::new_spanned(&input.ident, "name the table: #[sea_orm(table_name = \"…\")]"))
}

fn column(field: &Field, defaults: &Words) -> syn::Result<Tokens> {
    let name = field.ident.as_ref().map(|ident| ident.to_string().trim_start_matches("r#").to_owned());
    if let Some(plain) = find(&field.attrs, "plain") {
        let why: LitStr = plain.parse_args()?;
        return Ok(quote! { ::registry::Column { name: #name, data: ::registry::Data::Plain(#why) } });
    }
    let Some(data) = find(&field.attrs, "data") else {
        let text = format!(
            "`{}` is not declared. If it says anything about a person write #[data(Name)] (or Birth, Contact, …; see \
             registry::Category), with `purpose = …`, `basis = …`, `kept = …` where they differ from the table's; if it \
             cannot, write #[plain(\"why it says nothing about anybody\")]",
            name.unwrap_or_default()
        );
        return Err(Error::new_spanned(field, text));
    };
    let metas = data.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
    let Some(Meta::Path(category)) = metas.first() else {
        return Err(Error::new_spanned(data, "begin with the category: #[data(Name)]"));
    };
    let words = defaults.with(words(metas.iter().skip(1))?);
    let (whose, purposes, basis, kept) =
        (words.get("whose"), words.list("purpose"), words.get("basis"), words.get("kept"));
    Ok(quote! {
        ::registry::Column {
            name: #name,
            data: ::registry::Data::Personal(::registry::Personal {
                whose: ::registry::Subject::#whose,
                category: ::registry::Category::#category,
                purposes: &[#(::registry::Purpose::#purposes),*],
                basis: ::registry::Basis::#basis,
                kept: ::registry::Kept::#kept,
            }),
        }
    })
}

fn words<'a>(metas: impl Iterator<Item = &'a Meta>) -> syn::Result<Words> {
    let mut words = Vec::new();
    for meta in metas {
        let pair = meta.require_name_value()?;
        let key = pair.path.require_ident()?.to_string();
        if !KEYS.contains(&key.as_str()) {
            return Err(Error::new_spanned(&pair.path, "one of: whose, purpose, basis, kept"));
        }
        let values = match &pair.value {
            syn::Expr::Array(list) if key == "purpose" && !list.elems.is_empty() => list.elems.iter().collect(),
            one => vec![one],
        };
        words.push((key, values.into_iter().map(word).collect::<syn::Result<_>>()?));
    }
    Ok(Words(words))
}

fn word(value: &syn::Expr) -> syn::Result<Ident> {
    match value {
        syn::Expr::Path(path) => path.path.require_ident().cloned(),
        other => Err(Error::new_spanned(other, "a word of the registry, without quotes")),
    }
}

fn find<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.path().is_ident(name))
}
