#!/usr/bin/env bash
# Compares the start-up of `rounds --version` with a minimal clap program, and measures a cold build.
# Needs hyperfine. Only prints figures.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo init --quiet --name minimal "$work/minimal"
cat >>"$work/minimal/Cargo.toml" <<'TOML'
clap = { version = "4.6", features = ["derive"] }
[profile.release]
strip = true
TOML
cat >"$work/minimal/src/main.rs" <<'RS'
#[derive(clap::Parser)]
#[command(version)]
struct Args {}

fn main() {
    <Args as clap::Parser>::parse();
}
RS
(cd "$work/minimal" && cargo build --quiet --release)

CARGO_TARGET_DIR="$work/target" cargo fetch --quiet
start=$(date +%s)
CARGO_TARGET_DIR="$work/target" cargo build --quiet --release
echo "cold release build: $(($(date +%s) - start)) s"
echo "binary: $(stat -c %s "$work/target/release/rounds") bytes"
hyperfine --shell=none --warmup 20 --runs 200 \
  "$work/target/release/rounds --version" "$work/minimal/target/release/minimal --version"
