//! Things that stand where a brief should: each beside a brief that is sound and opens all the same.

use crate::run;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;

const SOUND: &str = "schema = 2\n[brief]\nid = \"sound\"\ntitle = \"Sound\"\ntlp = \"GREEN\"\n\
    [[event]]\nid = \"calm\"\ntitle = \"All is calm\"\nwhen = \"2022-07-15\"\ntype = \"other\"\n";

/// An object and how it is made in a folder.
type Object = (&'static str, fn(&Path));

fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
    fs::write(path, bytes).unwrap();
}

fn folder(path: impl AsRef<Path>) {
    fs::create_dir_all(path).unwrap();
}

fn link(to: impl AsRef<Path>, at: impl AsRef<Path>) {
    symlink(to, at).unwrap();
}

fn pipe(at: &Path) {
    mknodat(CWD, at, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

fn socket(at: &Path) {
    // Bound below another name: the path of a socket must be short.
    let near = at.parent().unwrap();
    let _listener = UnixListener::bind(near.join("s")).unwrap();
    fs::rename(near.join("s"), at).unwrap();
}

fn sparse(at: &Path, bytes: u64) {
    File::create(at).unwrap().set_len(bytes).unwrap();
}

fn locked(at: &Path, mode: u32) {
    fs::set_permissions(at, fs::Permissions::from_mode(mode)).unwrap();
}

/// A header of a tar and what follows it, without a right sum.
fn tar(name: &str, kind: u8, size: &str) -> Vec<u8> {
    let mut block = vec![0; 512];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[124..124 + size.len()].copy_from_slice(size.as_bytes());
    block[156] = kind;
    block[257..262].copy_from_slice(b"ustar");
    block[148..156].copy_from_slice(b"        ");
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    block.extend(vec![b'#'; 512]);
    block
}

const OBJECTS: &[Object] = &[
    ("a pipe", |at| pipe(&at.join("x.toml"))),
    ("a socket", |at| socket(&at.join("x.toml"))),
    ("a folder by the name of a brief", |at| folder(at.join("x.toml"))),
    ("a link to itself", |at| link("x.toml", at.join("x.toml"))),
    ("two links to each other", |at| {
        link("y.toml", at.join("x.toml"));
        link("x.toml", at.join("y.toml"));
    }),
    ("a link to nothing", |at| link("nowhere", at.join("x.toml"))),
    ("a link out of the folder", |at| link("/etc/passwd", at.join("x.toml"))),
    ("a link to zeros without an end", |at| link("/dev/zero", at.join("x.toml"))),
    ("a link to the terminal", |at| link("/dev/tty", at.join("x.toml"))),
    ("a link to the memory of the program", |at| link("/proc/self/mem", at.join("x.toml"))),
    ("a link to the folder above", |at| link("..", at.join("below"))),
    ("a link to the brief beside it", |at| link("sound.toml", at.join("x.toml"))),
    ("one file under two names", |at| {
        fs::hard_link(at.join("sound.toml"), at.join("x.toml")).unwrap();
    }),
    ("a file that may not be read", |at| {
        write(at.join("x.toml"), SOUND.replace("sound", "locked"));
        locked(&at.join("x.toml"), 0);
    }),
    ("a folder that may not be entered", |at| {
        folder(at.join("locked"));
        write(at.join("locked/x.toml"), "x");
        locked(&at.join("locked"), 0);
    }),
    ("an empty file", |at| write(at.join("x.toml"), "")),
    ("a mebibyte of zeros", |at| write(at.join("x.toml"), vec![0; 1 << 20])),
    ("a hole of a tebibyte", |at| sparse(&at.join("x.toml"), 1 << 40)),
    ("folders twenty deep", |at| {
        folder(at.join("a/".repeat(20)));
        write(at.join("a/".repeat(20)).join("x.toml"), SOUND);
    }),
    ("a name that is no UTF-8", |at| write(at.join(OsStr::from_bytes(b"x\xff\x9b2J.toml")), "x")),
    ("a name that speaks to the terminal", |at| {
        write(at.join("\u{1b}]0;x\u{7}\u{202e}\u{9b}2J.toml"), "x");
    }),
    ("a name of two lines", |at| write(at.join("x\nTLP:CLEAR\n.toml"), "x")),
    ("a name of 255 bytes", |at| write(at.join(format!("{}.toml", "x".repeat(250))), "x")),
    ("a name that looks like an option", |at| write(at.join("--help.toml"), "x")),
    ("names of nothing but the ending", |at| {
        write(at.join(".toml"), "x");
        write(at.join(" .toml"), "x");
        write(at.join("..toml"), "x");
    }),
    ("a name in capitals", |at| write(at.join("X.TOML"), SOUND.replace("sound", "capitals"))),
    ("what editors and sticks leave behind", |at| {
        for name in [".x.toml.swp", "x.toml~", "._x.toml", "Thumbs.db", "#x.toml#", "x.toml.bak"] {
            write(at.join(name), [0xff, 0x1b]);
        }
        folder(at.join(".Trash-0"));
        folder(at.join("System Volume Information"));
    }),
    ("a registry that is a file", |at| write(at.join("_registry"), "x")),
    ("a registry that is a link out", |at| link("/etc", at.join("_registry"))),
    ("a registry that holds a pipe", |at| {
        folder(at.join("_registry"));
        pipe(&at.join("_registry/x.toml"));
    }),
    ("a registry below a registry", |at| folder(at.join("_registry/_registry/_registry"))),
    ("a signature without a list", |at| {
        write(at.join("MANIFEST.sha256.minisig"), "untrusted comment: \u{1b}[2J");
    }),
    ("an archived copy that is a pipe", |at| {
        pipe(&at.join("copy.pdf"));
        let sum = "0".repeat(64);
        let source =
            format!("[source.s]\ntitle = \"S\"\nfile = \"copy.pdf\"\nsha256 = \"{sum}\"\n");
        write(at.join("x.toml"), SOUND.replace("sound", "copied") + &source);
    }),
    ("an archived copy that is a hole of a tebibyte", |at| {
        sparse(&at.join("copy.pdf"), 1 << 40);
        let sum = "0".repeat(64);
        let source =
            format!("[source.s]\ntitle = \"S\"\nfile = \"copy.pdf\"\nsha256 = \"{sum}\"\n");
        write(at.join("x.toml"), SOUND.replace("sound", "copied") + &source);
    }),
];

#[test]
fn whatever_stands_beside_a_sound_brief_it_opens() {
    assert!(OBJECTS.len() >= 20);
    let mut faults = String::new();
    for (number, (what, make)) in OBJECTS.iter().enumerate() {
        let place = tempfile::tempdir().unwrap();
        write(place.path().join("sound.toml"), SOUND);
        make(place.path());
        run::commands(place.path(), Some("GREEN"), &mut faults);
        let run = run::pipes(&[place.path().as_os_str()], &mut faults);
        if !run.out.contains("brief:sound") {
            writeln!(faults, "{what}: the sound brief is lost: {}", run.out).unwrap();
        }
        // In a terminal every third: what is read is the same.
        if number % 3 == 0 {
            run::walk(place.path(), (80, 24), Some("GREEN"), &mut faults);
        }
        let locked_folder = place.path().join("locked");
        if locked_folder.exists() {
            locked(&locked_folder, 0o700);
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// The same things named themselves, and packs that are none.
#[test]
fn objects_that_are_named_are_refused_in_words() {
    let mut faults = String::new();
    let packs: &[Object] = &[
        ("an empty pack", |at| write(at, "")),
        ("a pack of noise", |at| write(at, vec![0xa5; 5_000])),
        ("a pack that is cut off", |at| write(at, &tar("x.toml", b'0', "00000001000\0")[..600])),
        ("a pack that leads out", |at| write(at, tar("../../x.toml", b'0', "00000001000\0"))),
        ("a pack of absolute names", |at| write(at, tar("/etc/x.toml", b'0', "00000001000\0"))),
        ("a pack with a device", |at| write(at, tar("x.toml", b'3', "00000000000\0"))),
        ("a pack with a link", |at| write(at, tar("x.toml", b'2', "00000000000\0"))),
        ("a pack that claims eight gibibytes", |at| {
            write(at, tar("x.toml", b'0', "77777777777\0"));
        }),
        ("a pack of a control in a name", |at| {
            write(at, tar("\x1b[2J.toml", b'0', "00000001000\0"));
        }),
        ("a pack that is a pipe", |at| pipe(at)),
        ("a pack that is a folder", |at| folder(at)),
        ("a set whose list is none", |at| {
            folder(at);
            write(at.join("sound.toml"), SOUND);
            write(at.join("MANIFEST.sha256"), [0xff, 0x1b, b'\n']);
        }),
    ];
    for (what, make) in packs {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("x.tar");
        make(&path);
        for arguments in [vec![path.as_os_str()], vec![OsStr::new("check"), path.as_os_str()]] {
            let run = run::pipes(&arguments, &mut faults);
            if !(0..=2).contains(&run.code) {
                writeln!(faults, "{what}: exits {}", run.code).unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}
