#!/bin/sh
# Makes the types of the binary form anew from marquee.proto. Its compiler is built aside, in target/protobuf: no build
# of the project has to carry it.
set -eu
cd "$(dirname "$0")/.."
protocol=$PWD/crates/marquee-protocol
maker=$PWD/target/protobuf
mkdir -p "$maker/src"
cat > "$maker/Cargo.toml" <<'TOML'
[package]
name = "protobuf"
version = "0.0.0"
edition = "2024"
[workspace]
[dependencies]
prost-build = { version = "=0.14.6", default-features = false, features = ["format"] }
protox = { version = "=0.9.1", default-features = false }
TOML
cat > "$maker/src/main.rs" <<'RUST'
fn main() {
    let mut places = std::env::args().skip(1);
    let (proto, out) = (places.next().unwrap(), places.next().unwrap());
    prost_build::Config::new()
        // A map would lose the order of members, and that one stands twice.
        .extern_path(".google.protobuf.Struct", "crate::proto::data::Struct")
        // Far larger than its neighbours.
        .boxed(".marquee.v1.Frame.kind.snapshot")
        .out_dir(out)
        .compile_fds(protox::compile(["marquee.proto"], [proto]).unwrap())
        .unwrap();
}
RUST
cargo run --quiet --manifest-path "$maker/Cargo.toml" -- "$protocol/proto" "$protocol/src/proto/generated"
