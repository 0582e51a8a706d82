# Plays what happened in Mend Together from the beginning: meetings, and decisions in writing.
# It needs `rounds` on the path, and the folder `scripts` in a folder without a `circle.toml`.
set -eu
cd "$(dirname "$0")/.."
if [ -e circle.toml ]; then
    echo "there is a circle here already: copy the folder \`scripts\` into an empty one" >&2
    exit 1
fi

# circle NAME FOLDER: the circle's file as it was in the beginning.
circle() {
    mkdir -p "$2"
    cp "scripts/beginning/$1.toml" "$2/circle.toml"
}

# meet DAY NAME FOLDER: a meeting.
meet() {
    rounds meet --circle "$3" --script "scripts/$1-$2.txt"
}

# draft DAY NAME FOLDER: the text of what is asked in writing.
draft() {
    mkdir -p "$3/backlog"
    cp "scripts/$1-$2.md" "$3/backlog/$2.md"
}

cp scripts/beginning/people.toml people.toml
circle mission .
circle general general
for name in membership training events guides kurse uebersetzung newsletter; do
    circle $name general/$name
done

meet 2026-03-04 training general/training
meet 2026-03-11 kurse general/kurse
meet 2026-03-18 general general
meet 2026-03-25 events general/events
meet 2026-04-15 membership general/membership
meet 2026-04-22 guides general/guides

# Nobody is left out of a decision of the Mission Circle: Thandi answers by mail, and Odile types it.
meet 2026-05-12 mission .
rounds answer whose money --as Thandi --via mail --by Odile --at 2026-05-14T07:50+02:00 \
    c "Looking it up takes an hour; somebody has to have it."
rounds settle --at 2026-05-14T08:00+02:00

meet 2026-05-20 uebersetzung general/uebersetzung
meet 2026-05-27 newsletter general/newsletter

# Membership decides on a fee in writing. Hugo objects, and the text changes.
draft 2026-06-01 fee-for-students general/membership
cd general/membership
rounds ask fee for students --as Lindiwe --until 2026-06-21 --at 2026-06-01T20:10+02:00
rounds answer --as Gulnara --at 2026-06-02T08:15+02:00 ok
rounds answer --as Tomás --at 2026-06-02T12:40+02:00 n "What do we ask for as proof?"
rounds answer --as Hugo --at 2026-06-03T22:05+02:00 \
    o "My apprentice earns less than most students, and he would pay 48."
cd ../..
draft 2026-06-08 fee-for-students general/membership
cd general/membership
rounds ask fee for students --amend --as Lindiwe --at 2026-06-08T19:30+02:00
rounds answer --as Lindiwe --at 2026-06-08T19:31+02:00 ok
rounds answer --as Hugo --at 2026-06-08T21:12+02:00 ok
rounds answer --as Bea --at 2026-06-09T07:30+02:00 ok
rounds answer --as Gulnara --at 2026-06-09T08:20+02:00 ok
rounds answer --as Tomás --at 2026-06-10T13:00+02:00 ok
rounds answer --as Farah --at 2026-06-11T18:45+02:00 ok
rounds answer --as Aoife --via spoken --by Bea --at 2026-06-13T16:00+02:00 ok
rounds answer --as Dmitri --at 2026-06-14T20:30+02:00 \
    c "It may cost us 600 euros a year; we should see it in the budget."
rounds settle --at 2026-06-15T09:00+02:00
cd ../..

meet 2026-06-17 general general
meet 2026-06-24 membership general/membership
meet 2026-07-08 fundraising general/fundraising
meet 2026-09-02 training general/training
meet 2026-09-15 mission .
meet 2026-09-16 general general
meet 2026-09-23 kurse general/kurse

# Übersetzung asks in writing. Kirsten has not answered yet.
draft 2026-09-28 anleitungen-duzen general/uebersetzung
cd general/uebersetzung
rounds ask Anleitungen duzen --as Cem --until 2026-10-16 --at 2026-09-28T20:00+02:00
rounds answer --as Zeynep --at 2026-09-28T21:40+02:00 ok
rounds answer --as Gesine --at 2026-09-29T07:55+02:00 \
    c "Bei Starkstrom klingt es mir zu freundlich."
rounds answer --as Wolfram --at 2026-09-29T19:20+02:00 n "Gilt das auch für die Warnungen?"
rounds answer --as Cem --at 2026-09-29T19:45+02:00 n "Ja, überall."
rounds answer --as Wolfram --at 2026-09-30T06:30+02:00 ok
rounds answer --as "Jonas W." --at 2026-10-01T12:15+02:00 ok
rounds answer --as Ruth --via mail --by Cem --at 2026-10-02T09:00+02:00 ok
cd ../..

meet 2026-09-30 events general/events
