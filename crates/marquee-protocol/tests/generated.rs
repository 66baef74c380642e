//! The types of the binary form are what `proto/marquee.proto` says: they are made of it again here and compared. They
//! are checked in, so no build but that of the tests needs a compiler of Protobuf.

use std::path::Path;

/// Set, what is made takes the place of what is checked in.
const UPDATE: &str = "MARQUEE_UPDATE_GENERATED";

#[test]
fn the_generated_types_are_what_the_schema_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (proto, made) = (root.join("proto"), tempfile::tempdir().expect("a folder"));
    let files = protox::compile(["marquee.proto"], [&proto]).expect("a schema that compiles");
    prost_build::Config::new()
        // A map would lose the order of members, and that one stands twice.
        .extern_path(".google.protobuf.Struct", "crate::proto::data::Struct")
        // Far larger than its neighbours.
        .boxed(".marquee.v1.Frame.kind.snapshot")
        .out_dir(made.path())
        .compile_fds(files)
        .expect("types of the schema");
    let file = "marquee.v1.rs";
    let checked_in = root.join("src/proto/generated").join(file);
    let made = std::fs::read_to_string(made.path().join(file)).expect("what was made");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&checked_in, &made).expect("a place for it");
    }
    let known = std::fs::read_to_string(&checked_in).unwrap_or_default();
    assert!(known == made, "{} is old: run this test with {UPDATE}=1", checked_in.display());
}
