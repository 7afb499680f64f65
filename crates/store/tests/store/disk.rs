//! A disk that is really full: a file system of one megabyte in memory, which only root may mount. The same
//! without a mount is tested in the crate itself, with SQLite's own limit.

#![cfg(target_os = "linux")]

use crate::{article, at, is_root};
use riwayat_store::{Dossier, NewArticle, StoreError};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small file system; unmounted when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(folder: &Path) -> Option<Self> {
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
            .arg(folder)
            .output()
            .is_ok_and(|output| output.status.success());
        done.then(|| Self(folder.into()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// An article whose bytes cannot be packed much smaller: about 100 KB.
fn large(id: &str) -> NewArticle {
    let noise: Vec<u8> = (0..3_200)
        .flat_map(|n| riwayat_store::sha256_hex(format!("{id}{n}").as_bytes()).into_bytes())
        .collect();
    NewArticle { original: noise, ..article(id) }
}

#[test]
fn a_full_disk_loses_nothing_and_saving_works_again() {
    let dir = tempfile::tempdir().unwrap();
    let Some(_disk) = is_root().then(|| SmallDisk::mount(dir.path())).flatten() else {
        println!("skipped: only root may mount a small disk, and only where mounting is allowed");
        return;
    };
    let filler = dir.path().join("filler");
    fs::write(&filler, vec![0; 400_000]).unwrap();
    let path = dir.path().join("ملف.riwayat");
    let mut dossier = Dossier::create(&path, at(0)).unwrap();
    dossier.import(at(1), &[article("kept")]).unwrap();
    let batch: Vec<_> = (0..6).map(|n| large(&format!("large-{n}"))).collect();

    let error = dossier.import(at(2), &batch).unwrap_err();
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert_eq!(dossier.articles().unwrap().len(), 1);
    drop(dossier);
    let mut dossier = Dossier::open(&path).unwrap();
    assert_eq!(dossier.articles().unwrap().len(), 1);
    assert_eq!(dossier.verify().unwrap().faults, []);

    fs::remove_file(&filler).unwrap();
    assert_eq!(dossier.import(at(3), &batch).unwrap().len(), batch.len());
    assert_eq!(dossier.verify().unwrap().faults, []);
}

#[test]
fn a_dossier_that_cannot_be_made_leaves_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let Some(_disk) = is_root().then(|| SmallDisk::mount(dir.path())).flatten() else {
        println!("skipped: only root may mount a small disk, and only where mounting is allowed");
        return;
    };
    // Fills the disk to the last page; the write that no longer fits is the point.
    let _ = fs::write(dir.path().join("filler"), vec![0; 2_000_000]);
    let path = dir.path().join("ملف.riwayat");
    let error = Dossier::create(&path, at(0)).unwrap_err();
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert!(!path.exists());
}
