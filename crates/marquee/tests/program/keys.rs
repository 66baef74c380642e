//! `marquee init`, `token` and `keys`: what lies on the disk, who may read it, what is printed and what never is.

use crate::process::marquee;
use marquee_auth::{Algorithm, Key, Keys, Verified, Verifier};
use serde_json::Value;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    marquee().current_dir(folder).env_remove("MARQUEE_TOKEN").args(arguments).output().unwrap()
}

/// What it printed, of a run that went well.
#[track_caller]
pub(crate) fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", told(output));
    String::from_utf8(output.stdout.clone()).unwrap().trim_end().to_owned()
}

pub(crate) fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The files of a folder, by their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all
}

/// The private keys that lie in a folder.
fn pems(folder: &Path) -> Vec<Key> {
    let pem = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "pem");
    let key = |path: &PathBuf| {
        let kid = path.file_stem().unwrap().to_str().unwrap();
        Key::from_pem(kid, Algorithm::EdDsa, &std::fs::read_to_string(path).unwrap()).unwrap()
    };
    files(folder).iter().filter(|path| pem(path)).map(key).collect()
}

fn verified(keys: Vec<Key>, token: &str) -> Verified {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let verifier = Verifier::new("marquee", "marquee", Keys::new(keys).unwrap(), Vec::new()).unwrap();
    verifier.verify(token, now).unwrap()
}

/// A folder whose keys are in a file of their own.
fn with_keys_file() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    printed(&run(folder.path(), &["init"]));
    let config = "[auth]\nissuer = 'marquee'\naudience = 'marquee'\nkeys_file = 'keys.toml'\n";
    std::fs::write(folder.path().join("marquee.toml"), config).unwrap();
    folder
}

fn kids(folder: &Path) -> Vec<(String, bool)> {
    let listed: Value = serde_json::from_str(&printed(&run(folder, &["keys", "list", "--json"]))).unwrap();
    let keys = listed["keys"].as_array().unwrap().iter();
    keys.map(|key| (key["kid"].as_str().unwrap().to_owned(), key["signs"].as_bool().unwrap())).collect()
}

#[test]
fn init_writes_files_for_their_owner_alone_whatever_the_mask() {
    for mask in ["000", "777"] {
        let folder = tempfile::tempdir().unwrap();
        let script = format!(
            "umask {mask}; exec {} init --dir {}",
            env!("CARGO_BIN_EXE_marquee"),
            folder.path().display()
        );
        let output = Command::new("sh").args(["-c", &script]).output().unwrap();
        let token = printed(&output);
        let said = verified(pems(folder.path()), &token);
        assert!(said.scopes.may_administer(), "the first token is an operator's");
        let all = files(folder.path());
        assert_eq!(all.len(), 3, "{all:?}");
        for path in all {
            let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{} with mask {mask}", path.display());
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.contains(&token), "{} holds the token", path.display());
        }
        assert!(!told(&output).contains(&token), "it is printed once");
        assert!(told(&output).contains("marquee serve --config "), "{}", told(&output));
    }
}

#[test]
fn init_overwrites_nothing_and_with_force_puts_it_aside() {
    let folder = tempfile::tempdir().unwrap();
    let first = printed(&run(folder.path(), &["init"]));
    let before: Vec<_> = files(folder.path()).iter().map(|path| std::fs::read(path).unwrap()).collect();
    let again = run(folder.path(), &["init"]);
    assert_eq!((again.status.code(), again.stdout.len()), (Some(2), 0));
    assert!(told(&again).contains("--force") && told(&again).contains("marquee.toml"), "{}", told(&again));
    let after: Vec<_> = files(folder.path()).iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert_eq!(before, after);
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let replaced = ["keys.toml", "marquee.toml"].map(read);
    let forced = printed(&run(folder.path(), &["init", "--force"]));
    assert_ne!(first, forced);
    assert_eq!(["keys.toml.old", "marquee.toml.old"].map(read), replaced);
    assert_eq!(pems(folder.path()).len(), 2, "the old key is still there");
}

#[test]
fn a_token_says_what_was_asked_and_nothing_else_stands_on_stdout() {
    let folder = tempfile::tempdir().unwrap();
    printed(&run(folder.path(), &["init"]));
    let token = run(folder.path(), &["token", "--sub", "cms", "--scope", "subscribe:ops.* publish:ops"]);
    let said = verified(pems(folder.path()), &printed(&token));
    assert_eq!((&*said.sub, said.scopes.to_string()), ("cms", "publish:ops subscribe:ops.*".to_owned()));
    assert_eq!(said.exp - said.iat, 900);
    assert!(!told(&token).contains("90 days"));
    let long = ["token", "--sub", "wall", "--scope", "subscribe:*", "--ttl", "7776001", "--json"];
    let long = run(folder.path(), &long);
    let answer: Value = serde_json::from_str(&printed(&long)).unwrap();
    assert!(told(&long).contains("90 days") && told(&long).contains(answer["jti"].as_str().unwrap()));
    assert_eq!((&answer["scope"], &answer["expires_in"]), (&"subscribe:*".into(), &7_776_001.into()));
    assert_eq!(
        verified(pems(folder.path()), answer["token"].as_str().unwrap()).jti.as_deref(),
        answer["jti"].as_str()
    );
    for (scope, word) in
        [("publish:", "publish:BOARD"), ("write:ops", "subscribe:BOARD"), ("", "admin"), ("Admin", "admin")]
    {
        let refused = run(folder.path(), &["token", "--sub", "x", "--scope", scope]);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{scope:?}");
        assert!(told(&refused).contains(word), "{scope:?}: {}", told(&refused));
    }
}

#[test]
fn a_rotated_key_signs_and_the_old_one_checks_until_it_is_removed() {
    let folder = with_keys_file();
    let path = folder.path();
    let [(old, true)] = &kids(path)[..] else { panic!("one key that signs: {:?}", kids(path)) };
    let before = printed(&run(path, &["token", "--sub", "a", "--scope", "admin"]));
    let rotated = run(path, &["keys", "rotate", "--json"]);
    let answer: Value = serde_json::from_str(&printed(&rotated)).unwrap();
    let new = answer["kid"].as_str().unwrap();
    assert_eq!(answer["replaces"], **old);
    assert!(told(&rotated).contains(&format!("marquee keys remove {old}")), "{}", told(&rotated));
    assert_eq!(kids(path), [(new.to_owned(), true), (old.clone(), false)]);
    let after = printed(&run(path, &["token", "--sub", "a", "--scope", "admin"]));
    assert_eq!(
        (verified(pems(path), &before).kid, verified(pems(path), &after).kid),
        (old.clone(), new.to_owned())
    );
    for file in ["keys.toml", &format!("{new}.pem")] {
        let mode = std::fs::metadata(path.join(file)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{file}");
    }
    let unasked = run(path, &["keys", "remove", old]);
    assert_eq!(unasked.status.code(), Some(2));
    assert!(told(&unasked).contains("--yes"), "{}", told(&unasked));
    printed(&run(path, &["keys", "remove", old, "--yes"]));
    assert_eq!(kids(path), [(new.to_owned(), true)]);
    let last = run(path, &["keys", "remove", new, "--yes"]);
    assert_eq!(last.status.code(), Some(2));
    assert!(told(&last).contains("only key that signs"), "{}", told(&last));
    printed(&run(path, &["keys", "remove", new, "--yes", "--force"]));
    assert_eq!(kids(path), []);
    let none = run(path, &["token", "--sub", "a", "--scope", "admin"]);
    assert!(told(&none).contains("no key can sign"), "{}", told(&none));
    printed(&run(path, &["keys", "rotate"]));
    assert_eq!(kids(path).len(), 1, "and then there is one again");
}

#[test]
fn keys_are_told_without_anything_secret() {
    let folder = with_keys_file();
    let path = folder.path();
    std::fs::write(path.join("s"), "a secret that nobody may ever see").unwrap();
    let mut text = std::fs::read_to_string(path.join("keys.toml")).unwrap();
    text.push_str("# of the cms\n[[keys]]\nkid = 'cms'\nalg = 'HS256'\nsecret_file = 's'\n");
    text.push_str("[[keys]]\nkid = 'other'\nalg = 'HS256'\nsecret = 'another secret that nobody may see'\n");
    std::fs::write(path.join("keys.toml"), text).unwrap();
    printed(&run(path, &["keys", "rotate"]));
    let kept = std::fs::read_to_string(path.join("keys.toml")).unwrap();
    assert!(kept.contains("# of the cms") && kept.contains("another secret"), "what its owner wrote stays");
    let pem =
        files(path).into_iter().find(|path| path.extension().is_some_and(|ending| ending == "pem")).unwrap();
    let pem = std::fs::read_to_string(pem).unwrap();
    for arguments in [&["keys", "list"][..], &["keys", "list", "--json"], &["keys", "remove", "cms", "--yes"]]
    {
        let output = run(path, arguments);
        let all = printed(&output) + &told(&output);
        for secret in ["nobody may", pem.lines().nth(1).unwrap()] {
            assert!(!all.contains(secret), "{arguments:?}: {all}");
        }
    }
    let listed = printed(&run(path, &["keys", "list"]));
    assert!(listed.contains("  signs  ") && listed.contains("other  HS256  checks  -  "), "{listed}");
    // Nor when the file is wrong.
    for wrong in [
        "[[keys]]\nkid = 'x'\nalg = 'HS256'\nsecret = ['nobody may']\n",
        "keys = 'nobody may'\n",
        "nobody may\n",
    ] {
        std::fs::write(path.join("keys.toml"), wrong).unwrap();
        let output = run(path, &["keys", "list"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            told(&output).contains("keys.toml, line ") && !told(&output).contains("nobody"),
            "{}",
            told(&output)
        );
    }
}

#[test]
fn a_key_that_others_can_read_is_told() {
    let folder = with_keys_file();
    let path = folder.path();
    let list = || told(&run(path, &["keys", "list"]));
    assert_eq!(list(), "");
    let pem =
        files(path).into_iter().find(|path| path.extension().is_some_and(|ending| ending == "pem")).unwrap();
    std::fs::set_permissions(&pem, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(list().contains("chmod 600"), "{}", list());
}

#[test]
fn keys_in_the_configuration_itself_are_its_owners_to_change() {
    let folder = tempfile::tempdir().unwrap();
    let config = "[auth]\nissuer = 'marquee'\naudience = 'marquee'\n[[auth.keys]]\nkid = 'a'\nalg = 'HS256'\nsecret = 'a secret that is long enough to be one'\n";
    std::fs::write(folder.path().join("marquee.toml"), config).unwrap();
    printed(&run(folder.path(), &["token", "--sub", "a", "--scope", "admin"]));
    let refused = run(folder.path(), &["keys", "rotate"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("keys_file"), "{}", told(&refused));
    // Beside a file of keys it signs before them, as on the server, so a new key there would not.
    std::fs::write(folder.path().join("marquee.toml"), config.replace("[[", "keys_file = 'keys.toml'\n[["))
        .unwrap();
    std::fs::write(folder.path().join("keys.toml"), "keys = []\n").unwrap();
    let refused = run(folder.path(), &["keys", "rotate"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("signs before all of"), "{}", told(&refused));
    std::fs::write(folder.path().join("marquee.toml"), "drain_ms = 1\n").unwrap();
    let refused = run(folder.path(), &["token", "--sub", "a", "--scope", "admin"]);
    assert!(
        told(&refused).contains("no [auth]") && told(&refused).contains("marquee init"),
        "{}",
        told(&refused)
    );
}
