//! What `new` writes behind comment signs is right once it is uncommented: all of it, and each record with
//! those that it names.

use super::write::Desk;
use std::collections::BTreeSet;
use std::fs;

/// A file to begin with, cut into its records behind comment signs and what stands between them.
struct Template {
    parts: Vec<String>,
}

impl Template {
    fn of(text: &str) -> Self {
        Self { parts: text.split("\n\n").map(str::to_owned).collect() }
    }

    fn examples(&self) -> Vec<usize> {
        (0..self.parts.len()).filter(|at| self.parts[*at].starts_with("#[")).collect()
    }

    /// The text with some of its examples uncommented.
    fn with(&self, examples: &BTreeSet<usize>) -> String {
        let part = |(at, part): (usize, &String)| {
            if examples.contains(&at) { uncommented(part) } else { part.clone() }
        };
        self.parts.iter().enumerate().map(part).collect::<Vec<_>>().join("\n\n")
    }

    fn with_all(&self) -> String {
        let head = uncommented(&self.parts.join("\n\n"));
        Self::of(&head).with(&self.examples().into_iter().collect())
    }

    /// An example and those without which it says nothing: whose ids it has, and what it stands in.
    fn and_what_it_names(&self, example: usize) -> BTreeSet<usize> {
        let mut taken = BTreeSet::from([example]);
        loop {
            let named: String = taken.iter().map(|at| self.parts[*at].as_str()).collect();
            let is_needed = |at: &usize| {
                let [id, header] = [id_of(&self.parts[*at]), header_of(&self.parts[*at])];
                let inner = header.strip_suffix(']').unwrap_or(header);
                let signs = [["\"", id, "\""], ["@", id, "]"], [":", id, "]"]];
                !id.is_empty() && signs.iter().any(|sign| named.contains(&sign.concat()))
                    || taken
                        .iter()
                        .any(|at| header_of(&self.parts[*at]).starts_with(&[inner, "."].concat()))
            };
            let more: BTreeSet<usize> = self.examples().into_iter().filter(is_needed).collect();
            if more.is_subset(&taken) {
                return taken;
            }
            taken.extend(more);
        }
    }
}

/// Every line that begins with `#` and no blank, without it.
fn uncommented(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with([' ', ':']) => rest.to_owned(),
        Some(_) | None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// `event.claim` of a record whose first line is `#[[event.claim]]`.
fn header_of(record: &str) -> &str {
    let line = record.lines().next().unwrap_or_default();
    line.trim_start_matches(['#', '[']).trim_end_matches(']')
}

fn id_of(record: &str) -> &str {
    let key = |line: &'static str| record.lines().find_map(|text| text.strip_prefix(line));
    match key("#id ") {
        Some(rest) => rest.split('"').nth(1).unwrap_or_default(),
        None => header_of(record).split('.').nth(1).unwrap_or_default(),
    }
}

/// What a check of the folder finds, a line each.
fn found(desk: &Desk) -> Vec<String> {
    let checked = desk.run(&["check", "--format", "short", "."]);
    assert_ne!(checked.code, Some(2), "{}", checked.err);
    checked.out.lines().map(str::to_owned).collect()
}

fn write(desk: &Desk, name: &str, text: &str) {
    fs::write(desk.path(name), text).unwrap();
}

const FILE: &str = "a.toml";

fn brief() -> (Desk, Template) {
    let desk = Desk::with(&[]);
    assert_eq!(desk.run(&["new", "brief", "a"]).code, Some(0));
    let template = Template::of(&desk.text(FILE));
    assert!(template.examples().len() > 15, "{:?}", template.parts);
    (desk, template)
}

#[test]
fn the_examples_of_a_brief_are_checked_without_a_finding_all_together() {
    let (desk, template) = brief();
    write(&desk, FILE, &template.with_all());
    let text = desk.text(FILE);
    assert!(!text.contains("\n#[") && text.contains("\nshort-title = "), "{text}");
    assert_eq!(found(&desk), [""; 0], "{text}");
    assert_eq!(desk.run(&["fmt", FILE]).code, Some(0));
    assert_eq!(found(&desk), [""; 0]);
}

#[test]
fn each_example_of_a_brief_is_right_with_those_that_it_names() {
    let (desk, template) = brief();
    for example in template.examples() {
        let text = template.with(&template.and_what_it_names(example));
        write(&desk, FILE, &text);
        // Half of a brief has records that nothing names yet, and nothing else is to be said of it.
        let findings = found(&desk);
        let others = findings.iter().filter(|line| !line.contains("[W220]"));
        assert_eq!(others.collect::<Vec<_>>(), [""; 0], "{text}");
    }
}

#[test]
fn an_example_of_an_event_goes_into_a_brief_whose_examples_are_uncommented() {
    let (desk, template) = brief();
    write(&desk, FILE, &template.with_all());
    assert_eq!(desk.run(&["new", "event", FILE]).code, Some(0));
    assert!(desk.text(FILE).contains("\n#[[event]]\n"), "{}", desk.text(FILE));
    let text = uncommented(&desk.text(FILE));
    write(&desk, FILE, &text);
    assert_eq!(found(&desk), [""; 0], "{text}");
}

#[test]
fn the_examples_of_a_registry_are_checked_without_a_finding_alone_and_beside_those_of_a_brief() {
    let (desk, template) = brief();
    assert_eq!(desk.run(&["new", "registry", "."]).code, Some(0));
    let folder = fs::read_dir(desk.path("_registry")).unwrap();
    for path in folder.map(|entry| entry.unwrap().path()) {
        let text = Template::of(&fs::read_to_string(&path).unwrap()).with_all();
        assert!(!text.contains("\n#["), "{text}");
        fs::write(path, text).unwrap();
    }
    assert_eq!(found(&desk), [""; 0]);
    write(&desk, FILE, &template.with_all());
    assert_eq!(found(&desk), [""; 0]);
}

#[test]
fn the_first_line_names_a_schema_only_where_it_is() {
    let desk = Desk::with(&[]);
    for (name, options, is_named) in
        [("a", &[][..], false), ("b", &["--schema"], true), ("c", &[], true)]
    {
        assert_eq!(desk.run(&[&["new", "brief", name][..], options].concat()).code, Some(0));
        let text = desk.text(&[name, ".toml"].concat());
        assert_eq!(text.starts_with("#:schema ./brief.schema.json\n"), is_named, "{name}: {text}");
    }
    let made = desk.run(&["new", "registry", "."]);
    assert_eq!(made.code, Some(0));
    assert!(!desk.text("_registry/actors.toml").contains("#:schema"));
    fs::remove_dir_all(desk.path("_registry")).unwrap();
    let made = desk.run(&["new", "registry", ".", "--schema"]);
    assert!(made.out.ends_with("new: registry.schema.json\n"), "{}", made.out);
    let named = "#:schema ../registry.schema.json\n";
    assert!(desk.text("_registry/actors.toml").starts_with(named));
    assert_eq!(
        desk.text("registry.schema.json"),
        desk.run(&["generate", "schema", "--registry"]).out
    );
}
