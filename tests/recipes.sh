#!/usr/bin/env bash
# Runs what `docs/recipes.md` says, as it is written there, in a copy of the example garden.
# A block with a name behind its language is the file of that name; other `sh` blocks are run in order.
# Takes the program. Skips, and says so, what needs pandoc, hugo or systemd where they are missing.
cd "$(dirname "$0")/.."
. tests/shared.sh
page=$PWD/docs/recipes.md

cp -r examples/garden "$work/garden"
mkdir -p "$work/bin" "$work/config" "$work/blocks"
export HOME=$work ROUNDS_CONFIG_DIR=$work/config LC_ALL=C PATH=$work/bin:$PATH
ln -s "$rounds" "$work/bin/rounds"
printf '#!/bin/sh\ncat >"%s/sent.eml"\nprintf "%%s " "$@" >"%s/sent.args"\n' "$work" "$work" >"$work/bin/sendmail"
chmod +x "$work/bin/sendmail"

# Writes the blocks as `001.LANGUAGE`, and those with a name as that file.
awk -v out="$work/blocks" -v garden="$work/garden" '
/^```./ && !name {
	lang = substr($1, 4); count++
	name = $2 ? garden "/" $2 : sprintf("%s/%03d.%s", out, count, lang)
	dir = name; sub("/[^/]*$", "", dir); system("mkdir -p " dir); next
}
/^```$/ { name = ""; next }
name { print >name }' "$page"
cd "$work/garden"
chmod +x meet yaml
sed -i 's/^name = "Ana"$/&\nemail = "ana@example.org"/' circle.toml
git init -q .. && git config user.name Ana && git config user.email ana@example.org
git add -A . && git commit -qm Begin

ran=0
for block in "$work"/blocks/*.sh; do
	if grep -q pandoc "$block"; then there pandoc || continue; fi
	if grep -q hugo "$block"; then there hugo || continue; fi
	bash -euo pipefail "$block" 2>"$work/said" || fail "$(cat "$block" "$work/said")"
	ran=$((ran + 1))
done
[ $ran -gt 0 ] || fail 'no command was found'

# The mail.
grep -q '^To: Ana <ana@example.org>$' "$work/sent.eml" || fail 'no message was sent'
[ "$(cat "$work/sent.args")" = '-t -i ' ] || fail 'sendmail got other options'
grep -q '^Quiet hours$' minutes.eml || fail 'the message has no decision'
# Documents, pages and copies.
if there pandoc; then
	for it in minutes quiet-hours news; do
		pandoc -t plain "$it.docx" | tr '\n' ' ' | grep -q 'No power tools' || fail "$it.docx"
	done
fi
if there hugo; then
	grep -q '<h1>Quiet hours</h1>' web/public/decisions/2026-09-05-quiet-hours/index.html || fail 'hugo: a decision'
	grep -q '<h1>Garden, minutes of 5 September 2026</h1>' web/public/meetings/2026-09-05/index.html || fail 'hugo: minutes'
	grep -q '<h1>Facilitator: ' web/public/elections/2026-01-10-facilitator/index.html || fail 'hugo: an election'
	first=$(grep -o '>[^<]*, minutes of [^<]*<' web/public/meetings/index.html | sed -n 1p)
	[ "$first" = '>Garden, minutes of 5 September 2026<' ] || fail "hugo: the latest is $first"
	if grep -rq '+++' web/public/meetings; then fail 'hugo: the keys are shown'; fi
fi
python3 - vault <<'END'
import pathlib, re, sys
for path in pathlib.Path(sys.argv[1]).rglob("*.md"):
    keys = re.match(r'---\ntitle: "[^\n]+"\ndate: \d{4}-\d\d-\d\d\n([a-z]+: [^\n]+\n)*---\n\n', path.read_text())
    assert keys and "+++" not in path.read_text(), path
END
quietly rounds replay

# A meeting is committed when it has ended, and not while it is paused.
commits() { git rev-list --count HEAD; }
git add -A . && git commit -qm Recipes
echo 'of somebody else' >../beside.txt && git add ../beside.txt
before=$(commits)
script='/at 2026-09-19T19:00+02:00\nall\n-\n-\n/note a\n'
printf "$script" >"$work/first.txt"
printf '/at 2026-09-19T20:00+02:00\nclose\nok\n' >"$work/second.txt"
code=0 && ./meet --steps essential --script "$work/first.txt" >"$work/said" || code=$?
[ $code = 3 ] && [ "$(commits)" = "$before" ] || fail "paused: $code $(cat "$work/said")"
code=0 && ./meet --continue --script "$work/second.txt" >"$work/said" || code=$?
[ $code = 0 ] && [ "$(commits)" = $((before + 1)) ] || fail "ended: $code $(cat "$work/said")"
[ -z "$(git status --porcelain .)" ] || fail 'the meeting is not committed whole'
[ "$(git diff --cached --name-only)" = beside.txt ] || fail 'what lies beside the folder is committed'

# The line of the crontab, as cron runs it: it sends what is due, and nothing where nothing is.
line=$(sed 's/^\([^ ]* \)\{5\} *//' "$work"/blocks/*.cron)
mkdir -p "$work/.cargo/bin" && ln -s "$rounds" "$work/.cargo/bin/rounds"
cron() { env -i HOME="$work" ROUNDS_CONFIG_DIR="$work/config" PATH=/usr/bin:/bin SHELL=/bin/sh sh -c "$line" 2>&1; }
cron | grep -q 'hang up the list' || fail "cron: $(cron)"
mv "$work/garden" "$work/other" && mkdir "$work/garden" && cp "$work/other/scripts/beginning.toml" "$work/garden/circle.toml"
sed -i '/^\[\[role\]\]/,$d' "$work/garden/circle.toml"
[ -z "$(cron)" ] || fail "cron: $(cron)"
cd "$work/other"
if there systemd-analyze; then
	sed -i "s|%h/.cargo/bin/rounds|$rounds|" rounds-due.service
	quietly systemd-analyze verify ./rounds-due.service ./rounds-due.timer
	[ ! -s "$work/said" ] || fail "$(cat "$work/said")"
fi
say "$ran blocks ran, and what they left is as it should be"
