//! What five widely met terminals make of the 16 colours, and the backgrounds that they have; written down
//! apart from the program's own table.

use ratatui::style::Color;

/// A terminal as it comes.
pub(crate) struct Palette {
    pub(crate) name: &'static str,
    /// The 16 in order.
    pub(crate) colours: &'static str,
    pub(crate) dark: &'static str,
    pub(crate) light: &'static str,
}

/// From XTerm-col.ad of xterm.
pub(crate) const XTERM: Palette = Palette {
    name: "xterm",
    colours: "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 \
              7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    dark: "000000",
    light: "ffffff",
};

/// The Linux console, from drivers/tty/vt/vt.c; white where somebody asked for it.
pub(crate) const VGA: Palette = Palette {
    name: "VGA",
    colours: "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa \
              555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    dark: "000000",
    light: "ffffff",
};

pub(crate) const STOCK: [Palette; 5] = [
    XTERM,
    VGA,
    // GNOME Terminal, from src/terminal-profile-editor.c.
    Palette {
        name: "Tango",
        colours: "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf \
                  555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
        dark: "2e3436",
        light: "eeeeec",
    },
    // https://ethanschoonover.com/solarized
    Palette {
        name: "Solarized",
        colours: "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 \
                  002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3",
        dark: "002b36",
        light: "fdf6e3",
    },
    // Windows Terminal, defaults.json.
    Palette {
        name: "Campbell",
        colours: "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc \
                  767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
        dark: "0c0c0c",
        light: "f2f2f2",
    },
];

/// The 16 in order.
pub(crate) const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

impl Palette {
    /// What one of the 16 looks like.
    pub(crate) fn shade(&self, color: Color) -> [u8; 3] {
        let at = SIXTEEN.iter().position(|known| *known == color).expect("one of the 16");
        hex(self.colours.split_whitespace().nth(at).expect("a shade"))
    }
}

/// A shade from its six digits.
pub(crate) fn hex(digits: &str) -> [u8; 3] {
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).expect("hex").to_be_bytes();
    [red, green, blue]
}
