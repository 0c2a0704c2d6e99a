use super::*;
use crate::library::Day;

fn list(version: u64) -> Manifest {
    let listed = Listed { size: 4, sha256: sha256(b"text") };
    Manifest {
        name: "albania".into(),
        version,
        date: Day::parse_iso("2026-11-30").expect("a day"),
        files: BTreeMap::from([("a.toml".to_owned(), listed)]),
    }
}

/// A key of a curator, and what it signs.
struct Curator(minisign::KeyPair);

impl Curator {
    fn new() -> Self {
        Self(minisign::KeyPair::generate_unencrypted_keypair().expect("a key"))
    }

    fn key(&self, name: &str) -> TrustedKey {
        let text = self.0.pk.to_box().expect("a text").to_string();
        TrustedKey::read(name, &text).expect("a key")
    }

    fn sign(&self, text: &str) -> String {
        let signed = minisign::sign(None, &self.0.sk, text.as_bytes(), None, None);
        signed.expect("signed").to_string()
    }
}

fn judge(text: &str, signature: Option<&str>, trust: &Trust) -> SealedSet {
    SealedSet::judge("set/MANIFEST.sha256".into(), (text.as_bytes(), signature), trust)
}

#[test]
fn a_list_is_written_as_it_is_read_and_sha256sum_knows_its_lines() {
    let text = list(3).text();
    assert_eq!(Manifest::parse(&text), Ok(list(3)));
    let hashes: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(hashes, [format!("{}  a.toml", sha256(b"text"))]);
}

#[test]
fn what_is_no_list_is_told_with_its_line() {
    let text = list(3).text();
    let wrong = [
        ("", "", 0),
        ("# attache set 1", "# attache set 2", 1),
        ("# version: 3", "# version: three", 3),
        ("# date: 2026-11-30", "# date: 2026-11-30\u{f}", 4),
        ("# date: 2026-11-30", "# date: yesterday", 4),
        ("# 4 bytes", "4 bytes", 5),
        ("  a.toml", " a.toml", 6),
        ("a.toml", "../a.toml", 6),
        ("a.toml", "/a.toml", 6),
        ("a.toml", "b//a.toml", 6),
    ];
    for (right, wrong, line) in wrong {
        let text = if right.is_empty() { String::new() } else { text.replace(right, wrong) };
        assert_eq!(Manifest::parse(&text).map_err(|(line, _)| line), Err(line), "{wrong}");
    }
    let twice = format!("{text}# 4 bytes\n{}  a.toml\n", sha256(b"text"));
    assert_eq!(Manifest::parse(&twice).map_err(|(line, _)| line), Err(8));
}

#[test]
fn only_a_key_that_was_trusted_beforehand_vouches_for_a_list() {
    let (curator, stranger) = (Curator::new(), Curator::new());
    let text = list(3).text();
    let signature = curator.sign(&text);
    let trust =
        Trust { keys: vec![stranger.key("Other"), curator.key("Ministry")], ..Trust::default() };
    let good = judge(&text, Some(&signature), &trust);
    assert_eq!(good.assurance, Assurance::Signed { by: "Ministry".into() });
    assert_eq!(good.standing(), Standing::Good);
    assert_eq!(good.words().as_str(), "signed by Ministry, version 3 of 2026-11-30");

    let trust = Trust { keys: vec![stranger.key("Other")], ..Trust::default() };
    assert_eq!(judge(&text, Some(&signature), &trust).assurance, Assurance::UnknownKey);
    assert_eq!(judge(&text, None, &trust).assurance, Assurance::Unsigned);
}

#[test]
fn a_bit_of_the_list_or_of_the_signature_spoils_it() {
    let curator = Curator::new();
    let text = list(3).text();
    let signature = curator.sign(&text);
    let trust = Trust { keys: vec![curator.key("Ministry")], ..Trust::default() };
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let set = SealedSet::judge("set".into(), (&bytes, Some(&signature)), &trust);
        assert_eq!(set.assurance, Assurance::Forged, "byte {at}");
    }
    let other = curator.sign(&list(4).text());
    assert_eq!(judge(&text, Some(&other), &trust).assurance, Assurance::Forged);
    assert_eq!(judge(&text, Some("nothing"), &trust).assurance, Assurance::Forged);
}

#[test]
fn an_older_version_of_a_set_of_the_same_name_and_key_is_told() {
    let (curator, other) = (Curator::new(), Curator::new());
    let mut trust =
        Trust { keys: vec![curator.key("Ministry"), other.key("Other")], ..Trust::default() };
    let judged = |curator: &Curator, version: u64, trust: &Trust| {
        let text = list(version).text();
        judge(&text, Some(&curator.sign(&text)), trust)
    };
    let newest = judged(&curator, 5, &trust);
    trust.seen = newest.mark().map(|mark| (mark, 5)).into_iter().collect();
    assert_eq!(judged(&curator, 5, &trust).standing(), Standing::Good);
    assert_eq!(judged(&curator, 6, &trust).standing(), Standing::Good);
    let older = judged(&curator, 4, &trust);
    assert_eq!(older.assurance, Assurance::Older { by: "Ministry".into(), seen: 5 });
    assert_ne!(older.standing(), Standing::Good);
    assert_eq!(
        judged(&other, 4, &trust).standing(),
        Standing::Good,
        "a set of another curator has the same name"
    );
}

#[test]
fn files_are_as_listed_changed_or_not_listed() {
    let set = judge(&list(1).text(), None, &Trust::default());
    assert_eq!(set.look_at("a.toml", b"text"), InSet::AsListed);
    assert_eq!(set.look_at("a.toml", b"tex\xf4"), InSet::Differs);
    assert_eq!(set.look_at("b.toml", b"text"), InSet::NotListed);
}

#[test]
fn what_is_no_key_is_none() {
    let text = Curator::new().0.pk.to_box().expect("a text").to_string();
    let line = text.lines().nth(1).expect("a line");
    assert!(TrustedKey::read("a", line).is_ok());
    assert_eq!(
        TrustedKey::read("a", &text).unwrap().fingerprint(),
        TrustedKey::read("b", line).unwrap().fingerprint()
    );
    for wrong in [
        "",
        "untrusted comment: a",
        line.trim_start_matches("RW"),
        &format!("{text}{line}"),
        "a\nb\nc",
    ] {
        assert_eq!(TrustedKey::read("a", wrong).err(), Some(UnusableKey), "{wrong}");
    }
}
