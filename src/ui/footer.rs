//! The last row: what happened, or which keys help here.

use super::View;
use super::paint::Canvas;
use crate::app::FooterLook;
use crate::config::Role;
use ratatui::layout::Position;

/// Draws it.
pub(super) fn draw(view: &View<'_>, canvas: &mut Canvas<'_>) {
    for part in view.app.footer() {
        let role = match part.look {
            FooterLook::Notice => Role::Strong,
            FooterLook::Key => Role::Key,
            FooterLook::Does | FooterLook::Reason => Role::Quiet,
        };
        canvas.text(Position::new(part.area.x, part.area.y), part.area.width, &part.text, role);
    }
}
