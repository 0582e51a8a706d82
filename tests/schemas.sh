#!/usr/bin/env bash
# The schemas in docs/schema, read by programs that know nothing of rounds: taplo lints circle files with
# them, and Python's jsonschema compares every answer in JSON with its schema. Of the examples, of the
# meetings in tests/cases, of an empty circle and of broken ones.
# Takes the program. Skips, and says so, what cannot be installed.
cd "$(dirname "$0")/.."
. tests/shared.sh
schemas=$PWD/docs/schema
export ROUNDS_CONFIG_DIR=$work/config
python3 -m pip --version >/dev/null 2>&1 || skip 'python3 with pip'

# Circle files: what `rounds new` writes, in both languages, and what the tests and examples have.
for lang in en de; do
	printf 'Garden\nGrow food.\n-\nAna, Ben\nAna\nBen\nAna\nBen\n-\n' >"$work/typed"
	mkdir "$work/$lang"
	quietly "$rounds" new --lang $lang "$work/$lang" <"$work/typed"
done
if pip_install "$work/taplo" taplo; then
	lint() { "$work/taplo/bin/taplo" lint --no-auto-config --schema "file://$schemas/$1.json" "${@:2}"; }
	mapfile -t circles < <(find examples tests/cases tests/look "$work/en" "$work/de" -name circle.toml)
	quietly lint circle.toml "${circles[@]}"
	quietly lint people.toml examples/federation/people.toml
	printf 'circle = "~/garden"\n' >"$work/config.toml"
	quietly lint config.toml "$work/config.toml"
	# A slip in each place is found.
	slips=0
	while IFS='|' read -r from to; do
		sed "s/$from/$to/" "$work/en/circle.toml" >"$work/slip.toml"
		cmp -s "$work/en/circle.toml" "$work/slip.toml" && fail "nothing is like $from"
		if lint circle.toml "$work/slip.toml" >"$work/said" 2>&1; then fail "taplo finds no fault with $to"; fi
		slips=$((slips + 1))
	done <<'END'
^aim = |aims = 
^\[rules\]|[rule]
^term = .*|term = "1 yeer"
^consent = .*|consent = "vote"
^steps = .*|steps = ["check-inn"]
^quorum = .*|quorum = "half"
^apart = .*|apart = [["Leader"]]
^\[\[member\]\]|[[members]]
^name = "Ana"|name = "A:na"
^kind = "leader"|kind = "boss"
^\[meeting\]|[meeting]\nminutes = "90"
END
	say "taplo finds no fault with ${#circles[@]} circle files, and $slips slips"
else
	say "taplo is skipped: $why"
fi

pip_install "$work/jsonschema" jsonschema || skip "jsonschema: $why"
PYTHONPATH=$work/jsonschema python3 - "$rounds" "$schemas" "$work" <<'END'
import json, os, shutil, subprocess, sys
from pathlib import Path
from jsonschema import Draft7Validator, FormatChecker

rounds, schemas, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
validators = {}
for path in schemas.glob("*.json"):
    schema = json.loads(path.read_text())
    Draft7Validator.check_schema(schema)
    validators[path.stem] = Draft7Validator(schema, format_checker=FormatChecker(["date"]))

COMMANDS = {
    "backlog": ["backlog", "backlog --deep", "backlog --whole"],
    "log": ["log --all", "log --deep", "log the", "log --whole --since 2026-01-01"],
    "due": ["due --on 2027-12-31", "due --deep --within P2Y", "due --whole"],
    "roles": ["roles", "roles --deep", "roles --whole --on 2027-01-01"],
    "circles": ["circles"],
    "people": ["people", "people --whole"],
    "nowhere": ["people --nowhere"],
    "overview": ["overview --all", "overview --whole"],
    "replay": ["replay", "replay --deep", "replay --whole"],
    "check": ["check", "check --deep"],
    "seal": ["seal"],
    "config": ["config", "config --plain --lang en"],
    "export": ["export json", "export json --on 2027-12-31"],
    "exports": ["export json --deep", "export json --whole"],
}
answers = empty = 0

def compare(folder, name, command):
    """Runs a command, and returns its answer if it has one."""
    global answers, empty
    option = [] if command.startswith("export") else ["--json"]
    ran = subprocess.run([rounds, *command.split(), *option], cwd=folder, capture_output=True, text=True)
    assert ran.returncode in (0, 1, 2), (folder, command, ran)
    if not ran.stdout:
        # Nothing could be answered: standard error says why.
        assert ran.returncode == 2 and ran.stderr, (folder, command, ran)
        empty += 1
        return {}
    answer = json.loads(ran.stdout)
    for error in validators[name].iter_errors(answer):
        raise SystemExit(f"{folder}: {command}: {error}")
    assert answer["format"] == 1 and ran.stdout.lstrip("{ \n").startswith('"format"'), command
    answers += 1
    return answer

def every(folder):
    for name, commands in COMMANDS.items():
        for command in commands:
            answer = compare(folder, name, command)
            if command == "log --all":
                for it in answer.get("records", [])[:5]:
                    compare(folder, "show", f"show {it['id']}")
            if command == "people":
                for it in answer.get("people", [])[:3]:
                    compare(folder, "person", f"people {it['name']} --on 2027-12-31")

folders = {}
def copy(name, *parts):
    folders[name] = work / "circles" / name
    for part in parts:
        shutil.copytree(part, folders[name], dirs_exist_ok=True)
    return folders[name]

copy("garden", "examples/garden")
copy("federation", "examples/federation")
copy("street", "tests/look/street")
for case in sorted(Path("tests/cases").iterdir()):
    shutil.copy(case / "circle.toml", copy(case.name, case / "expected"))
empty_circle = copy("empty")
empty_circle.mkdir(parents=True)
(empty_circle / "circle.toml").write_text('name = "E"\nmember = [{ name = "Ana" }, { name = "Ben" }]\n')
# A circle file, records, journals and a circle below, each of which cannot be read.
broken = copy("broken", "examples/garden")
for path in ["decisions/2026-09-05-quiet-hours.md", "meetings/2026-08-22.toml"]:
    text = (broken / path).read_text()
    (broken / path).write_text(text[: len(text) // 2])
(broken / "backlog/odd.md").write_bytes(b"\xff\xfe")
(broken / "below").mkdir()
(broken / "below/circle.toml").write_text("nmae = 3\n")
shutil.copytree(broken, copy("no circle"), dirs_exist_ok=True)
(folders["no circle"] / "circle.toml").write_text("nonsense")
for folder in folders.values():
    every(folder)
assert answers > 500 and empty > 10, (answers, empty)
print(f"schemas: {answers} answers of {len(folders)} circles are as their schemas say; {empty} could not be given")
END
