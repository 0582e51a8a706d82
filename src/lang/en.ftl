### English. Sections follow the floors of the house, then what is said step by step.
### `error-…` are messages: lower case, no full stop, literal words in backticks.
### `hint-…` say what to do about one. Everything else is said or written by the program.

## Dates, terms, lists

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
day-understood = { $date }
date-with-weekday = { $weekday } { $date }

# What is taken in days, times and terms that are typed, with commas between. Of the months and
# weekdays these are the abbreviations, each in its place.
short-months = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep Sept, Oct, Nov, Dec
short-weekdays = Mon, Tue Tues, Wed, Thu Thur Thurs, Fri, Sat, Sun
day-today = today
day-tomorrow = tomorrow
day-in = in
day-on = on
day-of = of, the
day-ending = ., st, nd, rd, th
time-before = at
time-hour = o'clock, o’clock
time-am = am
time-pm = pm
term-one = a, one
term-half = half a
term-years = year, years
term-months = month, months
term-weeks = week, weeks
term-days = day, days
word-due = by
word-to = to
word-and = and

# The words of prompts as they are typed at a terminal, with commas between; the first is shown.
# Scripts have the English ones. None has two meanings, and none is said in conversation as a whole
# answer.
word-decide = decide
word-select = select
word-explore = explore
word-report = report
word-text = text
word-term = term
word-lasts = lasts
word-expires = expires
word-once = once
word-who = who
word-measure = measure
word-by = by
word-about = about
word-replaces = replaces
word-ends = ends
word-withdraw = withdraw
word-postpone = postpone
word-refer = refer
word-drop = drop
word-call = call
word-round = round
word-close = close
word-put = put
word-remove = remove
word-move = move
word-backlog = backlog
word-object = object
word-concern = concern
word-aside = aside, stand aside
word-join = join
word-leave = leave
word-aim = aim
word-domain = domain
word-role = role
word-end = end
word-appoint = appoint
word-rule = rule
word-effect = effect
word-as = as
word-from = from
word-on = on
word-all = all
word-all-but = all but
word-for = for
word-until = until
word-since = since
word-guests = guests
word-guest = guest
word-outside = outside

span-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
span-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
span-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
span-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
list = { $most } and { $last }

## Errors

label-error = error
label-hint = hint

## Circle

error-invalid-term = `{ $text }` is no term
hint-term = write it like `6 months`, `2 weeks` or `1 year`
error-invalid-every = `{ $text }` does not say how often the circle meets
hint-every = write it like `2 weeks`, `second Tuesday` or `1st and 3rd Tuesday at 19:00`
error-roles-kept-apart = `{ $who }` holds `{ $one }` and `{ $other }`, which are kept apart
hint-apart = give one of them to somebody else, or leave it without a holder
error-forbidden-character = the character { $code } cannot stand in a text
hint-character = take it out: it would not be shown as it is kept
error-merge-conflict = git has left two versions of this place
hint-conflict = keep one of them, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`
hint-conflict-journal = of two meetings leave one here, and save the other as `2026-09-05-2.toml`, or with the next number that is free; `rounds replay` says what else to change
error-invalid-date = `{ $text }` is no date
hint-date = write it like `{ $example }`, without quotes
error-file-empty = the file is empty
hint-file-empty = `rounds new` writes one to begin with
hint-record-empty = bring back what was in it, or delete the file
hint-minutes-empty = `rounds minutes` prints them again
error-holder-no-member = `{ $name }` is no member
hint-holder = name a member, or add `outside = true` to the role
error-key-twice = `{ $key }` is here twice
hint-key-twice = keep one of them; each member begins with `[[member]]`, each role with `[[role]]`
hint-keep-one = keep one of them
error-kind-twice = a second role has the kind `{ $kind }`
hint-kind-twice = leave `kind` out of one of them
error-too-few-members = a circle has at least two members
hint-members = add a `[[member]]` with a `name` for each of them
error-missing-key = no `{ $key }` here
hint-missing = add it, like `{ $example }`
error-invalid-name = `{ $name }` cannot be a name
hint-name = a name has none of `, : ( ) /`, no `@` or `#` in front, no blanks around it
error-invisible-character = `{ $name }` cannot be a name: nobody sees its character { $code }
hint-invisible = type the name again without it
error-name-twice = `{ $name }` is the name of another one too
hint-name-twice = case and accents make no difference: add an initial or a second name
error-invalid-quorum = `{ $text }` is no quorum
hint-quorum = write a number of members, `none`, `all but 2`, `2/3` or `60%`
error-quorum-members = a quorum of { $quorum } is more than the { $members } members
error-straight-quotes = `{ $text }` is not in straight quotes
hint-curly = curly quotes are letters like any other here: write `"`
hint-quotes = write `"{ $text }"`
error-unknown-role = no role is called `{ $name }`
hint-role = name a role as its `[[role]]` does
error-invalid-toml = cannot read the line `{ $line }`
error-missing-token = `{ $token }` is missing here
hint-toml = a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`
error-wrong-type = `{ $key }` { $wanted ->
    [flag] is neither `true` nor `false`
    [line] is not a text of one line
    [number] is not a whole number above zero
    [pairs] is not a list of pairs of roles
    [steps] is not a list of words
    [table] is no table
    [tables] is no list of tables
   *[text] is no text
}
hint-type = write it like `{ $example }`
error-unknown-key = unknown key `{ $key }`
hint-keys = known here: { $keys }
hint-nearest = did you mean `{ $word }`?
error-until-before-since = `until` comes before `since`: { $until } before { $since }
hint-until = check both dates: year, month, day
error-unknown-word = unknown word `{ $word }` for `{ $key }`
hint-words = write one of { $words }
purpose-delegate = Speaks for this circle in the wider one.
purpose-facilitator = Holds the process so that everyone is heard.
purpose-leader = Links the wider circle to this one and keeps the aim in view.
purpose-secretary = Keeps the records and the backlog.
sheet-id = Tells this circle from others of its name, in calendars. Leave it as it is.
sheet-aim = What the circle is for, in a sentence.
sheet-apart =
    Pairs of roles that one person may not hold together, like [["Facilitator", "Secretary"]].
    Leader and delegate are always apart.
sheet-attribution =
    What carries a name in minutes and records: "none", "objections" (and concerns), or "all".
    Who was present, who proposed and who sees to it is always named.
    The journal in `meetings/` names everyone, whatever is written here.
sheet-consent =
    How consent to a decision is heard. "round": each one answers.
    "call": the facilitator may also ask the room and hear none.
sheet-domain = What the circle decides about by itself.
sheet-language = The language of minutes and records.
sheet-meeting =
    How long a meeting is planned to last, and how often there is one.
    Take the `#` away from a line to use it.
sheet-member =
    The members, in the order of their seats. Whoever joins gets a `[[member]]` of their own;
    `since = 2026-03-04` may say since when.
sheet-order = Who begins a round. "rotate": each round starts one seat further; "seats": always the first.
sheet-quorum =
    How many members must be present when something is decided:
    "none", a number, "all but 2", "2/3" or "60%".
sheet-role =
    The roles. Elections write `holder`, `since` and `until` here. A role may have a `purpose`,
    a `term` of its own, and a holder who is no member of this circle: `outside = true`.
sheet-rules = The rules the circle has given itself. Change them by consent.
sheet-steps =
    The steps of a meeting: "full", "essential" (none of these), or a list of them:
    "check-in", "admin", "agenda", "clarify", "react", "qualify", "change", "read-back", "check-out".
sheet-term =
    How long a decision stands before its review, and a role is held, unless it says otherwise:
    like "6 weeks", "3 months", "1 year".
sheet-top =
    Who this circle is. `rounds` reads this file before each meeting.
    Lines that begin with `#` are remarks; change what you like.

## Journal and folder

error-fact-torn = the last fact is not whole: the program was stopped while it was written
hint-fact-torn = `rounds meet` moves it aside and goes on before it
error-invalid-value = `{ $key }` cannot be `{ $value }` here
error-format-newer = this journal has format { $format }, written by a newer `rounds`
hint-format-newer = update `rounds`
error-format-older = this journal has the older format { $format }: what was decided is read, and the meeting is not walked again
hint-format-older = only the `rounds` that wrote it can go on with it; `rounds meet --new` opens a new meeting
error-journal-cut = the journal ends before its first fact
hint-journal-cut = it may have been cut off: take it from a copy, or delete it if nothing was recorded
hint-front-toml = a line is `key = value`, or a remark after `#`
hint-journal-toml = a line is `key = value`, `[[fact]]`, or a remark after `#`
cause-denied = you may not
cause-full = the disk is full
cause-no-folder = a folder on the way is a file
cause-no-text = it is no text in UTF-8
cause-read-only = the disk is read-only
error-file-changed = somebody changed this file while the meeting ran; nothing was added to it
hint-file-changed = end with Ctrl-D; the whole meeting is then written into a file beside it
error-journal-again = somebody removed this file or cut it short while the meeting ran; all of it is written again
hint-journal-again = `rounds meet` goes on with it
error-journal-changed = somebody changed this file while the meeting ran; the whole meeting is kept in { $file }
error-journal-lost = somebody changed or removed this file while the meeting ran, and it cannot be written again; what it does not hold now is not kept
hint-journal-lost = write down from the screen what is missing
error-kept-beside = holds a whole meeting whose journal { $journal } was changed while it ran
hint-kept-beside = compare the two, give the one that counts the name { $journal }, and move the other away; then `rounds meet` goes on
error-clock-wrong = the clock of this computer is before 1970 or after 9999
hint-clock = set it right
hint-records-later = the meeting is kept in { $file }; `rounds meet` writes the rest
error-file-exists = exists already, and nothing is written over it
hint-man-there = delete it, or name a folder without manual pages
error-not-a-file = is no file
error-file-too-large = is larger than { $megabytes } MB, and is not read
error-symlink-to-file = is a link that leads to a file, { $target }
error-symlink-to-system = is a link that leads into a folder of the system, { $target }
hint-link-part = make a folder of this name, or a link to a folder of yours: files are written there
note-symlink-out = is a link that leads out of the circle's folder, to { $target }
hint-link-out = files are written there: make sure that it is where the circle keeps them
error-symlink-dangling = is a link that leads nowhere
error-file-missing = is not there
error-not-text = is no text from here on
hint-file-text = save the file as text in UTF-8
error-locked = a meeting is running in this folder
hint-locked = go on in the window where it runs, or end it there
error-no-circle = there is no circle here
hint-default-circle = `circle` in { $file } names this folder; change it there
hint-no-circle = `rounds new` writes a `circle.toml`; `rounds rehearse` shows a meeting without one
error-cannot-read = cannot be read: { $cause }
error-unconfirmed = was changed, and the disk did not confirm it: { $cause }
error-cannot-write = cannot be written: { $cause }

## Meeting: facts out of turn

stands-at = the meeting stands at { $step }
at-open = the opening: who is here
at-facilitator = the opening: who facilitates
at-secretary = the opening: who writes
at-check-in = the check-in
at-duration = how long the meeting is to last
at-announcements = the announcements
at-next-meeting = the date of the next meeting
at-agenda = the agenda
at-call-agenda = the call on the agenda
at-call-minutes = the call on earlier minutes
at-call-qualifications = the call on what `{ $title }` asks for
at-call-item = the call on taking up `{ $title }`
at-call-drop = the call on dropping `{ $title }`
at-choose = the choice of the next item
at-draft = the draft of `{ $title }`
at-clarify = the clarifying questions on `{ $title }`
at-answer = the answer to { $who }, on `{ $title }`
at-react = the reactions to `{ $title }`
at-revise = keeping or changing `{ $title }`
at-purpose = what `{ $title }` is for
at-role-term = how long `{ $title }` is given to somebody
at-role = the role `{ $title }`
at-qualifications = what `{ $title }` asks for
at-write = writing a name for `{ $title }`
at-nominate = the nomination round for `{ $title }`
at-change = the change round for `{ $title }`
at-put-forward = putting somebody forward for `{ $title }`
at-consent = the consent round on `{ $title }`, version { $version }
at-objections = the objections to `{ $title }`, version { $version }
at-announce = announcing `{ $title }`, version { $version }
at-explore = the round on `{ $title }`
at-notes = the notes on `{ $title }`
at-accept = the question whether { $who } joins
at-leftover = what becomes of `{ $title }`
at-read-back = the read-back
at-check-out = the check-out
at-close = the close
at-end = its end
error-out-of-turn = out of turn: `{ $fact }`
error-answer-head = only one `[[fact]]` stands in an answer, and nothing above it
error-answer-not-one-fact = an answer is one `[[fact]]`
error-written-first-missing = there is no `1.toml`, so it is not known what was put
hint-written-first = take it from a copy, or remove the folder
error-written-symlink = is a link, which does not count
hint-written-link = put what it leads to here, in its place
error-written-head-missing = `written = true` is missing in the head of this journal
error-written-other-text = this answer was given to another text of this version
error-call-waits = a call asks only those who are here, and this decision waits for others
error-adopted-waits = this decision waits for { $names }
minutes-units = min, mins, min., minutes
hint-call-agenda = `/undo` opens the list again
hint-adopted-waits = `/again` asks each one who is here; then those who are not are asked in writing
error-awaited-rule = the rules of this circle do not wait for those who are not there
error-awaited-selection = an election waits for nobody but who is put forward
error-awaited-past = the day in `until` has passed
error-awaited-nobody = there is nobody to ask in writing
error-written-ended = this decision in writing has ended
error-unanswered = out of turn: `{ $fact }` while { $who } has not answered
error-meeting-closed = the meeting is closed
error-earlier-fact = `{ $fact }` is earlier than what was said before it
error-nothing-to-take-back = nothing was said yet that could be taken back
error-closed-not-taken-back = what was closed cannot be taken back
error-not-present = `{ $who }` is not present
error-guest-not-asked = `{ $who }` is a guest and is not asked here
error-already-here = `{ $who }` is here already
error-no-member = `{ $who }` is no member of this circle
error-member-already = `{ $who }` is a member of this circle
error-invalid-effect = `{ $text }` is no change to the circle
hint-effect = `join NAME` · `leave NAME on DATE` · `aim TEXT` · `domain TEXT` · `role NAME: PURPOSE` · `end role NAME` · `appoint NAME as ROLE` · `rule KEY VALUE` · `circle NAME with NAMES led by NAME: AIM` · `end circle NAME`
error-effect-twice = `{ $one }` and `{ $other }` change the same
error-join-waits = the circle has taken in { $who } already
error-effects-unfounded = its journal does not say that this changes the circle, so that nothing of it is written
hint-record-effects = `rounds check` says what differs
error-effects-many = a decision makes at most { $most } changes to the circle
error-next-taken = { $who } has the role `{ $role }` from { $since } already, and there is room for one next holder
error-no-circle-below = no circle called `{ $circle }` is right below
hint-no-circle-below = { $count ->
    [0] there is none
   *[other] there are { $circles }
}
hint-no-role = there are the roles { $roles }
error-join-one = `{ $who }` are several names: one a line
error-appoint-newcomer = `{ $who }` joins with their own yes only, and can have a role after that
error-circle-gone = no circle called `{ $circle }` is right below, so that none was ended
error-circle-ends-otherwise = `{ $circle }` ends on { $there } there, and { $date } was decided
hint-join-waits = `/accepted { $who }` records their yes, `/declined { $who }` their no
error-effect-ends = what changes the circle does not end by itself
hint-effect-ends = say `term 1 year`, `term until 2027-03-18` or `once`
error-leaves-unheard = `{ $who }` leaves, and was neither asked nor heard
hint-leaves-unheard = wait until they are here, or write `about { $who }`
error-joined-already = `{ $who }` has said yes already
error-leader-not-in-circle = `{ $who }` leads `{ $circle }` and is not among its members
error-founds-unheard = `{ $who }` is to be in `{ $circle }`, and was neither asked nor heard
hint-founds-unheard = wait until they are here, write `about { $who }`, or let the new circle take them in itself
error-circle-exists-below = a circle called `{ $circle }` is right below already
error-circle-has-below = `{ $circle }` has circles below it, which end first
hint-effect-circle = write it like `circle Compost with Ana, Emil led by Ana: Turn leaves into soil.`
error-circle-ended = the circle `{ $circle }` ended on { $date }
hint-circle-ended = a paused meeting can still be closed: `rounds meet --script - --continue`; a new meeting needs a circle without `ended`
error-aside-appointed = this gives `{ $who }` a role or lets them go: they consent or object
error-nobody-here = nobody is here
error-not-asked = `{ $who }` is not asked in this round
error-has-spoken = `{ $who }` has spoken already
error-wrong-people = the list `{ $key }` does not name who it should: { $names }
error-listed-twice = `{ $title }` is on the agenda already
error-not-listed = `{ $title }` is not on the agenda
error-not-on-list = `{ $text }` is not on the list
error-wrong-version = version { $now } is on the table, not version { $said }
error-no-text = a proposal needs a text
hint-no-text = write it as `text ...`
error-empty-text = `{ $fact }` says nothing
error-fact-differs = `{ $fact }` has another `{ $key }` than what the circle was asked
error-quorum-unmet = no quorum: { $here ->
    [one] 1 member is present
   *[other] { $here } members are present
}, { $needed } are needed
hint-quorum-unmet = `/arrive NAME` when someone comes, or `/postpone`
error-nobody-consented = nobody has consented
error-objection-stands = { $who }'s objection stands, and nothing has changed
hint-nothing-new = { $kind ->
    [select] change `term` or `measure`, `put` somebody else, or `withdraw NAME`
   *[decide] change `text`, `term`, `measure` or `who`, or `withdraw NAME`
}
error-no-change = that changes nothing
error-no-objection = `{ $who }` has no objection that stands
error-call-rule = this circle hears consent in a round
hint-call-rule = `call` needs `consent = "call"` in the circle's rules
error-aside-rule = in this circle nobody stands aside
hint-aside-rule = standing aside needs `aside = true` in the circle's rules
error-aside-selection = nobody stands aside from an election
error-call-first = `call` takes the place of the first answer, and some have answered
error-call-selection = consent to an election is heard in a round
error-no-round-finished = no round was just finished
error-minutes-twice = the minutes of `{ $meeting }` were asked about already
error-kept-apart = `{ $who }` holds `{ $other }`, which is kept apart from `{ $role }`
error-beyond-membership = { $who } is a member until { $date } only
error-beyond-role = there is the role `{ $role }` until { $date } only
hint-beyond = elect them for that long: `until { $date }`
hint-kept-apart = put somebody else forward
error-nominee-last = `{ $who }` is put forward, and is asked last
hint-nominee-last = hear everyone else first
error-accepted-already = `{ $who }` has accepted `{ $role }` already

## Talk: lines that are no answer

error-several-names = `{ $typed }` fits several: { $names }
hint-several = type more of it
error-unknown-name = nobody here is called `{ $typed }`
hint-names = here are { $names }
hint-guest = for a guest, type `{ $who } (guest)`
error-unnamed-guests = only guests come without names, and at least one
error-unnamed-guests-here = { $count ->
    [0] nobody without a name is here
    [one] one guest without a name is here
   *[other] { $count } guests without names are here
}
error-approve-at-close = the minutes of this meeting are approved at its close
error-guests-apart = members and guests do not come and go in one line
hint-guests-apart = type a line for the members and a line for the guests
error-wrong-with = the names of `{ $fact }` do not fit: `with` stands behind another name, and no name stands twice
error-member-guest = `{ $who }` is a member, not a guest
hint-character-place = it stands at place { $place } of the line
error-empty-answer = the text is empty
error-speak-for = `@NAME` needs what was said
hint-speak-for = `@{ $who } ok`, or `@{ $who }` and what was said
error-like-command = I don't understand `{ $word }` alone here
hint-like-command = if it was said, type `\{ $word }`
error-yes-or-no = `{ $word }` can mean either here: `ok`, or `o REASON`?
error-no-answer = { $word ->
    [ok] nothing is offered here that Enter or `ok` could take
   *[other] I don't understand `{ $word }` here
}
hint-waits = { $place } waits for { $who }: { $typed }
hint-typed = { $place }: { $typed }
error-no-command = there is no `{ $word }`
hint-no-command = `?` lists what can be typed
error-no-item = no item is on the table
error-no-letter = no item has the letter `{ $typed }`
hint-no-letter = { $count ->
    [one] there is one item, `a`
   *[other] the items are `a` to `{ $last }`
}
error-no-place = there is no number { $number }
hint-no-place = { $count ->
    [0] the list is empty
   *[other] type a number from 1 to { $count }
}
error-no-reason = an objection needs a reason
hint-no-reason = one phrase: how would this harm what the circle is for?
error-no-concern = a concern needs words
hint-no-concern = one phrase: what is worth watching?
error-no-aside = standing aside needs a reason
hint-no-aside = one phrase: why neither for it nor against it?
error-whose-answer = `{ $word }` needs a name after a call
hint-whose = `{ $word } NAME: REASON`
error-no-title = `{ $word }` needs a title
hint-no-title = `{ $word } TITLE`, then perhaps `20 min` and `by NAME`
error-no-question = `round` needs a question
hint-no-question = `round QUESTION` asks everyone
error-refer-incomplete = `refer` needs the name of a circle
hint-refer = `refer CIRCLE`
error-no-measure = `measure` needs a text: what is watched
hint-no-measure = what, from which value on, who looks, and when; `measure -2` takes away the second
error-no-note = `/note` needs a text
hint-no-note = `/note TEXT`
error-no-decision = no decision in force has `{ $words }` in its title
hint-no-decision = { $count ->
    [0] no decision is in force
    [one] one decision is in force; type its title or its id
   *[other] { $count } decisions are in force; type a title or an id
}
error-not-a-date = `{ $typed }` is no date
hint-date-typed = write it like `2026-09-19`, `19 September`, `Friday` or `in 2 weeks`
hint-date-action = write it like `2026-09-19`, `19 September` or `Friday`; `\by` instead of `by` keeps it as text
error-date-past = { $date } has passed
hint-day-past = say how long it stands now: `term 1 year`, `term until 2027-03-18`, `lasts 3 months`, `expires 2027-03-18` or `once`, in a round behind `/amend`
error-action-incomplete = an action needs a name and what is to be done
hint-action = `/action NAME: WHAT`, perhaps with `by 2026-09-19` at the end
error-no-action = no open action has `{ $words }` in it
error-action-number = no open action has the number { $number }
error-which-action = `{ $command }` needs an action: its number, or words of it
hint-open-actions = { $count ->
    [0] no action is open
   *[other] these are open:
    { $actions }
}
error-due-incomplete = `/due` needs an action and a day
hint-new-date = `/due 2 Friday`, or words of the action in place of its number
error-give-incomplete = `/give` needs an action and a name
hint-give-outside = name the action by its number: `/give 2 Tia (outside)`
hint-give = `/give 2 NAME`, or words of the action in place of its number
error-fact-not-in-format = a journal of format { $format } has no `{ $word }`
hint-format-fact = it came with format 2, and the next meeting has it; keep this journal as the program wrote it
error-acceptance-unnamed = who is it?
hint-pending-name = a yes is waited for from { $names }
error-nobody-pending = everyone who was elected has accepted
error-nomination-incomplete = a name needs a reason
hint-nomination = `NAME: REASON`; for a time, `NAME for 6 months: REASON` or `NAME until 2027-01-31: REASON`; for somebody not of the circle, `NAME (outside): REASON`
hint-colon = a colon stands before the reason: `{ $who }: REASON`
hint-write = names and reasons are said in the round that follows; Enter when everyone has written
hint-outside = for somebody who is not of the circle, type `{ $who } (outside)`
error-one-name = one person is put forward
hint-one-name = `NAME: REASON`, perhaps with `for 6 months` or `until 2027-01-31` before the colon
error-invalid-minutes = `{ $typed }` is no number of minutes
hint-minutes = write it like `/extend 10`
error-invalid-time = `{ $typed }` is no time of day
hint-time = write it like `19:00` or `7:30 pm`
error-step-not-optional = this step cannot be left out
hint-skip-changed = something was changed in it: Enter puts that to the circle
error-invalid-moment = `{ $typed }` is no time
hint-at = write it like `2026-09-05T19:00+02:00`, then `19:30`
error-earlier-than-said = the last thing was said at { $time }, which is later

error-script-fence = this text has no closing `"""`
hint-script-fence = end it with `"""` alone on a line
error-script-empty = this text is empty
hint-script-empty = write the text between the two lines with `"""`
error-script-edit = `text` without a text
hint-script-edit = write it on the same line, or below it between two lines with `"""`
error-several-pasted = { $count } answers pasted at once
hint-pasted = paste one, then the next

## Screens

title-and-date = { $title } · { $date }
clock = { $time }
minutes = { $count } min
number-of = { $number } of { $count }
nobody = nobody
nobody-yet = nobody yet
nothing-yet = nothing yet
somebody = somebody
kind-decide = decide
kind-select = select
kind-explore = explore
kind-report = report
label-here = here
label-facilitator = facilitator
label-secretary = secretary
label-answer = answer
label-term = in force
label-responsible = sees to it
label-measures = measured by
label-spoken = have spoken
label-waiting = still to speak
label-purpose = purpose
label-holder = held by
label-since = begins on
label-role-term = proposed term
label-present = here
label-absent = absent
label-guests = guests
ask-open = Who is here?
ask-facilitator = Who facilitates?
ask-secretary = Who writes?
ask-check-in = Check-in · how are you arriving today?
say-check-in = Check-in, { $who }: how are you arriving today?
ask-duration = How long do we want to meet?
ask-announcements = Any announcements? (no discussion)
ask-next-meeting = When do we meet next?
minutes-of = Minutes of { $date }
minutes-of-several = Minutes of { $date } ({ $number })
agenda-offered = Offered · a number puts it on the list: `1`, or `1 20 min by NAME`
not-accepted-yet = { $who } is elected to { $role } and has not accepted yet; `/accepted { $who }` says so.
not-joined-yet = The circle has taken in { $who }, who has not said yes yet; `/accepted { $who }` says so.
agenda-listed = On the list:
agenda-sum = On the list, { $sum } min:
agenda-sum-of = On the list, { $sum } of { $planned } min:
agenda-sum-over = On the list, { $sum } of { $planned } min, { $over } too many:
agenda-nothing = Nothing is on the list.
why-review = review due { $date }
why-expires = last day { $date }
why-term = term until { $date }
why-postponed = postponed to { $date }
why-link = its leader or delegate is no member here
link-title = Link with { $circle }
leaves-title = What { $circle } leaves
leaves-until = { $circle } ends on { $day }. Nothing moves by itself.
leaves-meetings = { $count ->
    [one] 1 meeting is not finished. It can be gone on with and closed.
   *[other] { $count } meetings are not finished. They can be gone on with and closed.
}
ask-agenda = Agenda · what do we want to talk about?
say-agenda = Agenda: the next item
call-minutes-changed = { $minutes }, whose journal was changed after they were approved · does anyone object to them?
call-minutes = { $minutes } · does anyone object to them?
call-qualifications = Does anyone object to this list for “{ $role }”?
call-agenda = Does anyone object to this agenda?
call-item = Does anyone object to taking up “{ $title }” now?
call-drop = Does anyone object to dropping “{ $title }”?
ask-choose = What comes next?
ask-choose-last = Nothing is left on the agenda.
ask-draft = Proposal
say-draft = Proposal, { $title }: its text, or Enter when it is complete
it-replaces = replaces { $decisions }
it-ends = ends { $decisions }
takes-nothing-back = What “{ $title }” changed in the circle stays changed.
replaces-earlier = starts from { $decision }, which it replaces once adopted
review-due = Its review was due on { $review }: keep it as it is, change it, or end it with `ends` and a text that says so.
stood-then = { $way ->
    [lasts] It was for { $term } only and ends by itself after { $day }: now { $usual } unless you say how long.
    [expires] It ends by itself after { $day }: now { $usual } unless you say how long.
   *[until] It stood until its review on { $day }: now { $usual } unless you say how long.
}
concern-then = A concern at the time: { $text }
discussed-then = It was on the table on { $meeting }.
objection-then = An objection at the time: { $reason }
objection-then-by = { $who } objected at the time: { $reason }
concern-then-by = { $who } had a concern at the time: { $text }
in-force = { $way ->
    [term] in force { $term }, review on { $day }
    [until] in force until its review on { $day }
    [lasts] in force { $term }, ends by itself after { $day }
    [expires] in force, ends by itself after { $day }
   *[once] once: done and over
}
sees-to-it = { $count ->
    [one] { $names } sees to it
   *[other] { $names } see to it
}
nobody-sees-to-it = nobody sees to it
changes-circle = This changes the circle:
changes-circle-so = This changes the circle.
no-effect = no longer: { $effect }
leaves-later = { $who } is still asked in what follows today: it is best to take this last.
effects-next = The changes to the circle hold from our next meeting on.
effects-next-or-later = The changes to the circle hold from our next meeting on, or from the day they name.
appointed-days = { $who }, { $role }: from { $since } until { $until }
appointed-before = takes the place of { $who }
effect-join = { $who } joins the circle.
effect-join-from = { $who } joins the circle, from { $circle }.
effect-leave = { $who } leaves the circle.
effect-leave-on = { $who } leaves the circle on { $day }.
effect-aim = The aim is: { $text }
effect-domain = The domain is: { $text }
effect-kind = {" "}({ $kind })
effect-outside = {" "}(outside)
effect-role = There is the role { $role }{ $kind }{ $ends }.
effect-role-purpose = There is the role { $role }{ $kind }{ $ends }: { $purpose }
effect-end-role = The role { $role } ends.
effect-found = There is the circle { $circle } with { $members }, led by { $leader }: { $aim }
effect-end-circle = The circle { $circle } ends.
effect-end-circle-on = The circle { $circle } ends on { $day }.
effect-appoint = { $who }{ $outside } has the role { $role }{ $begins }{ $ends }.
effect-since = {" "}from { $since }
effect-for = {" "}for { $term }
effect-until = {" "}until { $until }
effect-rule = The rule “{ $key }” is { $value }.
ask-accept = { $who }, do you join?
accepts = yes
measured-by = measured by { $measure }
no-more-measured-by = no longer measured by { $measure }
stands-for = { $way ->
    [term] { $term }, review on { $day }
    [until] until its review on { $day }
    [lasts] { $term }, ends by itself after { $day }
    [expires] ends by itself after { $day }
   *[once] once: done and over
}
stands-once-decided = { $way ->
    [term] { $term } from the day it is decided, then its review
    [until] until its review on { $day }
    [lasts] { $term } from the day it is decided
    [expires] ends by itself after { $day }
   *[once] once: done and over
}
review-on = { $way ->
    [term] until its review on { $day }
    [until] until its review on { $day }
    [lasts] ends by itself after { $day }
    [expires] ends by itself after { $day }
   *[once] once: done and over
}
ask-purpose = “{ $role }” is a new role · what is it for?
ask-role-term = How long is “{ $role }” given to somebody?
ask-role = The role “{ $role }” · do we fill it as it stands?
held-until = { $who }, until { $until }
held-until-past = { $who }, whose term ended on { $until }
held-next = { $now }; next { $who }, from { $since } until { $until }
ask-qualifications = What does “{ $role }” ask for?
ask-write = Everyone writes a name for “{ $role }”, silently.
ask-nominate = Nomination round · whom do you name for “{ $role }”, and why?
say-nominate = Nomination round, { $who }: whom do you name for { $role }, and why?
ask-change = Change round · having heard the reasons, keep or change?
say-change = Change round, { $who }: do you keep or change, and why?
reason = { $reason } ({ $who })
reason-term = { $reason } ({ $who }, for { $term })
reason-until = { $reason } ({ $who }, until { $until })
reason-only-term = { $reason } (for { $term })
reason-only-until = { $reason } (until { $until })
named-then = On { $meeting } these were named. Now everyone names somebody anew.
hand-over = { $who } facilitates and was named: `/facilitator NAME` hands this item over.
ask-put-forward = Put forward · on the strength of the reasons, who is it?
nominee-for = { $who } for { $role }
term-until = { $way ->
    [until] until { $day }
   *[term] for { $term }, until { $day }
}
term-since-until = { $way ->
    [until] from { $since } until { $day }
   *[term] for { $term }, from { $since } until { $day }
}
displaces = takes the place of { $who }, elected from { $since } until { $until }
because = because: { $reason }
ask-clarify = Clarifying questions · what do you need to know to understand the text?
say-clarify = Clarifying question, { $who }: what do you need to know to understand the text?
say-answer = Answer, { $who }
came-to-questions = { $count ->
    [0] No questions.
    [one] 1 question was asked.
   *[other] { $count } questions were asked.
}
came-to-end = Everyone was heard.
guests-speak = Guests, at any time: { $lines }
ask-react = Reactions · what do you think and feel about it?
say-react = Reaction, { $who }: what do you think and feel about it?
ask-revise = Keep or change the text?
ask-consent = Consent round · { $title }, version { $version }
say-consent = Consent round, { $who }: do you object to { $title }, version { $version }?
ask-needs = What does it need?
asked-last = { $who } { $count ->
    [one] is
   *[other] are
} asked last.
hand-back = { $who } facilitates now: `/facilitator { $before }` hands it back.
ask-consent-nominee = Consent round · { $nominee } for { $role }, version { $version }
say-consent-nominee = Consent round, { $who }: do you object to { $nominee } for { $role }?
changed-since = [changed since version { $version }]
about = About { $names }: to be heard, not asked for consent.
read-aloud = This is the decision now. Read it aloud, then ask each one: do you object?
ask-objections = { $count ->
    [0] No objection stands.
    [one] 1 objection. The round is complete; now we hear it.
   *[other] { $count } objections. The round is complete; now we hear them.
}
ask-objections-call = { $count ->
    [one] 1 objection. The call is over; now we hear it.
   *[other] { $count } objections. The call is over; now we hear them.
}
objects = { $who } objects: { $reason }
had-concern = { $who } had a concern about version { $version }: { $text }
has-concern = { $who } has a concern: { $text }
had-concern-unnamed = A concern about version { $version }: { $text }
has-concern-unnamed = A concern: { $text }
stands-aside = { $who } stands aside: { $reason }
back-text = Take this as the text? Enter: yes
back-yes = yes, y
back-no = no, n
back-text-or = Take the whole line as the text? Enter: yes · `{ $word }`: no, it changes that
back-kind = “{ $title }”: `decide`, `select`, `explore` or `report`?
back-call = Does the call stand? Enter: yes · `round`: ask everyone
ask-announce-awaited = Nobody here objects. { $names } { $count ->
    [one] is
   *[other] are
  } asked in writing: say it aloud.
ask-announce = Nobody objects. Say it aloud: we have consent.
ask-announce-nominee = Nobody objects. Say it aloud: { $nominee } is elected.
ask-announce-few = Nobody objects, but { $here } { $here ->
    [one] is
   *[other] are
} here and { $needed } are needed: `/arrive NAME`, `/postpone`
no-objection = no objection
consent-phrases = no objection, no objections, I have no objection, consent, I consent
consent-unclear = yes, no
below-quorum = { $here } of { $members } are here; decisions need { $needed }.
quorum-again = { $here } of { $members } are here; that is enough to decide.
nobody-facilitates = Nobody facilitates now: `/facilitator NAME`
ask-announce-call = The room was asked and nobody objects: { $names }. Say it aloud: we have consent.
ask-announce-aside = Nobody objects, but all stand aside, and nobody has consented: `/again`, `/postpone`
ask-explore = Round · { $question }
say-explore = Round, { $who }: { $question }
say-notes = Notes on { $title }: what was said, or Enter when it is done
ask-leftover = “{ $title }” was not begun. What do you want to do with it?
ask-check-out = Check-out · how was the meeting?
say-check-out = Check-out, { $who }: how was the meeting?
ask-read-back = Read-back · what we decided and took on: is anything missing?
nothing-came-about = Nothing was decided or taken on.
action = { $who }: { $text }
action-by = { $who }: { $text }, by { $due }
open-actions = Open actions · `/done 2` · `/due 2 Friday` · `/give 2 NAME` · `/release 2`
no-open-actions = No action is open.
ask-close = Close the meeting?
typed-open = names with commas · `all` · `all but NAME` · `all + NAME (guest)`
typed-chair = a name, or `-` for nobody
typed-turn = what was said · `pass` · `@NAME` and what they said · `/later` · `/skip`
typed-answer = the answer · `@NAME` and their answer · Enter leaves it open
typed-duration = minutes · Enter takes what is offered, or leaves it open
typed-announcements = what is told, a line each · Enter: nobody has more
typed-next-meeting = `2026-09-19` or `Friday`, perhaps with `19:00` · `who NAME` finds a date · Enter takes what is offered, `-` leaves it open
typed-agenda = `decide TITLE` · `select ROLE` · `explore TITLE` · `report TITLE`, each with `20 min` and `by NAME` · `remove b` · `move c a` · Enter: it is complete
typed-call = Enter: nobody objects · `@NAME o REASON`
typed-call-agenda = Enter: nobody objects · `@NAME o REASON` · `remove b` · `move c a`
typed-choose = Enter takes what is offered, `2` the second item · `decide` `select` `explore` `report TITLE` · `postpone TITLE` · `close`
typed-choose-last = Enter takes what is offered · `decide` `select` `explore` `report TITLE` · `postpone TITLE` · `close`
typed-choose-none = `decide` `select` `explore` `report TITLE` · Enter, `close`: to the close
typed-draft = `text TEXT` · `term TERM`, `lasts TERM` or `once`: how long · `who NAMES`: sees to it · `measure TEXT` · Enter: it is complete
typed-revise = Enter keeps it · `text TEXT` · `term TERM`, `lasts TERM` or `once` · `who NAMES` · `measure TEXT`: change it · `round QUESTION`
typed-purpose = what it is for · Enter leaves it open
typed-role-term = `6 months`, `1 year` · Enter takes what is offered
typed-role = Enter goes on · `term TERM` changes how long it is given · `since DATE`: from a later day
typed-qualifications = a line each · `remove 2` · Enter: nobody has more · `/skip`
typed-write = Enter when everyone has written
typed-nominate = `NAME: REASON` · `NAME, NAME for 6 months: REASON` · `NAME until DATE: REASON` · `NAME (outside): REASON` · `/later`
typed-change = Enter keeps it · `NAME: REASON` changes it, or adds a reason
typed-put-forward = `NAME: REASON` · `NAME for 6 months: REASON` · `NAME until DATE: REASON`
typed-consent = Enter: no objection · `o REASON` · `c CONCERN`
typed-consent-call = Enter: no objection · `o REASON` · `c CONCERN` · `call`: the room was asked, and nobody objects
typed-consent-aside = Enter: no objection · `o REASON` · `c CONCERN` · `a REASON`: stands aside
typed-consent-call-aside = Enter: no objection · `o REASON` · `c CONCERN` · `a REASON`: stands aside · `call`: the room was asked, and nobody objects
typed-objections = `text TEXT` · `term TERM` · `measure TEXT` · `who NAMES` · `withdraw NAME` · `postpone` · `refer CIRCLE` · `drop` · Enter: ask again
typed-objections-nominee = `term TERM` · `put NAME: REASON` · `measure TEXT` · `withdraw NAME` · `round QUESTION` · `postpone` · `refer CIRCLE` · `drop` · Enter: ask again
typed-announce = Enter announces it · `@NAME o REASON` · `/again`
typed-announce-call = Enter announces it · `c CONCERN` · `c NAME: CONCERN` · `o NAME: REASON` · `/again`
typed-announce-call-aside = Enter announces it · `c CONCERN` · `c NAME: CONCERN` · `a NAME: REASON`: stands aside · `o NAME: REASON` · `/again`
typed-notes = what is said, a line each · `/round QUESTION` asks everyone · Enter: it is done
typed-accept = Enter: yes · `no REASON` · `/later`
typed-leftover = Enter, `backlog`: into the backlog · `postpone DATE` · `refer CIRCLE` · `drop`
typed-read-back = Enter: nothing is missing · `/action NAME: WHAT` · `/topic TITLE` · `/undo`
typed-close = Enter, `close`: closes it and writes the records
is-approved-own = The minutes are approved. Whatever is recorded now takes that back.
approval-void = Something was recorded after the minutes were approved: `/approve` once more, or close without.
is-decided = { $way ->
    [term] { $title } is decided and stands until its review on { $day }.
    [until] { $title } is decided and stands until its review on { $day }.
    [lasts] { $title } is decided for { $term } and ends by itself after { $day }.
    [expires] { $title } is decided and ends by itself after { $day }.
   *[once] { $title } is decided: once, done and over.
}
is-elected = Elected: { $who } for { $role }, until { $until }.
is-elected-from = Elected: { $who } for { $role }, from { $since } until { $until }.
is-unaccepted = { $who } has not accepted yet: `/accepted { $who }` when they do.
has-accepted = { $who } accepts { $role }.
has-joined = { $who } joins the circle.
has-declined = { $who } does not accept { $role }.
has-declined-because = { $who } does not accept { $role }: { $reason }
joins-not = { $who } does not join.
joins-not-because = { $who } does not join: { $reason }
told-effects = Changes the circle: { $effects }
told-no-effects = Changes nothing in the circle.
is-action-done = Done: { $who }, { $text }
is-action-moved = New date: { $who }, { $text }, by { $due }
is-action-given = From { $from } to { $to }: { $text }
is-action-released = Released: { $who }, { $text }
is-extended = { $minutes } min more.
is-postponed = { $title } is postponed.
is-postponed-to = { $title } is postponed to { $date }.
is-referred = { $title } goes to { $circle }.
is-kept-open = { $title } goes into the backlog.
is-dropped = { $title } is dropped.
is-done = { $title } is done.
unnamed-guests = { $count ->
    [one] { $count } guest
   *[other] { $count } guests
}
unnamed = { $count } without { $count ->
    [one] a name
   *[other] names
}
names-and-unnamed = { $names } and { $unnamed }
has-arrived = { $count ->
    [one] { $who } is here, { $time }.
   *[other] { $who } are here, { $time }.
}
has-left = { $count ->
    [one] { $who } has left, { $time }.
   *[other] { $who } have left, { $time }.
}
now-facilitates = { $who } facilitates.
now-writes = { $who } writes.
is-deferred = { $who } is asked later.
is-thinking = { $who } thinks it over; `/accepted { $who }` says yes later.
is-skipped = This step is left out.
is-action = { $who } { $count ->
    [one] sees
   *[other] see
} to it, no date.
is-action-by = { $who } { $count ->
    [one] sees
   *[other] see
} to it by { $date }.
is-action-past = { $who } { $count ->
    [one] sees
   *[other] see
} to it by { $date }. That day has passed.
is-topic = “{ $title }” goes into the backlog.
is-taken-back = Taken back: { $what }
was-said = { $who }: { $text }
was-turn = { $who }, { $word ->
    [passed] who passed
    [consented] no objection
    [withdrew] the objection withdrawn
    [kept] what was named is kept
    [accepted] who accepted
    [declined] who declined
    [arrived] who came
    [left] who left
   *[other] nothing to say
}
was-text = “{ $text }”
was-other = { $word ->
    [opened] who is here
    [handed-over] who facilitates or writes
    [planned] how long we meet
    [approved] that the minutes stand
    [scheduled] when we meet next
    [concluded] that it is complete
    [agreed] that nobody objects
    [dropped] that it is dropped
    [presented] what was put to the circle
    [amended] the amendment
    [termed] the term
    [assigned] who sees to it
    [measured] how it is measured
    [effected] how it changes the circle
    [sought] the role as it stands
    [wrote] that everyone has written
    [adopted] the announcement
    [elected] the announcement
    [extended] the time that was added
    [skipped] that the step was left out
    [reopened] the round once more
    [unlisted] that an item was taken off the list
    [purposed] what the role is for
    [answered] that the question is left open
    [moved] that an item was moved
    [proposed] who proposes it
    [related] what it is about, replaces or ends
    [awaited] that others are asked in writing
    [dated] the day on which the term begins
    [asked-to-drop] the question whether it is dropped
    [postponed] that it is postponed
    [referred] that it is given to another circle
    [kept-open] that it stays in the backlog
    [deferred] that somebody speaks later
   *[other] the last line
}
rejoin = We are at { $step }.
time-of = { $time }, { $minutes } of { $planned } min
time-in = { $time }, { $minutes } min in
over-item = { $minutes } min over: `/extend`, `/postpone`, or go on.
over-meeting = The meeting is { $minutes } min over.
time-planned = Planned: { $minutes } min.
time-planned-item = It has { $minutes } min.
time-meeting = It is { $time }. The meeting began at { $since }, { $minutes } min ago.
time-item = { $title }: { $minutes } min so far.
help-typed = Typed: { $typed }
effects-typed = Changes the circle: `join NAME` `leave NAME` `appoint NAME as ROLE` `role NAME: PURPOSE` `end role NAME` `aim` `domain TEXT` `rule KEY VALUE` `circle`
effect-away-typed = `effect -2` takes the second change away.
also-more = { $typed } · `?`: more
also-how-long = It comes back: `term 1 year`, `term until 2027-03-18`. It ends by itself: `lasts 3 months`, `expires 2027-03-18`. Done and over: `once`.
also-draft = Also: `by NAME` proposes it · `about NAME` · `replaces WORDS`, `ends WORDS`: a decision in force
also-objections = Also: `round QUESTION` asks everyone
help-here = Here also: { $commands }
card-commands =
    /note TEXT, /topic TITLE · for the minutes; for the backlog
    /action NAME: WHAT · records an action; a date behind “by”
    /actions, /done 2, /due 2 DATE · open actions; one is done; its new date
    /give 2 NAMES, /release 2 · others do it; nobody does it any more
    /arrive NAME, /leave NAME · who comes, who goes; (guest), 2 guests
    /facilitator NAME, /secretary NAME · hands it over; - for nobody
    /accepted NAME, /declined NAME · yes or no to a role, or to joining
    /later, /skip, /again · later; not this step; the last round
    /round QUESTION · asks everyone a question
    /amend text TEXT, /amend term TERM · amends the proposal; also measure, who
    /edit · opens the text in your editor
    /postpone, /refer CIRCLE, /drop · ends the item; also with a date or reason
    /extend MINUTES, /approve · more time; at the end: minutes stand
    /undo · takes back what was recorded last
    /text, /who, /time · shows wording, speakers, times
    /read WORDS · shows a decision in force
    /at TIME · sets the time of what follows
    /pause · stops here; `rounds meet` goes on here
    @NAME ANSWER · the answer of somebody else
    \TEXT · said exactly so, not read as a word
    ?, ??, /help · explains this step; shows this list
help-open = Why: everyone knows who is here, who is missing, and who is a guest.
    Say: who is with us today?
    Complete: when everyone in the room is named.
help-chair = Why: one person holds the process, one keeps the records.
    Say: who facilitates, and who writes?
    Complete: when both are known. Anyone present can stand in.
help-check-in = Why: everyone arrives, and we hear how each one enters. No replies.
    Say: how are you arriving today?
    Complete: when everyone has spoken or passed.
help-duration = Why: everyone knows how much time there is, and who must leave early.
    Say: how long do we want to meet? Who has to go before the end?
    Complete: when the minutes are known. What needs those who leave early comes first.
help-minutes = Why: what was written down of the last meetings is what everyone remembers.
    Say: does anyone object to these minutes?
    Complete: when nobody objects. An objection leaves them open, and they are offered to the agenda.
help-announcements = Why: everyone knows what is new. No discussion; what needs one becomes a topic.
    Say: what is there to tell?
    Complete: when nobody has more.
help-next-meeting = Why: nobody leaves without knowing when we meet again.
    Say: when do we meet next, or who finds a date?
    Complete: when it is known, or left open.
help-agenda = Why: the circle takes over what was prepared. It owns what is on the list.
    Say: what do we want to talk about, and what is to come out of it?
    Complete: when nobody has more; then everyone is asked for objections.
help-call = Why: a quick consent. Asking for objections makes it easy to have one.
    Say: does anyone object? Then wait a breath.
    Complete: when nobody objects. An objection leaves it undecided.
help-drop = Why: what the circle took up, the circle lets go.
    Say: does anyone object to dropping it?
    Complete: when nobody objects. An objection keeps it on the table.
help-choose = Why: one item at a time, and each ends with a next step.
    Say: the next item is …
    Complete: when an item begins, or the closing does.
help-draft = Why: a circle can only consent to an exact text.
    Say: read the proposal aloud as it stands.
    Complete: when it has a text. How long it stands, who sees to it and how it is measured can follow.
help-clarify = Why: everyone understands the text. No opinions yet, no “why don't we”.
    Say: what do you need to know to understand the proposal?
    Complete: when everyone was asked once. The proposer answers.
help-answer = Why: a question is answered at once, briefly, without discussion.
    Say: what is the answer?
    Complete: when it is given, or left open.
help-react = Why: everyone hears what the others think and feel, in a few sentences.
    Say: what do you think and feel about it?
    Complete: when everyone has spoken.
help-revise = Why: what was heard may have made the text better.
    Say: do you want to change anything before we ask for consent?
    Complete: when the text is kept or changed. Any change makes a new version.
help-purpose = Why: a role that nobody can name the purpose of helps nobody.
    Say: what is this role for?
    Complete: when it is written down in a sentence.
help-role-term = Why: every role comes back to the circle.
    Say: how long is it given to somebody?
    Complete: when the term is known.
help-role = Why: we know what we look for before we look at people.
    Say: this is the role and what it is for. It is given for so long.
    Complete: when the role and its term are as we want them.
help-qualifications = Why: we agree on what the role needs before a name is spoken.
    Say: what should somebody bring who holds this role?
    Complete: when nobody has more; then everyone is asked for objections to the list.
help-write = Why: everyone makes up their mind before they hear the others.
    Say: write down a name; it may be your own. We do not talk about it beforehand.
    Complete: when everyone has written.
help-nominate = Why: we learn what each one sees in somebody. Only good reasons are said.
    Say: whom did you write down, and why?
    Complete: when everyone has named somebody and said why. Nobody passes, and the round is not skipped. More than one name is possible, absent members too.
help-change = Why: the reasons of others may have changed your mind.
    Say: having heard everyone, do you keep or change, and why?
    Complete: when everyone was asked.
help-put-forward = Why: one person is put forward on the strength of the reasons, not of the number.
    Say: because of …, I put … forward.
    Complete: with one name and a reason. Then everyone is asked for consent, the one put forward last.
help-consent = Why: nothing is decided while someone sees how it harms what the circle is for.
    Say: this is the decision now. Do you object?
    Complete: when everyone present has answered. It can be neither passed nor left out.
    An objection needs a reason; nobody discusses it before the round is over.
help-objections = Why: an objection shows what the proposal still needs. It belongs to all of us.
    Say: what would make it safe enough to try?
    Complete: when something has changed, or every objection was withdrawn.
    Change the text, shorten the term, measure what is feared; or postpone, refer, drop.
help-objections-nominee = Why: an objection shows what the role or the person still needs. It belongs to all of us.
    Say: what would make it safe enough to try?
    Complete: when something has changed, or every objection was withdrawn.
    Shorten the term, measure what is feared, or put somebody else forward: the nominations stay.
help-announce = Why: everyone knows that it is decided now.
    Say: nobody objects; we have consent. Celebrate a little.
    Complete: with Enter. Until then anyone may still correct what they said.
help-explore = Why: everyone is heard on one question, without a decision.
    Say: the question, then each name.
    Complete: when everyone has spoken or passed.
help-accept = Why: nobody becomes a member without their own yes.
    Say: the circle has taken you in; do you join?
    Complete: with their answer; `/later` if they want to think it over.
help-notes = Why: what is worth remembering is written down.
    Say: what do we want to keep of this?
    Complete: when nothing is missing; a topic or an action says what comes next.
help-leftover = Why: no item is left without a next step.
    Say: what happens with it?
    Complete: when it has a place: backlog, a date, another circle, or dropped by consent.
help-read-back = Why: everyone hears what will stand in the minutes.
    Say: we decided …; these have taken something on …; is anything missing?
    Complete: when nothing is missing.
help-check-out = Why: we learn from the meeting: content, process, and how we were together.
    Say: how was the meeting?
    Complete: when everyone has spoken or passed.
help-close = Why: what was decided is written down before we part.
    Say: thank you; the meeting is closed.
    Complete: with Enter. What is closed cannot be taken back.

prompt-offer = Enter takes { $offer }
pick-keys = Tab: a list to pick from
arrange-tab = Tab: a list to pick from and to sort
arrange-keys = The agenda, and what may come onto it. Arrows move, Space ticks, ← → change the place, Enter takes the list, Esc leaves the agenda as it was.
list-keys = Arrows move, Space ticks, Enter takes the list. Or type: names with commas · `all but NAME` · `all + NAME (guest)`
error-none-ticked = nobody is ticked
refused-keys = Edit the line with an arrow or Tab, type it anew, or press Enter to clear it.
unsaved-keys = Nothing was recorded. Enter gives the same answer again; another line replaces it.
unsaved-line = Nothing was recorded. Enter gives this again, another line replaces it: { $line }
error-several-lines = { $count } lines came at once; nothing was recorded
hint-lines = one line is one answer; several lines of one text stand between two lines with `"""`
error-line-too-long = the terminal cuts a line at { $bytes } bytes; nothing was recorded
hint-line-cut = take several lines, between two lines with `"""`
edit-keys = Enter takes the text. Alt-Enter or Ctrl-O begins a new line. Emptied, it stays as it was.
edit-lines = Type the new text; several lines between two lines with `"""`. Enter alone: it stays as it was.
edit-prompt = New text
error-no-editor = neither `config.toml` nor `VISUAL` nor `EDITOR` names an editor
hint-no-editor = `text` alone edits the text here
error-editor-failed = the editor `{ $editor }` failed
error-editor-file = cannot write the text for the editor: { $cause }
hint-editor = the text stays as it was; `text` alone edits it here
hint-editor-file = the text stays as it was; what was typed there is in { $file }
goes-on = Everything so far is kept. `rounds meet` goes on.
error-cannot-write-output = cannot write to standard output: { $cause }
hint-is-written = { $file } is written; do not add it again
error-cannot-read-input = cannot read what is typed: { $cause }
error-answer-line = this line is no answer: { $cause }
hint-answer-line = one line is one JSON object with `answer` or `text`, perhaps with `to`: `{"{"}"to": 4, "answer": "ok"{"}"}`
error-answer-large = this line is longer than { $megabytes } MB
error-answer-late = this line answers question { $to }, and another one is open
hint-answer-late = answer question { $number }
error-answer-number = this line does not say which question it answers
hint-answer-number = consent is never typed ahead: repeat the number of the question, `"to": { $number }`
error-program-fault = a fault in `rounds` itself, at { $place }
hint-fault = what was answered is kept; `rounds meet` goes on

## Minutes and records

error-missing-front-matter = a record begins with keys between two lines of `+++`
hint-front = begin it with `+++`, then lines like `title = "Quiet hours"`, then `+++`, then the text
error-review-before-date = `{ $key }` comes before `date`: { $review } before { $date }
error-how-long-contradicts = `{ $key }` contradicts how long the decision stands
hint-how-long = write exactly one of `term = …`, `until = …`, `lasts = …`, `expires = …` and `once = true`; `review = …` goes with the first two, and `expires = …` with `lasts = …`
error-role-how-long = a role is given for a term, not with `{ $key }`
hint-role-validity = write it like `term = "1 year"`

record-why = Why { $who }: { $reason }
record-appointed = By the decision “{ $title }”.
minutes-title = { $circle }, minutes of { $date }
minutes-running = The meeting is running now; these minutes are not final.
minutes-paused = The meeting is paused; these minutes are not final.
minutes-times = From { $from } to { $to } ({ $lasted }).
minutes-lasted = { $minutes } min
minutes-lasted-of = { $minutes } min, { $planned } planned
minutes-took = { $minutes } min.
minutes-took-of = { $minutes } min, { $planned } planned.
minutes-duration = Duration
minutes-earlier = Earlier minutes
minutes-announcements = Announcements
minutes-next-meeting = Next meeting
minutes-qualifications = Asked for
minutes-read-back = Read-back
minutes-approved-own = Approved before the close: nobody present had an objection to these minutes.
minutes-approved = { $minutes }: nobody objects
minutes-against-minutes = { $minutes }: objection
minutes-meets = { $date }
minutes-meets-at = { $date }, { $time }
minutes-meets-zone = { $date }, { $time } ({ $zone })
minutes-finds-date = { $who } finds a date.
minutes-meets-open = Still open.
minutes-times-so-far = From { $from }, so far to { $to }.
minutes-next-day = { $time } on { $date }
show-which = “{ $typed }” fits { $count } records. Arrows move, Enter shows one, Esc leaves.
show-in-writing = In writing
show-written = In writing
minutes-present = Present
minutes-guests = Guests
minutes-absent = Absent
minutes-facilitator = Facilitator
minutes-secretary = Secretary
minutes-from = from { $from }
minutes-until = until { $to }
minutes-from-until = { $from } to { $to }

minutes-decisions = Decisions
minutes-term = { $way ->
    [term] In force for { $term }, review on { $day }
    [until] In force until its review on { $day }
    [lasts] In force for { $term }, ends by itself after { $day }
    [expires] In force, ends by itself after { $day }
   *[once] Once: done and over
}
minutes-responsible = { $count ->
    [one] Sees to it
   *[other] See to it
}
minutes-measures = Measured by
minutes-proposed = Proposed by { $who }
minutes-by-round = { $version ->
    [1] Consent was heard in a round
   *[other] Consent was heard in a round, on version { $version }
}
minutes-by-call = { $version ->
    [1] Consent was heard in a call: the room was asked, and nobody objected
   *[other] Consent was heard in a call, on version { $version }: the room was asked, and nobody objected
}
minutes-consented = Consented: { $asked }. Heard and not asked: { $heard }.
minutes-consented-only = Consented: { $asked }.
show-heard = Heard and not asked: { $heard }.
minutes-about = About (not asked for consent)
minutes-about-heard = About (heard, not asked for consent)
minutes-objections = Objections
minutes-version = version { $version }
minutes-integrated = Integrated; this changed: { $parts }
minutes-integrated-together = To version { $version }, integrated; this changed: { $parts }
minutes-part-text = the text
minutes-part-term = the term
minutes-part-measure = what is measured
minutes-part-responsible = who sees to it
minutes-withdrawn = Withdrawn
minutes-withdrawn-because = Withdrawn: { $reason }
minutes-concern-then = about version { $version } at the time
minutes-concerns = Concerns
minutes-asides = Stood aside
decision-of = a decision of { $date }
decision-named = { $title } ({ $date })
minutes-replaces = Replaces
minutes-ends = Ends

minutes-items = Items
minutes-decided = Decided; the text stands above.
minutes-explored = Explored.
minutes-reported = Reported.
minutes-brought = Brought in by { $who }.
minutes-postponed = Postponed.
minutes-postponed-to = Postponed to { $date }.
minutes-referred = Referred to { $circle }.
minutes-dropped = Dropped by consent.
minutes-dropped-because = Dropped by consent ({ $reason }).
minutes-kept-open = Stays in the backlog.
minutes-on-table = Not finished yet.
minutes-listed = Still on the agenda.
minutes-draft = The proposal as it stood:
minutes-questions = Clarifying questions
minutes-unanswered = left open
minutes-reactions = Reactions
minutes-revise = Changes to the text
minutes-explore = Round
minutes-round = Round: { $question }
minutes-notes = Notes
minutes-skipped = Left out: { $step }
minutes-skipped-because = Left out: { $step } ({ $reason })
minutes-agenda = Agenda
minutes-against-agenda = Objection to the agenda
minutes-against-item = Objection to taking up “{ $title }”
minutes-against-drop = Objection to dropping “{ $title }”
minutes-left = Not begun

minutes-elections = Elections
minutes-awaited = Nobody present objects; { $names } { $count ->
    [one] is
   *[other] are
  } asked in writing.
minutes-selected = Elected, as it stands above.
minutes-elected = From { $since } to { $until } ({ $term })
minutes-elected-until = From { $since } to { $until }
minutes-why = Why: { $reason }
minutes-unaccepted = { $who } has not accepted yet
minutes-accepted-since = { $who } has accepted
minutes-accepted = { $who } has accepted: { $role }
minutes-joined = { $who } has said yes and joins the circle.
minutes-joins-not = { $who } does not join the circle.
minutes-declined = { $who } does not accept { $role }.
minutes-effects = This changes the circle
minutes-members = Members
show-appointed = Appointed by a decision, without nominations.
minutes-put-forward = Put forward: { $who }, because: { $reason }
minutes-nominations = Nominations
minutes-changes = Said in the change round
minutes-named = { $who }: { $names } ({ $reason })
minutes-named-term = { $who }: { $names }, for { $term } ({ $reason })
minutes-named-until = { $who }: { $names }, until { $until } ({ $reason })
minutes-part-nominee = who is put forward
minutes-part-effects = how it changes the circle

minutes-check-in = Check-in
minutes-check-out = Check-out
minutes-actions = Actions
minutes-action = { $who }: { $what }
minutes-action-done = Done: { $action }
minutes-action-moved = New date: { $action }
minutes-action-given = From { $from } to { $action }
minutes-action-released = Released: { $action }
minutes-action-by = { $who }, by { $date }: { $what }
minutes-topics = Topics for later

## Commands

error-unknown-language = there are no words for `{ $lang }`
hint-language = there are { $known }
note-left-with-decision = { $who } has left and still sees to { $title }
note-left-with-action = { $who } has left and still has the action: { $title }
hint-left = decide who sees to it now; an action is given to somebody with `/give`
note-zone-unknown = the time zone `{ $zone }` is not known here
hint-zone-unknown = write a name of the IANA time zone database, like `Europe/Berlin`
note-language-missing = there are no words for `{ $lang }`; English is used
hint-language-missing = write `language` with one of { $known }
error-no-terminal = there is no terminal to answer at
hint-no-terminal = `rounds meet --script FILE` takes the answers from a file
hint-new = `rounds meet --new` opens another meeting and leaves this one as it is
torn-aside = The last line was torn by a crash. It is moved to { $file }.
ask-which-paused = More than one meeting is paused. Which one goes on?
typed-which-paused = its number · `new`: leave them and open another
meeting-paused = The meeting { $id } is paused at { $step }.
ask-paused = The meeting of { $date } is paused. What do you want to do with it?
typed-paused = `go on` · `close` it as it was left · `new`: leave it and open another
changed-joined = New in the circle since: { $names }.
changed-gone = No more in the circle: { $names }.
changed-roles = The circle's roles have changed since. This meeting keeps those it began with.
changed-rules = The circle's rules have changed since. This meeting keeps those it began with.
is-recorded = This meeting is recorded already: { $id }
error-meeting-differs = the meeting of { $date } is recorded in { $file }, and differs from here on
hint-meeting-differs = `--continue` adds lines to a paused meeting, `--new` records another one; to correct it, delete { $file } and the records it gave
nothing-kept = Nothing is kept of this.
error-after-pause = something follows the pause
hint-after-pause = `/pause` is the last line of a script; `--continue` goes on with another
error-one-script = one meeting is paused, and one script goes on with it
hint-one-script = leave out `--continue`, or name one script
error-several-paused = more than one meeting is paused
error-not-paused = the meeting `{ $id }` is not paused
hint-paused = name one: { $options }
error-none-paused = no meeting is paused
hint-none-paused = leave out `--continue` to open a new one
error-no-meeting = there was no meeting on `{ $date }`
error-no-meetings = there was no meeting yet
hint-no-meetings = `rounds meet` opens the first
hint-meetings = there were { $days }
note-meeting-running = a meeting is running here; what it has not finished writing is left out
hint-is-running = check again when it is closed
error-unfiled = the meeting is closed, and its records are not all written
hint-unfiled = `rounds meet` writes what is missing
error-never-closed = the meeting was never closed, and a later one was held
hint-never-closed = `rounds meet` goes on with the latest that is not closed, or closes it
error-journal-name = the meeting opened on { $day }, and the file is called `{ $name }`
hint-journal-name = rename it to `{ $day }.toml`, its minutes to `{ $day }.md`, and have `meeting` in its records say `{ $day }`
nothing-found = Nothing is wrong.
problems-found = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
error-id-not-file-name = the id `{ $id }` is not the name of the file, `{ $name }`
hint-id-name = an id is the name of its file without `.md`: correct it, or rename the file
error-replaced-missing = `{ $key }` names `{ $id }`, and there is no such record
hint-gone-missing = it takes the name of another file in this folder, without `.md`
error-replaced-twice = `{ $id }` was replaced or ended by { $file } already
hint-gone-twice = only one can do that: take it out of `{ $key }` in one of them
error-replaced-by-itself = `{ $key }` names `{ $id }`, and that leads back to this record
hint-gone-ring = the earlier one does not replace the later one: take it out of `{ $key }`
error-other-circle = this is a record of the circle `{ $circle }`, and the folder is that of `{ $own }`
hint-other-circle = move the file to that circle's folder, or correct `circle`
error-elected-twice = `{ $role }` was filled on the same day in { $file } too
hint-elected-twice = name the earlier one in `replaces` of the later one
error-title-twice = `{ $title }` is the title of { $file } too
hint-title-twice = put both into one file, or give one of them another title
error-file-name-case = the name differs from { $file } only in case
hint-name-case = rename one of them: on other systems they are one file
error-copy-same = is a copy of { $file }, the same
hint-copy-same = it is not read: delete it
error-copy-differs = is a copy of { $file }, and differs
hint-copy-differs = it is not read: compare the two, keep what is right in the other, then delete this one
note-names-alike = `{ $name }` looks like `{ $other }`
hint-names-alike = whoever reads it may take one for the other: add a second name or an initial
note-name-mixes-scripts = `{ $word }` in the name `{ $name }` has letters of several scripts
hint-names-mixed = type it again in one script, unless it is meant so
error-stray-file = such a file does not belong here
hint-stray-record = what is kept in this folder ends in `.md`: rename it, or move it away
hint-stray-taken = what is kept in this folder ends in `.md`, and there is a file of that name: move this one away
hint-stray-minutes = minutes lie beside a journal of the same name that ends in `.toml`: move it away
error-record-slip = has a slip, and may be the file that this meeting changes
hint-record-slip = `rounds check` names the slip; mend it, and `rounds meet` writes the rest
error-record-in-the-way = this file is there with another content, and stays as it is
note-offset-taken = `{ $typed }` has no offset and is taken as { $at }
note-topic-stays = is decided, and stays in the backlog: some of its words are in no journal
hint-topic-stays = keep what is still needed of it elsewhere, then delete the file
hint-record-there = move it away, and `rounds meet` writes the record
end-files = { $count ->
    [one] 1 file written in { $folder }
   *[other] { $count } files written in { $folder }
}
end-files-keys = `?` lists them · Enter ends
label-written = written
label-removed = removed
label-next = next
error-role-differs = the role `{ $role }` is not as it was elected in `{ $id }`
note-founded-gone = no circle right below is called `{ $circle }`; { $id } founded it
hint-founded-gone = it may have another name or place now; after a conflict, write its circle.toml again
error-role-elected-late = the role `{ $role }` was filled in `{ $id }`, after it had ended on { $date }
hint-role-elected-late = a decision `role { $role }` brings it back, then `rounds apply`; `rounds log add --effect "end role { $role }"` keeps it ended
error-unapplied = not done here: `{ $effect }`, decided in { $id }
hint-unapplied = `rounds apply` writes it; what was changed since goes on record with `rounds log add --effect`
error-role-changed = the role `{ $role }` was changed meanwhile, and stays as it is
hint-role-changed = the election says `holder = "{ $holder }"`, `since = { $since }`, `until = { $until }`
error-circle-changed = not changed: `{ $effect }` was decided, and this was changed since the meeting
hint-circle-changed = make the change here if it still holds
send-to = { $circle } is not in this folder. Send them this:
tell-wider = Tell the wider circle, if there is one: { $who } links { $circle } to it now ({ $role }). There, `join { $who } from { $circle }` brings this about.
next-unaccepted = ask whether { $who } accepts { $role }
next-newcomer = { $who } has not said yes yet
next-term = the term of { $role } ends on { $until }
next-meeting = we meet again on { $date }
next-meeting-at = we meet again on { $date }, { $time }
next-postponed = { $title } is taken up again on { $date }
next-review = { $way ->
    [term] { $title } comes back on { $day }
    [until] { $title } comes back on { $day }
    [lasts] { $title } ends by itself after { $day }
    [expires] { $title } ends by itself after { $day }
   *[once] { $title } is done once
}
is-paused = The meeting is kept in { $file }. `rounds meet` goes on with it.
members-count = { $count } members
here-unfiled = A meeting is closed, and its records are not all written: { $file }
here-running = A meeting is running now, in another window: { $step }.
here-one-running = One of { $count } meetings is running now, in another window.
here-paused = The meeting of { $date } is paused at { $step }.
here-first = No meeting yet.
here-met = { $count ->
    [one] One meeting so far.
   *[other] { $count } meetings so far.
}
next-meet = begins a meeting
next-go-on = goes on with it
here-next = The next meeting is on { $date }.
here-next-at = The next meeting is on { $date }, { $time }.
next-answer = answers a decision in writing, for whoever it waits for
next-settle = writes the decisions to which everyone has consented
next-agenda = prints the agenda of the next meeting, to send round
next-backlog = lists the topics for later; `add TITLE` adds one
next-minutes = prints the latest minutes
next-check = finds what is wrong in the files
next-rehearse = tries a meeting out, nothing kept
error-circle-exists = there is a circle here already
hint-circle-there = edit it by hand; `rounds check` says what is wrong in it
error-new-given-up = nothing was written
first-heading = There is no circle here, in { $folder }
first-try = try a meeting with a sample circle; nothing is kept
first-begin = begin a circle in this folder
first-open = open my circle, which is in another folder
first-label = choice
ask-first = What do you want to do? Ctrl-D leaves.
hint-first = type `1`, `2` or `3`
why-first =
    A circle is a folder with a file `circle.toml`. If you have none yet, a rehearsal shows in a few
    minutes what a meeting is like.
first-folder = folder
ask-first-folder = Where is your circle?
why-first-folder = Type the folder in which its `circle.toml` is, like `~/garden`.
new-zone = time zone
ask-new-zone = Which time zone do you meet in? Enter: { $zone } · another name · `-` for none
why-new-zone = With it, calendars show the next meeting at the right time wherever they are read.
new-default = default
ask-default = Open this circle from every folder without one? Enter: yes · `no`
hint-default = press Enter for yes, or type `no`
why-default =
    Then `rounds meet` finds it wherever you are, unless you are in the folder of another circle. It is
    kept in your own settings, not in the circle's files.
answer-no = no
new-folder = It is kept in { $folder }. `?` explains a question.
why-new-name = The name by which you call it. It stands above minutes and decisions.
why-new-aim = What the circle wants to bring about: every proposal is weighed against it. You can change it later.
why-new-domain = What the circle decides without asking anyone else.
why-new-members = Everyone who consents to decisions. Rounds go in this order. Whoever joins later is added in the file.
new-heading = A new circle
new-name = name
ask-new-name = What is the circle called?
new-aim = aim
ask-new-aim = What is it for, in one sentence?
new-domain = domain
ask-new-domain = What does it decide about? Enter leaves it open.
new-members = members
ask-new-members = Who belongs to it? Names with commas, in the order of their seats.
hint-new-members = type at least two names with a comma between
role-facilitator = Facilitator
role-secretary = Secretary
role-leader = Leader
sheet-founded = Founded by { $circle } on { $date }.
role-delegate = Delegate
ask-new-facilitator = Who facilitates? Enter leaves it open.
ask-new-secretary = Who keeps the records? Enter leaves it open.
ask-new-leader = Who leads it, as the link from the wider circle? Enter leaves it open.
ask-new-delegate = Who is the delegate to the wider circle? Enter leaves it open.
error-leader-delegate = leader and delegate are never one person, here { $who }
hint-leader-delegate = two people link two circles
new-written = { $file } is written. It is yours now: edit it as you like.
new-next = Next: `{ $command }`
log-heading = Log
log-count = { $count ->
    [one] 1 record
   *[other] { $count } records
}
log-found = { $count ->
    [one] 1 found
   *[other] { $count } found
}
log-review = { $way ->
    [term] review { $day }
    [until] review { $day }
    [lasts] ends { $day }
    [expires] ends { $day }
   *[once] once
}
log-until = until { $date }
log-under-review = review due { $date }
log-expired = ended { $date }
log-once = once
log-term-over = term ended { $date }
log-unaccepted = not accepted yet
log-ahead = from { $date }
log-replaced = replaced { $date }
log-ended = ended { $date }
log-empty = No decision and no election of this kind is on record.
log-nothing = Nothing was found for `{ $words }`.
log-near = Similar words: { $words }
log-unread = { $count ->
    [one] 1 record cannot be read; what is wrong with it is said below.
   *[other] { $count } records cannot be read; what is wrong with them is said below.
}
show-unread = { $count ->
    [one] 1 record cannot be read, and may belong to this history. `rounds check` says why.
   *[other] { $count } records cannot be read, and may belong to this history. `rounds check` says why.
}
status-in-force = { $way ->
    [term] in force, review on { $day }
    [until] in force, review on { $day }
    [lasts] in force, ends by itself after { $day }
    [expires] in force, ends by itself after { $day }
   *[once] once: done and over
}
status-elected = in force until { $date }
status-under-review = review due since { $date }
status-expired = ended by itself on { $date }
status-once = once: done and over
status-term-over = term over since { $date }
status-unaccepted = not accepted yet, until { $date }
status-ahead = begins on { $since }, until { $date }
status-replaced = replaced by { $by }
status-ended = ended by { $by }
show-earlier = From before there were records
show-version = Version { $version }
show-before = Before it
show-after = After it
show-minutes = minutes
show-file = file
show-differs = { $journal } gives something else: see `rounds replay`.
next-log = lists decisions and elections; `log WORDS` looks for words
error-no-record = no record is called `{ $typed }`
hint-no-record = `rounds log --all` lists them
error-several-records = `{ $typed }` fits several records
hint-several-records = type more of { $ids }
error-add-missing = `rounds log add` needs `--{ $option }`
hint-add-missing = add it to the line, or run the command at a terminal, which asks for it
add-label = { $option ->
    [title] title
    [date] date
    [review] review
    [text] text
    [elected] elected
    [until] until
   *[other] { $option }
}
ask-add-title = What is the decision called?
ask-add-date = On which day was it? Like 2024-05-03.
ask-add-review = When does it come back? Like 2027-05-03 or 1 year.
ask-add-text = What was decided? Enter leaves it open.
ask-add-elected = Who was elected?
ask-add-until = When does the term end? Like 2027-05-03 or 1 year.
error-invalid-synonym = `{ $word }` is not one word
hint-synonym = write each synonym as one word, letters and digits only
due-heading = Due
due-count = { $count ->
    [one] 1 thing, by { $date }
   *[other] { $count } things, by { $date }
}
due-for = Due for { $who }
due-none-for = Nothing waits for { $who } by { $date }.
due-none = Nothing is due by { $date }.
due-no-date = no date
due-review = review
due-expires = last day
due-term = term ends
due-vacant = vacant
due-awaited = waits for answers
due-overdue = waits past its day
due-objected = objected in writing
due-agreed = can be settled
due-refused = cannot be adopted
due-left = has left
due-action = action
due-postponed = postponed
due-unaccepted = not accepted
due-newcomer = has not said yes
due-paused = paused meeting
due-unfiled = records missing
here-due = { $count ->
    [one] 1 thing is due.
   *[other] { $count } things are due.
}
next-due = lists what is due
roles-heading = Roles
roles-count = { $count ->
    [one] 1 role
   *[other] { $count } roles
}
roles-none = The circle has no roles.
roles-nobody = nobody
roles-outside = { $who }, from outside
roles-since = since { $date }
roles-until = until { $date }
roles-span = { $since } – { $until }
roles-since-until = since { $since }, until { $until }
roles-left = { $span } left
roles-today = ends today
roles-over = ended { $span } ago
roles-nominee = { $role }: { $who }, elected on { $date }, has not accepted yet.
roles-next = { $role }: { $who } follows, from { $since } until { $until }.
news-title = What is new, { $since } to { $until }
news-none = Nothing is new.
news-heading-decided = Decided
news-heading-elected = Elected
news-heading-joined = Joined
news-heading-left = Left
news-decided = { $title } ({ $date })
news-elected = { $role }: { $who }, { $since } to { $until }
news-unaccepted = { $role }: { $who }, elected on { $date }, has not accepted yet
news-who = { $who } ({ $date })
overview-heading = Overview
overview-count = { $open ->
    [0] nothing open in { $count ->
        [one] 1 circle
       *[other] { $count } circles
    }
   *[other] something open in { $open } of { $count }
}
overview-nothing = nothing open
overview-all = In all
overview-all-members = { $count ->
    [one] 1 circle with more than { $most } members
   *[other] { $count } circles with more than { $most } members
}
overview-all-no-meeting = { $count ->
    [one] 1 circle without a next meeting
   *[other] { $count } circles without a next meeting
}
overview-no-meeting = no next meeting
overview-vacant = { $count ->
    [one] 1 role vacant
   *[other] { $count } roles vacant
}
overview-term-over = { $count ->
    [one] 1 role past its term
   *[other] { $count } roles past their term
}
overview-links = { $count ->
    [one] 1 link is wrong
   *[other] { $count } links are wrong
}
overview-reviews = { $count ->
    [one] 1 review overdue
   *[other] { $count } reviews overdue
}
overview-actions = { $count ->
    [one] 1 action overdue
   *[other] { $count } actions overdue
}
overview-minutes = { $count ->
    [one] minutes of 1 meeting not approved
   *[other] minutes of { $count } meetings not approved
}
overview-unfinished = { $count ->
    [one] 1 meeting not finished
   *[other] { $count } meetings not finished
}
overview-awaited = { $count ->
    [one] 1 decision waits for answers
   *[other] { $count } decisions wait for answers
}
overview-overdue = { $count ->
    [one] 1 decision waits past its day
   *[other] { $count } decisions wait past their day
}
overview-objected = { $count ->
    [one] 1 decision objected in writing
   *[other] { $count } decisions objected in writing
}
overview-agreed = { $count ->
    [one] 1 decision can be settled
   *[other] { $count } decisions can be settled
}
overview-refused = { $count ->
    [one] 1 decision cannot be adopted
   *[other] { $count } decisions cannot be adopted
}
people-heading = People
people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}, { $circles ->
    [one] 1 circle
   *[other] { $circles } circles
}
people-nowhere = In no circle
people-nowhere-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
error-listed-left = `{ $name }` left on { $date }, as people.toml says, and is still named here
hint-listed-left = `leave` in a decision gives them a last day here, or change `left` there
error-unlisted-person = `{ $name }` is not in people.toml
hint-unlisted = add them there, or another name of theirs under `also`
hint-people = it lists everyone: `[[person]]` and `name = "Ana"` for each
people-outside = from outside
people-leaves = until { $date }
people-links = links { $circle }
people-role = { $role } until { $until }
people-role-ahead = { $role } from { $since }
people-decisions = Sees to
people-actions = Has taken on
people-due = Is due
circles-heading = Circles
circles-count = { $count ->
    [one] 1 circle
   *[other] { $count } circles
}
circles-in = in { $wider }
circle-ended = ended on { $day }
circles-leader = leader { $who }
circles-delegate = delegate { $who }
circles-unread = cannot be read
circles-failed = { $count ->
    [one] 1 circle cannot be read.
   *[other] { $count } circles cannot be read.
}
link-leader = leader
link-delegate = delegate
error-link-vacant = no { $role } links this circle to `{ $wider }`
hint-link-vacant = leader and delegate are two people who are members of both circles
error-link-left-over = { $who } is a member of `{ $wider }` for this circle, and is neither its leader nor its delegate
hint-link-over = `leave { $who }` in a decision of `{ $wider }` ends that; without `from` there they stay a member
role-without-kind = A new role called { $role } links no circles. For that, decide `role { $role } ({ $kind }): PURPOSE` first; `/postpone` leaves this item.
hint-link-kind = no role has `kind = "{ $kind }"`: write it under the role in `circle.toml`, or decide `role NAME ({ $kind }): PURPOSE`
error-link-no-member = the { $role } `{ $who }` is no member of `{ $wider }`
hint-link-member = leader and delegate are members of the wider circle, too
error-symlink-to-circle = this link leads to a circle, and is not followed
hint-circle-link = a circle's folder lies in that of the wider circle
export-title = { $circle }, what is agreed as of { $date }
export-empty = Nothing is kept yet.
export-under-review = The day of its review has come; until then it stands.
export-term-over = The term is over, and nobody was elected since.
export-decided = Decided on { $date } ({ $id })
calendar-review = { $way ->
    [term] Review: { $title }
    [until] Review: { $title }
    [lasts] Last day: { $title }
    [expires] Last day: { $title }
   *[once] { $title }
}
calendar-term = End of term: { $role } ({ $who })
calendar-term-nobody = End of term: { $role }
calendar-meeting = { $circle }: meeting
calendar-action = { $who }: { $text }
calendar-topic = Postponed: { $title }

## Agenda and backlog

agenda-title = { $circle }, agenda for { $date }
agenda-title-open = { $circle }, agenda of the next meeting
agenda-from = From { $time }.
agenda-from-zone = From { $time } ({ $zone }).
agenda-until = With what is due by { $date }.
agenda-by = brought by { $who }
agenda-draft = The draft so far:
agenda-in-force = The decision as it stands:
agenda-term = { $way ->
    [term] In force for { $term }
    [until] In force until its review on { $day }
    [lasts] In force for { $term }, then it ends by itself
    [expires] In force, ends by itself after { $day }
   *[once] Once: done and over
}
agenda-concerns = Concerns at the time
agenda-held = Held by { $who }
agenda-held-until = Held by { $who }, until { $until }
agenda-held-by-nobody = Held by nobody
agenda-role-term = Given for { $term }
agenda-role-begins = From { $date }
agenda-newcomers = Taken in, and still to say yes
agenda-unaccepted = Elected, and still to be asked whether they accept
agenda-minutes = Earlier minutes, not approved yet
agenda-actions = Open actions
agenda-overdue = Overdue: { $action }
agenda-empty = No item waits for this meeting.
backlog-topics = { $count ->
    [one] 1 topic
   *[other] { $count } topics
}
backlog-since = since { $date }
backlog-empty = No topic waits in the backlog.
backlog-heading = Backlog
error-added-already = holds the same already, and nothing is added
hint-added-already = `rounds show { $id }` shows it
error-topic-exists = `{ $title }` is in the backlog already
hint-topic-there = add to that file, or choose another title
hint-add-title = write it behind `rounds backlog add`
hint-add-minutes = write it like `--minutes 20`

## Replay

label-note = note
label-fine = fine
replay-counts = { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
}, { $facts ->
    [one] 1 fact
   *[other] { $facts } facts
}, { $findings ->
    [one] 1 finding
   *[other] { $findings } findings
}, { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}.
error-record-missing = this record of { $journal } is not there
hint-record-missing = `rounds replay --write` writes it
error-record-differs = this record is not what { $journal } gives
hint-record-differs = `rounds replay` shows the difference
error-record-unfounded = { $journal } does not give this record
error-record-no-journal = the meeting of this record has no journal: { $journal } is not there
error-acceptance-unfounded = this record says that { $who } has accepted, and no journal does
error-replaces-unnamed = `{ $title }` replaces `{ $id }`, which has another title and was not named for it
hint-replaces-unnamed = a decision is named with `replaces` in the draft; only one with the same title is replaced unasked
note-digest-differs = this journal was changed after its digest was written in { $places }
hint-chain-changed = its history, such as `git log`, shows what; if the change is meant, have the minutes of { $meeting } approved again in the next meeting
note-journals-gone = this has the digest of the meeting { $meeting }, whose journal is not there
hint-chain-gone = take it from a copy, or give it back its name
note-record-filed-otherwise = the digest of { $file } in `filed` is not that of what the meeting wrote
hint-chain-record = the journal gives the record all the same; a copy from before shows who is right
note-minutes-older = these minutes are as an earlier edition wrote them from { $journal }
note-minutes-differ = these minutes are not word for word what { $journal } gives
error-acceptance-missing = { $journal } says that this election was accepted, and this record does not
hint-record-unaccepted = `rounds replay --write` writes `accepted = true` into it
note-record-written = was not there, and is written
note-acceptance-written = says now that it was accepted
note-no-folder = this journal lies in no circle's `meetings`, so that no records are compared
note-in-turn = no fact would be out of turn
hint-other-rules = “{ $told }” was said there; under these rules the meeting stands at { $step }
replay-fact = { $number } · { $time } · { $step }
replay-then = then: { $step }
typed-replay = Enter: the next fact · `q`: the end
told-opened = Here: { $names }.
told-opened-guests = Here: { $names }; guests: { $guests }.
told-nobody-facilitates = Nobody facilitates.
told-nobody-writes = Nobody writes.
told-arrived = { $count ->
    [one] { $who } comes in.
   *[other] { $who } come in.
}
told-arrived-guest = { $count ->
    [one] { $who } comes in as a guest.
   *[other] { $who } come in as guests.
}
told-left = { $count ->
    [one] { $who } leaves.
   *[other] { $who } leave.
}
told-spoken = { $who } has spoken; nothing is noted.
told-nothing-to-say = { $who } has nothing to say.
told-passed = { $who } passes.
told-planned = { $minutes } min are planned.
told-planned-open = How long the meeting lasts is left open.
told-approved-own = Nobody objects to the minutes of this meeting.
told-approved = Nobody objects to the minutes of { $meeting }.
told-announced = Announced: { $text }
told-scheduled = The next meeting is on { $date }.
told-scheduled-at = The next meeting is on { $date }, { $time }.
told-unscheduled = The date of the next meeting is left open.
told-listed = On the agenda: { $item }
told-unlisted = Off the agenda: { $title }
told-moved = { $title } moves to place { $place } on the agenda.
told-no-announcements = Nobody has more to announce.
told-list-complete = The list is complete.
told-item-done = The item is done.
told-items-done = No more items: the meeting comes to its close.
told-nothing-missing = Nothing is missing.
told-agreed = The room is asked, and nobody objects.
told-agreed-version = The room is asked about version { $version }, and nobody objects.
told-began = Begun: { $item }
told-proposes = { $count ->
    [one] { $who } proposes.
   *[other] { $who } propose.
}
told-replaces = It is to replace { $decision }.
told-ends = It is to end { $decision }.
told-about = { $count ->
    [one] It is about { $who }, who is to be heard and is not asked for consent.
   *[other] It is about { $who }, who are to be heard and are not asked for consent.
}
told-worded = The text is now:
told-termed = { $way ->
    [term] The term is now { $term }.
    [until] It stands until its review on { $day }.
    [lasts] It lasts { $term } and then ends by itself.
    [expires] It ends by itself after { $day }.
   *[once] It is done once and over.
}
told-assigned = Who sees to it: { $names }.
told-nobody-assigned = Nobody sees to it.
told-measured = Measured by: { $measures }
told-unmeasured = Nothing is measured.
told-amended = Amended in the round. { $what }
told-presented = Version { $version } is put to the circle:
told-presented-nominee = Version { $version } is put to the circle: { $who }.
told-term-until = { $way ->
    [term] For { $term }, until { $day }.
    [until] Until its review on { $day }.
    [lasts] For { $term }, it ends by itself after { $day }.
    [expires] It ends by itself after { $day }.
   *[once] Once: then it is done and over.
}
told-given = { $way ->
    [until] Until { $day }.
   *[term] For { $term }, until { $day }.
}
told-given-since = { $way ->
    [until] From { $since } until { $day }.
   *[term] For { $term }, from { $since } until { $day }.
}
told-raised = A question to everyone: { $text }
told-asks = { $who } asks: { $text }
told-no-question = { $who } has no question.
told-answers = { $who } answers: { $text }
told-answer = The answer: { $text }
told-unanswered = The question is left open.
told-consents = { $who } has no objection to version { $version }.
told-concern = { $who } has no objection to version { $version }, and a concern: { $concern }
told-concerned = A concern about version { $version }: { $text }
told-concerned-by = { $who } has a concern about version { $version }: { $text }
told-aside = { $who } stands aside from version { $version }: { $reason }
told-objects = { $who } objects to version { $version }: { $reason }
told-objects-call = { $who } objects: { $reason }
told-objects-minutes = { $who } objects to the minutes of { $meeting }: { $reason }
told-withdraws = { $who } withdraws the objection.
told-withdraws-because = { $who } withdraws the objection: { $reason }
told-sought = { $role } is to be filled, for { $term }.
told-sought-left = { $role } is to be filled, for { $term }, as it was left on { $meeting }.
told-sought-asks = { $role } is to be filled, for { $term }, as it was left on { $meeting }. Asked for: { $texts }
told-dated = The term begins on { $since }.
told-purpose = What it is for: { $text }
told-purpose-open = What it is for is left open.
told-qualified = Asked for: { $text }
told-qualified-by = { $who } asks for: { $text }
told-struck = No longer asked for: { $text }
told-wrote = Everyone has written a name.
told-names = { $who } names { $names }: { $reason }
told-names-for = { $who } names { $names }, for { $term }: { $reason }
told-names-until = { $who } names { $names }, until { $until }: { $reason }
told-changes = Having heard the others, { $said }
told-keeps = { $who } keeps what was said.
told-put = { $who } is put forward: { $reason }
told-put-for = { $who } is put forward, for { $term }: { $reason }
told-put-until = { $who } is put forward, until { $until }: { $reason }
told-unaccepted = { $who } has not accepted yet.
told-drop = Is { $title } to be dropped?
told-drop-because = Is { $title } to be dropped? { $reason }
told-dropped = Nobody objects: it is dropped.
is-asked-about = { $title }: { $names } { $count ->
    [one] is
   *[other] are
  } asked in writing.
is-awaited = Asked in writing: { $names }.
told-noted = Noted: { $text }
told-action = { $who } { $count ->
    [one] takes
   *[other] take
} on: { $text }
told-action-by = { $who } { $count ->
    [one] takes
   *[other] take
} on, by { $due }: { $text }
told-skipped = This step is left out: { $reason }
told-reopened = The round is asked once more.
told-closed = The meeting is closed.
told-filed = The records are written.

## Seal

seal-covers = { $count ->
    [one] It covers this meeting, of { $all }.
   *[other] It covers this meeting and the earlier ones it names: { $count } of { $all }.
}
seal-use = Keep it where no one can change it alone: in a signed tag, a mail to everyone, a printed page. `rounds seal DIGEST` checks it later.
seal-found = None of these journals was changed since.
nothing-to-apply = Nothing is missing in circle.toml.
error-no-seal = no meeting is closed yet, so there is no digest
hint-no-seal = the first one is written when a meeting is closed
error-seal-unknown = no journal has this digest
hint-seal-unknown = it has 64 digits; if they are right, the journal was changed after the digest was kept, or is that of another circle: `rounds check` says more
error-seal-changed = this was the digest of the meeting { $meeting }, and its journal was changed since
hint-seal-changed = the digest stands in { $place }; `rounds check` says more

## Rehearsal

rehearsal-you = You are { $who } and facilitate. The others answer by themselves. Nothing is kept.
rehearsal-how = Enter takes what is offered, `?` explains, `/undo` takes back, Ctrl-D ends it.
rehearsal-try = Rehearsal · try `decide Quiet hours`, then `select Tool keeper`, then Enter.
rehearsal-text = Rehearsal · try `text No power tools after 20:00.` Somebody will object. Find out what it needs.
rehearsal-minutes = The minutes of this meeting
rehearsal-end = Nothing of this is kept. `rounds new` writes a circle of your own.
cast-answer = yes, as it stands there
cast-check-in-1 = a long day, glad to sit down
cast-check-in-2 = awake, I slept until nine
cast-question = does it apply from today?
cast-reaction-1 = I like that we say it at last
cast-reaction-2 = I see the point, and I am not quite at ease yet
cast-explore-1 = something we can all be part of
cast-explore-2 = not too much at once
cast-check-out = good that there was time for the one who objected
cast-concern = we may forget about it in a month
cast-object-text = it leaves nothing for those who only have Saturdays
cast-still-text = the text still has no word for those who only have Saturdays
cast-object-term = that is long for something new; with a few months I can live
cast-still-term = it still holds for longer than a trial would
cast-object-measure = we would never know whether it helps or hurts
cast-still-measure = there is still nothing that tells us whether it helps
cast-name-1 = says what is unclear before there is trouble
cast-name-2 = I have never had to ask twice
cast-name-3 = stays calm when the rest of us are not
cast-name-myself = I would like to learn it, and my evenings are free
cast-change = staying calm is what counts; I can learn by watching
cast-object-long = gladly, but not for so long; half a year I can promise
cast-still-long = that is still more than half a year

## Decisions in writing

written-version = version { $version }
written-waits = Waits for { $names }.
written-objected = { $count ->
    [one] { $names } objects
   *[other] { $names } object
  }: it comes to the meeting.
written-agreed = Everyone has consented.
written-refused = Everyone has answered, but it comes to the meeting: { $why }.
written-unread = A file of it cannot be read; `rounds check` names it.
written-ended = It has ended.
to-the-meeting = This needs to be talked about in a meeting.
is-settled = { $title } is decided in writing.
nothing-to-settle = Nothing can be settled.
hint-settle = `rounds settle` writes the decision; the next meeting does it too
ask-answer-who = Who answers?
ask-answer = { $who }, do you object?
written-keys = Enter: no objection · `c CONCERN` · `o REASON` · `n NOTE` · `m`: to the meeting
written-keys-aside = Enter: no objection · `c CONCERN` · `o REASON` · `a REASON`: stands aside · `n NOTE` · `m`: to the meeting
why-answer-who = Type the name of the member whose answer this is.
help-answer-in-writing =
    Why: nothing is decided while someone sees how it harms what the circle is for.
    An objection needs a reason. A note is a question or a reaction, and no answer.
    A later answer takes the place of this one, until it is decided.
why-asker = Type the name of the member who asks the others.
ask-left = Nothing was sent, and nothing is kept.
error-written-several = several decisions wait in writing: { $titles }
hint-written-several = write some words of the title behind the command
error-command-in-writing = `{ $command }` belongs to a meeting
hint-command-in-writing = in writing: `text`, `term`, `who` and the other words of the draft · `/edit` · `/text` · `/read WORDS` · Enter asks everyone · `/pause` sends nothing
error-written-nothing = nothing waits in writing
error-written-none = nothing in writing waits under `{ $typed }`
error-answer-missing = no answer, or nobody named
hint-answer-missing = write it like `rounds answer quiet --as Dana ok`, or `o REASON`
error-answer-nobody = nothing here waits for { $who }
hint-answer-elsewhere = this does: { $titles }
error-show-waits = `{ $title }` is not decided yet, so it has no record to print as JSON
error-not-settled = `{ $title }` cannot be settled yet
ask-asker = Who asks?
awaited-how = To ask { $names }: { $title }, { $seen }, and `ok`, or `o` and why. `rounds answer` takes what they say.
ask-how = Answer with `rounds answer`, or by mail: { $title }, { $seen }, and `ok`, or `o` and why.
ask-until = Answers are asked for by { $date }. Silence is no answer.
ask-silent = Do they get longer, or does it go to a meeting?
written-silent-keys = a later day · `m`: to the meeting · Enter: leave it
written-silent = { $title }: { $names } { $count ->
    [one] has
   *[other] have
  } not answered by { $date }.
help-silent =
    Why: silence is never an answer.
    Say: who has not read it yet? Ask them before the day that you give.
hint-written-silent = `rounds settle TITLE --until DATE` gives longer, `--meeting` takes it to the meeting
error-ask-rule = the rules of this circle have no decisions in writing
hint-ask-rule = `written = true` in `[rules]` allows them
error-ask-election = nobody is elected in writing
error-ask-twice = `{ $title }` is in writing already
hint-ask-twice = `rounds ask TITLE --amend` puts a new version
error-ask-leave = nobody is let go in writing who is not asked: it needs a meeting
error-asker-unnamed = it is not said who asks
hint-asker = name a member: `--as Ana`

## The second window

follow-as-of = as of { $time }
follow-as-of-day = as of { $time } on { $date }
follow-since = since { $time }
follow-until = since { $time }, planned until { $until }
follow-changed = changed since version { $version }
follow-turn = now
follow-object = Do you object?
follow-no-objection = Nobody objects.
follow-objection = An objection: { $reason }
follow-withdrawn = An objection to version { $version }, withdrawn: { $reason }
follow-withdrawn-by = { $who } objected to version { $version }, and withdrew it: { $reason }
follow-integrated = An objection to version { $version }, integrated: { $reason }
follow-integrated-by = { $who } objected to version { $version }, integrated: { $reason }
follow-aside = Somebody stands aside: { $reason }
follow-closed = The meeting is closed.
follow-none = No meeting is running here.
follow-waits = `rounds meet` opens one, or goes on with one. It is shown here with its first answer.
follow-gone = The journal { $file } is gone. This is what it said last.
follow-unread = The journal cannot be read now. This is what it said last.
follow-lines = { $count ->
    [one] … 1 more line, ↓
   *[other] … { $count } more lines, ↓
}
follow-keys = `q` ends
follow-page = { $file } follows the meeting: open it in a browser. Ctrl-C ends.
error-follow-page = is there, and is no page of `rounds follow`
hint-follow-page = name a file that is not there yet, like `room.html`

## Site

site-written = { $file } is the first page.
error-site-not-empty = there is something else in this folder than a site
hint-site-there = name a new or empty folder; only one that `rounds site` wrote is replaced
site-skip = To the content
site-as-of = As of { $date }. Written by rounds from the circle's own files.
site-navigation = Pages
site-handbook = Handbook
site-handbook-lead = Everything that is in force on { $date }, circle by circle.
site-contents = Contents
site-decisions = All decisions
site-search = Every decision and election with its words. The search of your browser finds them: Ctrl F, or Find in page.
site-same-as-list = The same as a list
site-latest = Latest decisions
site-nothing-due = Nothing is due within three months.
site-reviews = Reviews
site-other = Other
site-filter = Show only
site-all = All
site-more = and { $count } more, on the pages of the circles
site-in-force = In force
site-year = The coming year
site-year-said = { $count ->
    [one] A line of the coming year with 1 day on which something comes up; it is listed below.
   *[other] A line of the coming year with { $count } days on which something comes up; they are listed below.
}
site-no-more = No longer in force
site-below = Circles in it
site-wider = Wider circles
site-domain = Decides on
site-to-do = To do
site-meetings = Meetings
site-election = elected
site-calendar = Calendar
site-calendar-file = reviews and terms, for your calendar
site-not-approved = not approved yet
site-minutes = minutes
site-minutes-of = Minutes of { $date }
site-proposed = Proposed by
site-consent = Consent
site-why = Why
site-came = How
site-how = How it came about
site-same-text = The text stays as it was.
site-taken-out = taken out
site-put-in = put in
site-map = Map of { $circle }
site-role-held = a role
site-role-soon = a term that ends within three months
site-role-vacant = a role that nobody holds
site-link = leader and delegate, who are members of both circles
site-facts = At a glance
site-link-missing = where that is lacking

## `rounds config`
config-heading = Settings
config-sources = set by
config-none = none
config-default = default
config-yes = yes
config-no = no
config-colour-auto = on a terminal
config-colour-always = always
config-colour-never = never
config-file = They are kept in { $path }.
config-no-file = There is no { $path } yet.

## `rounds minutes --mail`
error-wrong-email = the address `{ $email }` of { $who } cannot stand in a message
hint-email = an address looks like `ana@example.org`; a domain with letters such as `ü` is written with `xn--`
error-no-email = no address is known for any member of that day
hint-no-email = write `email = "ana@example.org"` below the name in `circle.toml` or `people.toml`
note-no-address = no address is known for { $names }
