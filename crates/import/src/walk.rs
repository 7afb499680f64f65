//! The files of a folder, in order of name, each once.
//!
//! Hidden files are passed over, and so is the folder of pictures and scripts that a browser saves beside a page.
//! Links are followed; a folder that was seen before is not entered again, so that a loop ends.

use crate::error::ImportError;
use crate::limits;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Hands over every file below `root`, and every folder that could not be read; stops where `each` says so.
pub(crate) fn files(root: &Path, each: &mut dyn FnMut(Result<PathBuf, ImportError>) -> bool) {
    let mut seen = BTreeSet::new();
    let mut found = false;
    let mut open = vec![(root.to_path_buf(), 0)];
    while let Some((path, depth)) = open.pop() {
        if !first_time(&path, &mut seen) {
            continue;
        }
        let outcome = if !path.is_dir() {
            regular(path)
        } else if depth > limits::FOLDERS {
            Err(unreadable(&path, format!("deeper than {} folders", limits::FOLDERS)))
        } else {
            match entries(&path) {
                Ok(entries) => {
                    open.extend(entries.into_iter().rev().map(|entry| (entry, depth + 1)));
                    continue;
                }
                Err(error) => Err(unreadable(&path, error.to_string())),
            }
        };
        found = true;
        if !each(outcome) {
            return;
        }
    }
    if !found {
        each(Err(ImportError::EmptyFolder { path: root.display().to_string() }));
    }
}

/// False where this very file or folder was handed over before, under whatever name. What cannot be resolved
/// counts as new, so that it is reported.
fn first_time(path: &Path, seen: &mut BTreeSet<PathBuf>) -> bool {
    path.canonicalize().map_or(true, |real| seen.insert(real))
}

/// A pipe or device in a folder would be waited on for ever.
fn regular(path: PathBuf) -> Result<PathBuf, ImportError> {
    match path.metadata() {
        Ok(about) if about.is_file() => Ok(path),
        Ok(_) => Err(unreadable(&path, "it is a pipe or device".to_owned())),
        Err(error) => Err(unreadable(&path, error.to_string())),
    }
}

fn unreadable(path: &Path, reason: String) -> ImportError {
    ImportError::Unreadable { path: path.display().to_string(), reason }
}

/// What lies in a folder, in order of name, without what is hidden or belongs to a saved page.
fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<std::io::Result<BTreeSet<_>>>()?;
    let hidden = |path: &PathBuf| path.file_name().is_none_or(|n| n.to_string_lossy().starts_with('.'));
    paths.retain(|path| !hidden(path));
    let of_page: Vec<PathBuf> = paths.iter().filter(|path| is_of_page(path, &paths)).cloned().collect();
    for path in of_page {
        paths.remove(&path);
    }
    Ok(paths.into_iter().collect())
}

/// True for `خبر_files` beside `خبر.html`.
fn is_of_page(path: &Path, beside: &BTreeSet<PathBuf>) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(page) = name.strip_suffix("_files").or_else(|| name.strip_suffix(".fld")) else { return false };
    ["html", "htm"].iter().any(|e| beside.contains(&path.with_file_name(format!("{page}.{e}"))))
        && path.is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(root: &Path) -> Vec<String> {
        let mut out = Vec::new();
        files(root, &mut |found| {
            out.push(match found {
                Ok(path) => path.strip_prefix(root).unwrap().display().to_string(),
                Err(error) => error.to_string().replace(&root.display().to_string(), ""),
            });
            true
        });
        out
    }

    #[test]
    fn files_come_in_order_of_name_hidden_ones_and_page_folders_left() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for path in
            ["ب.txt", "أ.txt", ".hidden", "c/2.txt", "c/1.txt", "p.html", "p_files/x.js", "q_files/y.txt"]
        {
            std::fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            std::fs::write(root.join(path), "x").unwrap();
        }
        assert_eq!(check(root), ["c/1.txt", "c/2.txt", "p.html", "q_files/y.txt", "أ.txt", "ب.txt"]);
    }

    #[test]
    fn an_empty_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert!(check(folder.path())[0].contains("no files in this folder"));
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_of_links_ends_and_a_dead_link_is_told() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        std::fs::write(root.join("a.txt"), "x").unwrap();
        symlink(root, root.join("loop")).unwrap();
        symlink(root.join("a.txt"), root.join("b.txt")).unwrap();
        symlink(root.join("gone"), root.join("c.txt")).unwrap();
        let found = check(root);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], "a.txt");
        assert!(found[1].starts_with("/c.txt: cannot be read"), "{found:?}");
    }
}
