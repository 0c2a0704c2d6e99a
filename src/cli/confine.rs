//! What each command needs of the file system; the sandbox refuses the rest.

use super::{Arguments, Command, fmt, keeps_state, new, request, split_reference};
use crate::config::{Environment, Loaded, config_folder};
use crate::library::load::LoadRequest;
use crate::sandbox::{self, Needs, Sandbox};
use crate::state::Store;
use std::path::{Path, PathBuf};

/// Raises the walls around what the arguments ask for.
pub(super) fn enter(
    arguments: &Arguments,
    environment: &Environment,
    loaded: &Loaded,
) -> (Sandbox, Needs) {
    let needs = needs(arguments, environment, loaded);
    (sandbox::enter(&needs), needs)
}

fn needs(arguments: &Arguments, environment: &Environment, loaded: &Loaded) -> Needs {
    let common = &arguments.common;
    let mut needs = Needs::default();
    // Themes are read when one is chosen; the state tells which sets were read before.
    needs.read.extend(config_folder(environment));
    needs.read.extend(Store::folders_to_read(environment));
    match &arguments.command {
        None => {
            let paths: Vec<PathBuf> =
                arguments.paths.iter().map(|path| split_reference(path).0).collect();
            needs.read.extend(of_request(&request(common, &paths, environment)));
            if keeps_state(common, environment, loaded) && !common.plain {
                needs.write.extend(Store::folders(environment));
            }
        }
        Some(Command::Check(check)) => {
            needs.read.extend(of_request(&request(common, check.paths(), environment)));
        }
        Some(Command::Find(_) | Command::Show(_) | Command::Who(_) | Command::Doctor) => {
            needs.read.extend(of_request(&request(common, &[], environment)));
        }
        Some(Command::Verify(verify)) => {
            needs.read.extend(verify.paths.iter().map(|path| folder_of(path)));
            if keeps_state(common, environment, loaded) {
                needs.write.extend(Store::folders(environment));
            }
        }
        Some(Command::Seal(seal)) => needs.write.push(folder_of(&seal.folder)),
        Some(Command::Trust(key)) => {
            needs.read.extend(key.file.iter().map(|path| folder_of(path)));
            needs.write.extend(config_folder(environment).map(|folder| there(&folder)));
        }
        Some(Command::Fmt(fmt)) => needs.write.extend(fmt::folders(fmt, &common.briefs)),
        Some(Command::New(kind)) => needs.write.push(there(new::written(kind))),
        Some(
            Command::Explain { .. }
            | Command::Keys(_)
            | Command::Config(_)
            | Command::Themes(_)
            | Command::Generate(_),
        ) => {}
    }
    needs
}

/// The folders that are read: of a file its own, for the registry and the archived copies beside it.
fn of_request(request: &LoadRequest) -> Vec<PathBuf> {
    request.folder.iter().chain(&request.paths).map(|path| folder_of(path)).collect()
}

/// A folder, or the one that a file really stands in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    // What is not there has no other place than the one that was named.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    if real.is_dir() {
        return real;
    }
    match real.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        Some(_) | None => PathBuf::from("."),
    }
}

/// The nearest folder that is there: one that is still to be made is made in it.
fn there(path: &Path) -> PathBuf {
    let mut above = path.ancestors().filter(|above| !above.as_os_str().is_empty());
    above.find(|above| above.is_dir()).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
