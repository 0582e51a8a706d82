#!/usr/bin/env bash
# What `rounds` writes for other programs, read by programs that know nothing of it: calendars by icalendar and
# vobject, and by khal and ical.js where they can be had, tables by sqlite3, messages by Python. Of the sample circle,
# and of circles with texts that a careless program would take for code. Minutes, agenda and page are rendered by
# cmark-gfm, markdown-it and pandoc, where they can be had.
# Takes the program. Skips, and says so, without python3 with pip, sqlite3 or a network.
cd "$(dirname "$0")/.."
. tests/shared.sh
renderings=$PWD/tests/hostile_text.py

python3 -m pip --version >/dev/null 2>&1 || skip 'python3 with pip'
echo a | sqlite3 :memory: '.import --csv /dev/stdin t' 2>/dev/null || skip 'sqlite3 that imports csv'

export PYTHONPATH=$work/lib
pip_install "$work/lib" icalendar vobject || skip "network for pip: $why"

# Holds the meeting of a circle's script.
meet() { quietly "$rounds" --circle "$1" meet --script "$1/script.txt"; }

cp -r examples/garden "$work/garden"
mkdir "$work/nasty"
cat >"$work/nasty/circle.toml" <<'END'
name = "=cmd(); \\ ساعات"
rules.steps = "essential"
member = [{ name = "Ana" }, { name = "=Ben" }]
role = [{ name = "-Keys; shed\\", holder = "=Ben", since = 2026-09-01, until = 2027-09-01 }]
END
farmers=$(printf '👩‍🌾,%.0s' {1..40})
cat >"$work/nasty/script.txt" <<END
/at 2026-09-05T19:00+02:00
all
ok
ok
decide =cmd(), "quoted"; \\ ساعات الهدوء $farmers
text
"""
=cmd()|' /C calc'!A0, then; a \\ and \\n, "quotes"
x$farmers
ساعات الهدوء, END:VEVENT
"""
ok
ok
ok
ok
/action Ana: +1; buy, \\ and $farmers by 2026-10-01
/topic @home; =1+1
close
ok
END
meet "$work/nasty"

for circle in garden nasty; do
	cd "$work/$circle"
	for run in 1 2; do "$rounds" export ics --alarms 1w >"$work/$circle.$run.ics"; done
	"$rounds" export json >"$work/$circle.json"
	for table in decisions elections actions roles topics; do
		"$rounds" export csv $table >"$work/$table.csv"
		sqlite3 "$work/$circle.db" ".import --csv $work/$table.csv $table"
	done
done

python3 - "$work" <<'END'
import json, sqlite3, sys
from datetime import date, timedelta
import icalendar, vobject

def strings(rows, key):
    return sorted(str(it.get(key, "")) for it in rows)

def kept(cell):
    """A table puts an apostrophe before what a sheet would take for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip(" ")[:1] in ("=", "+", "-", "@") else cell

for circle in ["garden", "nasty"]:
    path = f"{sys.argv[1]}/{circle}"
    first, second = (open(f"{path}.{run}.ics", "rb").read() for run in (1, 2))
    for line in first.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode()  # no letter is cut at a fold
    events = list(icalendar.Calendar.from_ical(first).walk("VEVENT"))
    again = list(icalendar.Calendar.from_ical(second).walk("VEVENT"))
    uids = [str(it["UID"]) for it in events]
    assert len(events) > 2 and len(set(uids)) == len(uids), uids
    assert uids == [str(it["UID"]) for it in again], "a second run names them otherwise"
    for it in events:
        start, end = it.decoded("DTSTART"), it.decoded("DTEND")
        assert type(start) is date and end - start == timedelta(1), (it["UID"], start, end)
    other = vobject.readOne(first.decode()).vevent_list
    assert [it.summary.value for it in other] == [str(it["SUMMARY"]) for it in events]
    told = [str(it.get("DESCRIPTION", "")) for it in events]
    assert [getattr(it, "description", None) and it.description.value or "" for it in other] == told

    everything = json.load(open(f"{path}.json"))
    holding = [it for it in everything["decisions"] if it["status"] in ("in-force", "under-review")]
    for it in holding:
        assert any(it["title"] in str(event["SUMMARY"]) for event in events), it["title"]
        assert any(it["text"] in text for text in told), it["text"]
    tables = sqlite3.connect(f"{path}.db")
    counts = []
    for table, key in [("decisions", "title"), ("decisions", "text"), ("elections", "role"),
                       ("actions", "text"), ("roles", "name"), ("topics", "title")]:
        rows = everything["circle"]["role"] if table == "roles" else everything[table]
        if not rows:  # sqlite makes no table of a heading alone
            continue
        cells = sorted(kept(it) for (it,) in tables.execute(f"select {key} from {table}"))
        assert cells == strings(rows, key), (circle, table, cells, strings(rows, key))
        counts.append(f"{len(rows)} {table}")
    print(f"exports: {circle}: {len(events)} events; {', '.join(dict.fromkeys(counts))}")
END

# A meeting and an action that are moved twice, in a circle with an id and a time zone.
mkdir "$work/moved"
cat >"$work/moved/circle.toml" <<'END'
name = "Moved"
id = "4f2a8c61d07be935"
rules.steps = ["admin"]
meeting = { minutes = 90, zone = "Europe/Berlin" }
member = [{ name = "Ana" }, { name = "Ben" }]
END
held=0
for said in "2026-09-05|/action Ana: buy nails by 2026-10-01|2026-10-20 19:00" \
	"2026-09-12|/due 1 2026-10-05|2026-10-21 19:00" "2026-09-19|/give 1 Ben|2026-11-21 20:00"; do
	IFS='|' read -r day action next <<<"$said"
	approve=ok
	[ $held = 0 ] && approve='/note first'
	printf '/at %sT19:00+02:00\nall\n-\n-\n60\n%s\n%s\nok\n%s\nclose\nok\n' \
		"$day" "$approve" "$action" "$next" >"$work/moved/script.txt"
	meet "$work/moved"
	held=$((held + 1))
	(cd "$work/moved" && "$rounds" export ics --on "$day" --alarms 1w >"$work/moved.$held.ics")
done
python3 - "$work" <<'END'
import sys
from datetime import date, datetime, timedelta, timezone
import icalendar, vobject

held = []
for run in (1, 2, 3):
    text = open(f"{sys.argv[1]}/moved.{run}.ics", "rb").read()
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == 2, events
    assert all(len(it.walk("VALARM")) == 1 for it in events)
    held.append({str(it["UID"]): it for it in events})
    assert len(held[-1]) == 2 and set(held[-1]) == set(held[0]), "a thing that is moved is one event"
    other = vobject.readOne(text.decode()).vevent_list
    assert [it.uid.value for it in other] == list(held[-1])
for uid in held[0]:
    numbers = [int(it[uid]["SEQUENCE"]) for it in held]
    stamps = [it[uid].decoded("LAST-MODIFIED") for it in held]
    assert numbers == [0, 1, 2] and stamps == sorted(set(stamps)), (uid, numbers, stamps)
last = {type(it.decoded("DTSTART")): it.decoded("DTSTART") for it in held[2].values()}
assert last[datetime] == datetime(2026, 11, 21, 19, 0, tzinfo=timezone.utc), last
assert last[date] == date(2026, 10, 5), last
print("exports: moved: two events, moved twice each")
END
if pip_install "$work/khal" khal; then
	mkdir "$work/home" "$work/vdir"
	printf '[calendars]\n[[all]]\npath = %s/vdir\n[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\ndateformat = %%Y-%%m-%%d\ntimeformat = %%H:%%M\nlongdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\n' "$work" >"$work/khal.conf"
	khal() { HOME=$work/home PYTHONPATH=$work/khal python3 -m khal -c "$work/khal.conf" "$@"; }
	for run in 1 2 3; do khal import --batch -a all "$work/moved.$run.ics" >/dev/null; done
	listed=$(khal list --format '{start} {title}' --day-format '' 2026-09-01 2026-12-31 | grep -v '^$')
	[ "$listed" = $'2026-10-05 Ben: buy nails\n2026-11-21 20:00 Moved: meeting' ] || fail "khal: $listed"
	say 'moved: khal has each once'
else
	say "khal is skipped: $why"
fi
if command -v node >/dev/null && npm install --silent --prefix "$work/node" ical.js >/dev/null 2>&1; then
	cat >"$work/node/read.mjs" <<'END'
import fs from "node:fs";
import ICAL from "ical.js";
const events = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8"))).getAllSubcomponents("vevent");
const read = events.map((it) => new ICAL.Event(it)).map((it) => `${it.sequence} ${it.startDate}`);
const expected = ["2 2026-10-05", "2 2026-11-21T19:00:00Z"];
if (JSON.stringify(read) !== JSON.stringify(expected)) throw new Error(JSON.stringify(read));
END
	node "$work/node/read.mjs" "$work/moved.3.ics"
	say 'moved: ical.js reads the same'
else
	say 'ical.js is skipped: there is no node with npm, or no network'
fi

# The message with minutes, read by Python's parser, which names every defect.
mkdir "$work/mailed"
cat >"$work/mailed/circle.toml" <<'END'
name = "=?utf-8?q?Größe?=\"; <x@example.org>"
rules.steps = "essential"
member = [
  { name = "Ana \"A\" B.", email = "ana@example.org" },
  { name = "Zoë Ünlü-Größenwahn von und zu Langenhagen am schönen Rhein", email = "zoe@example.org" },
  { name = "=?utf-8?q?Ben?=", email = "ben@example.org" },
]
END
long=$(printf 'word ساعات %.0s' {1..300})
printf '/at 2026-09-05T19:00+02:00\nall\n-\n-\n/note a_b <c> %s\nclose\nok\n' "$long" >"$work/mailed/script.txt"
meet "$work/mailed"
(cd "$work/mailed" && "$rounds" minutes --mail >"$work/minutes.eml")
python3 - "$work" <<'END'
import sys, tomllib
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import getaddresses

raw = open(f"{sys.argv[1]}/minutes.eml", "rb").read()
circle = tomllib.load(open(f"{sys.argv[1]}/mailed/circle.toml", "rb"))
assert all(len(line) <= 998 for line in raw.split(b"\n")) and b"\r" not in raw
head, body = raw.split(b"\n\n", 1)
assert head.isascii() and all(len(line) <= 78 for line in head.split(b"\n")), head
it = message_from_bytes(raw, policy=policy.default)
assert not it.defects and not any(it[name].defects for name in it), [it[name].defects for name in it]
assert sorted(it.keys()) == sorted(
    ["To", "Subject", "Date", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]
), it.keys()
# In names `policy.default` keeps the blank between two encoded words, which RFC 2047 says to leave out.
raw_to = message_from_bytes(raw)["To"].replace("\n", "")
to = [(str(make_header(decode_header(name))), each) for name, each in getaddresses([raw_to])]
assert to == [(each["name"], each["email"]) for each in circle["member"]], to
assert it["Subject"] == f"{circle['name']}, minutes of 5 September 2026", it["Subject"]
text = it.get_content()
assert "".join(text.split()) == "".join(body.decode().split()) and "a_b <c> word" in text
print("exports: mail: Python reads the message as it was meant")
END

# The renderers are skipped one by one, the HTML parser is needed for each of them.
pip_install "$work/lib" html5lib || skip "html5lib: $why"
pip_install "$work/lib" cmarkgfm || say "cmark-gfm is skipped: $why"
pip_install "$work/lib" markdown-it-py mdit-py-plugins linkify-it-py || say "markdown-it is skipped: $why"
command -v pandoc >/dev/null || pip_install "$work/lib" pypandoc_binary || say "pandoc is skipped: $why"
python3 "$renderings" "$rounds" "$work"
