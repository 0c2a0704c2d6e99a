//! The page: what each part measured, as tables between two comments of `docs/PERFORMANCE.md`.

use super::asked::Asked;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

/// Where the tables begin and end on the page.
const MARKS: [&str; 2] = ["<!-- measured: begin -->", "<!-- measured: end -->"];

/// What a part measured.
pub(crate) struct Section {
    /// Its heading.
    pub(crate) title: &'static str,
    /// What was measured and how to read it.
    pub(crate) about: String,
    /// Its tables.
    pub(crate) tables: Vec<Table>,
}

/// Rows under a head; the first column says what a row is about.
pub(crate) struct Table {
    columns: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Table {
    /// One without rows.
    pub(crate) fn new(columns: &'static [&'static str]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row with a cell for each column.
    pub(crate) fn row<const CELLS: usize>(&mut self, cells: [String; CELLS]) {
        assert_eq!(CELLS, self.columns.len(), "a cell for each column");
        self.rows.push(Vec::from(cells));
    }

    fn write(&self, page: &mut String) {
        writeln!(page, "\n| {} |", self.columns.join(" | ")).unwrap();
        writeln!(page, "|---{}|", "|---:".repeat(self.columns.len() - 1)).unwrap();
        for row in &self.rows {
            writeln!(page, "| {} |", row.join(" | ")).unwrap();
        }
    }
}

impl Section {
    /// As it stands on the page, with the command that makes this part alone.
    pub(crate) fn written(&self, name: &str) -> String {
        let mut page = format!("\n## {}\n\n{}\n", self.title, self.about);
        for table in &self.tables {
            table.write(&mut page);
        }
        write!(page, "\n`cargo bench --bench performance -- {name}` measures this part alone.\n")
            .unwrap();
        page
    }
}

/// The page with these tables in the place of those that it had.
pub(crate) fn with(page: &str, measured: &str) -> String {
    let [begin, end] = MARKS;
    let (before, rest) = page.split_once(begin).expect("the page says where the tables begin");
    let (_, after) = rest.split_once(end).expect("the page says where the tables end");
    format!("{before}{begin}\n\n{measured}\n{end}{after}")
}

/// The machine and the moment of a run.
pub(crate) fn run(asked: &Asked) -> String {
    let info = |file: &str, key: &str| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let value = text.lines().find_map(|line| line.strip_prefix(key)?.split_once(':'));
        value.map_or("unknown".to_owned(), |(_, value)| value.trim().to_owned())
    };
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let day = chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).date_naive();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let program = Path::new(env!("CARGO_BIN_EXE_attache"));
    let size = std::fs::metadata(program).map_or(0, |file| file.len());
    format!(
        "One run of `{}` on {day}: {}, {threads} threads, load {load} when it began; the program has {:.2} \
         MB.\n",
        asked.command(),
        info("/proc/cpuinfo", "model name"),
        size as f64 / 1e6
    )
}

/// A time in milliseconds.
pub(crate) fn millis(time: Duration) -> String {
    let millis = time.as_secs_f64() * 1e3;
    let decimals = if millis < 10.0 { 2 } else { 1 };
    format!("{millis:.decimals$} ms")
}

/// How many times the other one it is.
pub(crate) fn times(one: Duration, other: Duration) -> String {
    let ratio = one.as_secs_f64() / other.as_secs_f64();
    let decimals = if ratio < 0.1 { 3 } else { 2 };
    format!("{ratio:.decimals$}")
}

/// The power of the amount with which a time grows: 1 is linear, 2 quadratic.
pub(crate) fn exponent(times: [Duration; 2], amounts: [usize; 2]) -> String {
    let [less, more] = times.map(|time| time.as_secs_f64());
    let [few, many] = amounts.map(|amount| amount as f64);
    format!("{:.2}", (more / less).ln() / (many / few).ln())
}

/// The middle one.
pub(crate) fn median(times: &[Duration]) -> Duration {
    percentile(times, 50)
}

/// The one that so many of a hundred are not above.
pub(crate) fn percentile(times: &[Duration], of_hundred: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted[(sorted.len() * of_hundred / 100).min(sorted.len() - 1)]
}

/// The shortest.
pub(crate) fn least(times: &[Duration]) -> Duration {
    times.iter().copied().min().expect("something was measured")
}
