//! What the lock file may hold: nothing that `deny.toml` bans, one terminal library, and not much.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    dependencies: BTreeMap<String, toml::Value>,
    #[serde(rename = "dev-dependencies")]
    dev: BTreeMap<String, toml::Value>,
    target: BTreeMap<String, Target>,
}

/// What is used on one system alone.
#[derive(Deserialize)]
struct Target {
    dependencies: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct Policy {
    bans: Bans,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
}

fn lock() -> Lock {
    toml::from_str(include_str!("../Cargo.lock")).unwrap()
}

impl Package {
    fn is(&self, dependency: &str) -> bool {
        let mut words = dependency.split(' ');
        words.next() == Some(&self.name) && words.next().is_none_or(|word| word == self.version)
    }
}

/// Packages that the program itself may need, on any system and with any optional feature: the lock
/// file says no more than that. A build for Linux takes about three quarters of them.
fn shipped(lock: &Lock) -> BTreeSet<(&str, &str)> {
    let manifest: Manifest = toml::from_str(include_str!("../Cargo.toml")).unwrap();
    let mut waiting: Vec<&Package> = Vec::new();
    let of_systems = manifest.target.values().flat_map(|target| target.dependencies.keys());
    for name in manifest.dependencies.keys().chain(of_systems) {
        waiting.extend(lock.package.iter().filter(|package| package.name == *name));
    }
    let mut found = BTreeSet::new();
    while let Some(package) = waiting.pop() {
        if found.insert((package.name.as_str(), package.version.as_str())) {
            for dependency in &package.dependencies {
                waiting.extend(lock.package.iter().filter(|package| package.is(dependency)));
            }
        }
    }
    found
}

#[test]
fn no_banned_crate_is_locked() {
    let policy: Policy = toml::from_str(include_str!("../deny.toml")).unwrap();
    assert!(policy.bans.deny.len() >= 20, "the list of bans was not read");
    let lock = lock();
    for ban in &policy.bans.deny {
        let locked = lock.package.iter().find(|package| package.name == ban.name);
        assert!(locked.is_none(), "`{}` is banned by deny.toml and stands in Cargo.lock", ban.name);
    }
}

#[test]
fn every_crate_comes_from_the_registry() {
    for package in lock().package.iter().filter(|package| package.name != "attache") {
        let source = package.source.as_deref().unwrap_or("a folder");
        assert!(source.starts_with("registry+"), "{} comes from {source}", package.name);
    }
}

/// Two versions of crossterm would keep two ideas of the terminal's state.
#[test]
fn one_crossterm() {
    let lock = lock();
    let versions: Vec<&str> = lock
        .package
        .iter()
        .filter(|package| package.name == "crossterm")
        .map(|package| package.version.as_str())
        .collect();
    assert_eq!(versions.len(), 1, "{versions:?}");
}

#[test]
fn the_program_needs_few_packages() {
    let lock = lock();
    let shipped = shipped(&lock);
    assert!(shipped.iter().any(|(name, _)| *name == "ratatui-core"), "the walk went nowhere");
    assert!(!shipped.iter().any(|(name, _)| *name == "proptest"), "the walk went into the tests");
    let names: Vec<_> = shipped.iter().map(|(name, version)| format!("{name} {version}")).collect();
    // Those of the sandbox, of signed sets, of sets in one file and of what is packed came last.
    let most = 156;
    assert!(
        names.len() <= most,
        "{} packages, {most} at the most:\n{}",
        names.len(),
        names.join("\n")
    );
}

/// Each crate that is used, with its reason; none that is not.
#[test]
fn every_dependency_has_its_reason_on_the_page() {
    let manifest: Manifest = toml::from_str(include_str!("../Cargo.toml")).unwrap();
    let linux = manifest.target.values().flat_map(|target| target.dependencies.keys());
    let used: BTreeSet<&str> =
        manifest.dependencies.keys().chain(linux).map(String::as_str).collect();
    let page = include_str!("../docs/DEPENDENCIES.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let told: BTreeSet<&str> = rows.map(|(name, _)| name).collect();
    assert_eq!(used, told);
    for name in manifest.dev.keys() {
        assert!(page.contains(&format!("`{name}`")), "`{name}` of the tests is not told");
    }
}
