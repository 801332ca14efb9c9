//! The screens of a profile: what people say of themselves, who may see each part, and their picture, made
//! small and without a word of metadata (C178). The parts and the rule who sees them are `school::profile`.

pub mod acts;
mod pages;

use site::Module;

pub fn module() -> Module {
    Module {
        name: "profile",
        acts: acts::infos(),
        routes: pages::routes(),
        locales: site::locales!(),
        ..Module::default()
    }
}
