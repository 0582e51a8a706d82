#!/usr/bin/env bash
# Compares `rounds` with similar tools at three sizes each, to show how the cost grows. Only prints
# figures.
#
# Needs hyperfine and GNU time, about 1 GB in $TMPDIR, and half an hour. Of ripgrep (`rg`), `adrs`
# (crates.io) and `meetbot` (PyPI: hcoop-meetbot) it uses those on PATH, and names the others.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --quiet --profile dist --bins --examples
rounds=$PWD/target/dist/rounds
generate=$PWD/target/dist/examples/generate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ROUNDS_CONFIG_DIR=$work

there=()
for tool in rg adrs meetbot; do
  if command -v "$tool" >/dev/null; then
    there+=("$tool")
    echo "$tool: $("$tool" --version | sed -n 1p)"
  else
    echo "$tool: not on PATH, left out"
  fi
done

# Writes a folder in place of the last one: KIND COUNT.
folder() {
  rm -rf "$work/folder"
  printf '\n== '
  "$generate" "$1" "$work/folder" "$2"
}

# Compares the commands whose program was found; each argument is one command.
beside() {
  local command commands=("$1")
  for command in "${@:2}"; do
    case " ${there[*]} " in *" ${command%% *} "*) commands+=("$command") ;; esac
  done
  # `due` and `replay` end with 1 when they find something.
  (cd "$work/folder" && hyperfine --shell=none --ignore-failure --warmup 2 --runs 20 "${commands[@]}")
}

for count in 1250 2500 5000; do
  folder decisions "$count"
  beside "$rounds log needle" "rg needle decisions" "adrs search needle"
done

# `due` reads all files but the minutes.
for count in 250 500 1000; do
  folder circles "$count"
  beside "$rounds due --deep --on 2026-09-10" "rg -c review --glob=!**/meetings/*.md ."
done

for count in 2500 5000 10000; do
  folder minutes "$count"
  beside "$rounds minutes" "meetbot regenerate -c meetbot/HcoopMeetbot.conf -r meetbot/meeting.log.json -d meetbot"
done

for count in 1250 2500 5000; do
  folder meetings "$count"
  for _ in 1 2 3; do
    (cd "$work/folder" && /usr/bin/time -f '%e %U %S %M' "$rounds" replay 2>&1 >/dev/null | tail -n 1) |
      awk -v facts=$((count * 200)) '{
        printf "%.2f s, %.0f facts a second and core, %d MB at most\n", $1, facts / ($2 + $3), $4 / 1024
      }'
  done
done
