# What the scripts in this folder share. They source it in the root of the repository. Their first argument is the
# program that they try.
set -euo pipefail

say() { echo "$(basename "$0" .sh): $*"; }
fail() { say "$*"; exit 1; }
# Ends the script where something that all of it needs is missing.
skip() { say "skipped, there is no $*"; exit 0; }
# there PROGRAM: returns whether a program is there, and says that its part is skipped if not.
there() { command -v "$1" >/dev/null || { say "$1 is skipped, it is not there"; false; }; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The program that is given, otherwise the one that `cargo test` has built.
rounds=$(realpath -m "${1:-${CARGO_TARGET_DIR:-target}/debug/rounds}")

# quietly COMMAND: runs a command, and shows what it says only if it fails.
quietly() { "$@" >"$work/said" 2>&1 || fail "$(cat "$work/said")"; }

# pip_install FOLDER PACKAGE...: installs Python packages into a folder; $why says why it could not.
pip_install() {
	python3 -m pip install --quiet --retries 1 --timeout 10 --disable-pip-version-check --root-user-action ignore \
		--target "$1" "${@:2}" 2>"$work/pip" || { why=$(tail -n 1 "$work/pip"); false; }
}
