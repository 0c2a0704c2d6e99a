//! Rules for single numbers.

use super::Credibility;
use super::context::Context;
use crate::diag::Code;
use crate::text;
use toml::Spanned;

impl Context<'_> {
    /// A credibility number.
    pub(super) fn credibility(&mut self, number: &Spanned<i64>) -> Option<Credibility> {
        let value = u8::try_from(*number.get_ref()).ok().and_then(Credibility::new);
        if value.is_none() {
            let message = text![
                number.get_ref(),
                " is no credibility: a number 1 (confirmed) to 6 (cannot be judged)"
            ];
            self.report(Code::E140, number.span(), message);
        }
        value
    }

    /// A number that counts from 1.
    pub(super) fn counted(&mut self, key: &'static str, number: &Spanned<i64>) -> Option<u32> {
        let value = u32::try_from(*number.get_ref()).ok().filter(|value| *value > 0);
        if value.is_none() {
            let found = number.get_ref();
            let message = text!["`", key, "` must be a whole number from 1, found ", found];
            self.report(Code::E004, number.span(), message);
        }
        value
    }

    /// Degrees in ten-thousandths, within plus and minus `limit`.
    pub(super) fn degrees(
        &mut self,
        key: &'static str,
        degrees: &Spanned<f64>,
        limit: u8,
    ) -> Option<i32> {
        let value = *degrees.get_ref();
        if value.is_finite() && value.abs() <= f64::from(limit) {
            let scaled = (value * 10_000.0).round();
            #[expect(
                clippy::cast_possible_truncation,
                reason = "at most 1,800,000 after the check of the limit"
            )]
            return Some(scaled as i32);
        }
        // No latitude is beyond the poles, but a longitude may be.
        let is_other = value.is_finite() && value.abs() <= 180.0;
        let help = is_other.then(|| text!["are `lat` and `lon` exchanged?"]);
        let limit = u32::from(limit);
        let message = text!["`", key, "` must lie between -", limit, " and ", limit, " degrees"];
        self.report_with(Code::E004, degrees.span(), message, help);
        None
    }
}
