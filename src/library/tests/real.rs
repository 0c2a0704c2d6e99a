use super::super::load::{LoadRequest, load};
use super::*;

#[test]
fn dump() {
    let library = load(&LoadRequest { builtin: true, ..LoadRequest::default() });
    for line in found(&library) {
        eprintln!("{line}");
    }
    for kind in Kind::ALL {
        eprintln!("{kind:?} {}", library.listed(*kind).len());
    }
    for reference in ["event:aeoi-confirms-hack", "event:rama-lapid-meeting", "event:tims-attack"] {
        eprintln!("{reference}: {:#?}", library.answer(at(&library, reference)));
    }
    panic!();
}
