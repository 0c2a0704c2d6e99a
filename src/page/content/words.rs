//! All the words of a content, for whoever has to know what it names.

use super::{Block, Content, Run, Section};

impl Content {
    /// Everything that it says. A name may go on in the next line or cell of a layout, so it is asked
    /// before it is laid out.
    pub(in crate::page) fn words(&self) -> String {
        let mut words = Words::default();
        words.line(self.title.as_str());
        words.blocks(&self.card);
        self.body.iter().for_each(|section| words.section(section));
        words.text
    }
}

#[derive(Default)]
struct Words {
    text: String,
}

impl Words {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Text { text, .. }
                | Run::Elastic { text, .. }
                | Run::Name { text, .. }
                | Run::Question { text, .. } => self.text.push_str(text.as_str()),
                Run::Sign { sign, .. } => self.text.push_str(sign.glyph()),
                Run::Number(_) => {}
            }
        }
        self.text.push('\n');
    }

    fn section(&mut self, section: &Section) {
        if let Some(heading) = &section.heading {
            self.line(heading.as_str());
        }
        self.runs(&section.remark);
        self.blocks(&section.blocks);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Title { text, .. } | Block::Address { text, .. } => self.line(text.as_str()),
                Block::Paragraph(runs) | Block::Field { runs, .. } => self.runs(runs),
                Block::Row(row) => row.each(&mut |runs| self.runs(runs)),
                Block::Entry(entry) => {
                    self.runs(&entry.runs);
                    self.blocks(&entry.under);
                }
                Block::Table(table) => {
                    for row in &table.rows {
                        row.cells.iter().for_each(|cell| self.runs(cell));
                        self.blocks(&row.under);
                    }
                }
                Block::Legend(_) => {}
            }
        }
    }
}
