#!/usr/bin/env bash
# The program on other systems: it is checked for macOS, and built for Linux with musl and for Windows, without a
# warning. What was built plays every script of the examples and lists what comes out. All files and all lists have to
# be the same, byte for byte, as those of the program on this system, which it takes.
# The program for Windows is built where mingw is, and run where wine is. Skips, and says so, what is missing.
cd "$(dirname "$0")/.."
. tests/shared.sh
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
trap '{ wineserver -k; wineserver -w; rm -rf "$work"; } >/dev/null 2>&1 || true' EXIT

# has TARGET: returns whether Rust's library for a system is there or can be had.
has() {
	rustup target list --installed | grep -qx "$1" || rustup target add "$1" >/dev/null 2>&1 ||
		{ say "$1 is skipped, rustup cannot add it"; false; }
}

# cross COMMAND TARGET: checks or builds the program for another system. Compiling takes longer than playing, so nothing
# is optimised.
cross() {
	cargo "$1" --quiet --bins --locked --target "$2" --config profile.dev.debug=0 \
		--config 'profile.dev.package."*".opt-level=0' 2>&1 | tee "$work/cargo" >&2
	! grep -q '^warning' "$work/cargo" || fail "$2 compiles with warnings"
}

# play NAME PROGRAM...: plays the examples with a program, and keeps what it prints.
play() {
	local name=$1 on=2026-10-05
	shift
	local place=$work/$name
	mkdir -p "$place/bin" "$place/garden" "$place/federation"
	printf '#!/bin/sh\nexec %s "$@"\n' "$*" >"$place/bin/rounds"
	chmod +x "$place/bin/rounds"
	cp -r examples/garden/scripts "$place/garden"
	cp examples/garden/scripts/beginning.toml "$place/garden/circle.toml"
	cp -r examples/federation/scripts "$place/federation"
	(
		# The commands find the circle of the folder, with the same settings and words everywhere.
		export PATH=$place/bin:$PATH ROUNDS_CONFIG_DIR=$place/settings LC_ALL=C.UTF-8 TZ=Europe/Berlin
		cd "$place/garden"
		rounds meet --script scripts/2*.txt --lang en >../garden.txt
		for list in 'log --all --json' "due --on $on --json" 'export json' 'export csv decisions' 'check --json' \
			'replay --json' 'replay --step' 'minutes 2026-09-05' 'seal' "site ../site --on $on"; do
			# Some lists end with the code 1, because they found something.
			echo "\$ rounds $list"
			rounds $list --lang en || echo "exit code $?"
		done >../lists.txt 2>&1
		cd ../federation
		sh scripts/play.sh >../federation.txt
		for list in "log --deep --on $on --json" "due --deep --on $on --json" 'export json --deep' 'check --deep --json' \
			'replay --deep' 'circles' 'log --deep nothing'; do
			echo "\$ rounds $list"
			rounds $list --lang de || echo "exit code $?"
		done >>../lists.txt 2>&1
	)
	rm -r "$place/bin"
}

# same NAME: compares what a program left with what the first one left.
same() {
	diff -r "$work/here" "$work/$1" >"$work/differs" || fail "$1 gives something else: $(head -n 40 "$work/differs")"
	say "$1 gives the same $(find "$work/$1" -type f | wc -l) files"
}

if has aarch64-apple-darwin; then
	cross check aarch64-apple-darwin
	say 'aarch64-apple-darwin compiles'
fi
play here "$rounds"

if has x86_64-unknown-linux-musl; then
	cross build x86_64-unknown-linux-musl
	play musl "$target/x86_64-unknown-linux-musl/debug/rounds"
	same musl
fi

windows=x86_64-pc-windows-gnu
has $windows || exit 0
if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then
	cross check "$windows"
	say "$windows compiles; not built or run, there is no x86_64-w64-mingw32-gcc"
	exit
fi
wine=$(command -v wine64 || command -v wine) || {
	cross build "$windows"
	say "$windows is built; not run, there is no wine"
	exit
}
# Wine makes its folder meanwhile.
"$wine" wineboot --init >/dev/null 2>&1 &
cross build "$windows"
wait
mkdir "$work/exe"
cp "$target/$windows/debug/rounds.exe" "$work/exe"
# Wine 8 has no such library, from which the program has its random numbers.
cat >"$work/random.c" <<-'C'
	#include <windows.h>
	BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
	__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T count) { return SystemFunction036(to, count); }
C
x86_64-w64-mingw32-gcc -shared -o "$work/exe/bcryptprimitives.dll" "$work/random.c" -ladvapi32
play windows "$wine" "$work/exe/rounds.exe"
same windows
