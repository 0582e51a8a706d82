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

error-term = `{ $text }` is no term
hint-term = write it like `6 months`, `2 weeks` or `1 year`
error-apart = `{ $who }` holds `{ $one }` and `{ $other }`, which are kept apart
hint-apart = give one of them to somebody else, or leave it without a holder
error-character = the character { $code } cannot stand in a text
hint-character = take it out: it would not be shown as it is kept
error-conflict = git has left two versions of this place
hint-conflict = keep one of them, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`
error-date = `{ $text }` is no date
hint-date = write it like `{ $example }`, without quotes
error-empty = the file is empty
hint-empty = `rounds new` writes one to begin with
error-holder = `{ $name }` is no member
hint-holder = name a member, or add `outside = true` to the role
error-key-twice = `{ $key }` is here twice
hint-key-twice = keep one of them; each member begins with `[[member]]`, each role with `[[role]]`
error-kind-twice = a second role has the kind `{ $kind }`
hint-kind-twice = leave `kind` out of one of them
error-members = a circle has at least two members
hint-members = add a `[[member]]` with a `name` for each of them
error-missing = no `{ $key }` here
hint-missing = add it, like `{ $example }`
error-name = `{ $name }` cannot be a name
hint-name = a name has none of `, : ( ) /`, no `@` or `#` in front, no blanks around it
error-name-twice = `{ $name }` is the name of another one too
hint-name-twice = case and accents make no difference: add an initial or a second name
error-quorum = `{ $text }` is no quorum
hint-quorum = write a number of members, `none`, `all but 2`, `2/3` or `60%`
error-quorum-members = a quorum of { $quorum } is more than the { $members } members
error-quotes = `{ $text }` is not in straight quotes
hint-curly = curly quotes are letters like any other here: write `"`
hint-quotes = write `"{ $text }"`
error-role = no role is called `{ $name }`
hint-role = name a role as its `[[role]]` does
error-toml = cannot read the line `{ $line }`
error-token = `{ $token }` is missing here
hint-toml = a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`
error-type = `{ $key }` { $wanted ->
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
error-until = `until` comes before `since`: { $until } before { $since }
hint-until = check both dates: year, month, day
error-word = unknown word `{ $word }` for `{ $key }`
hint-words = write one of { $words }
purpose-delegate = Speaks for this circle in the wider one.
purpose-facilitator = Holds the process so that everyone is heard.
purpose-leader = Links the wider circle to this one and keeps the aim in view.
purpose-secretary = Keeps the records and the backlog.
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
sheet-domain = In what the circle decides by itself.
sheet-language = The language of minutes and records.
sheet-meeting =
    How long a meeting is planned to last, and how often there is one.
    Take the `#` away from a line to use it.
sheet-member =
    The members, in the order of their seats. Who joins gets a `[[member]]` of their own;
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

## Meeting: facts out of turn

stands-at = the meeting stands at { $step }
at-open = the opening: who is here
at-facilitator = the opening: who facilitates
at-secretary = the opening: who writes
at-check-in = the check-in
at-agenda = the agenda
at-call-agenda = the call on the agenda
at-call-item = the call on taking up `{ $title }`
at-call-drop = the call on dropping `{ $title }`
at-choose = the choice of the next item
at-draft = the draft of `{ $title }`
at-clarify = the clarifying questions on `{ $title }`
at-answer = the answer to { $who }, on `{ $title }`
at-react = the reactions to `{ $title }`
at-revise = keeping or changing `{ $title }`
at-consent = the consent round on `{ $title }`, version { $version }
at-objections = the objections to `{ $title }`, version { $version }
at-announce = announcing `{ $title }`, version { $version }
at-explore = the round on `{ $title }`
at-notes = the notes on `{ $title }`
at-leftover = what becomes of `{ $title }`
at-check-out = the check-out
at-close = the close
at-end = its end

error-out-of-turn = out of turn: `{ $fact }`
error-owing = out of turn: `{ $fact }` while { $who } has not answered
error-closed = the meeting is closed
error-earlier = `{ $fact }` is earlier than what was said before it
error-nothing-back = nothing was said yet that could be taken back
error-closed-back = what was closed cannot be taken back
error-absent = `{ $who }` is not present
error-guest = `{ $who }` is a guest and is not asked here
error-already-here = `{ $who }` is here already
error-no-member = `{ $who }` is no member of this circle
error-nobody-here = nobody is here
error-not-asked = `{ $who }` is not asked in this round
error-has-spoken = `{ $who }` has spoken already
error-people = the list `{ $key }` is not who it should be: { $names }
error-listed-twice = `{ $title }` is on the agenda already
error-not-listed = `{ $title }` is not on the agenda
error-version = version { $said } is not on the table, but version { $now }
error-no-text = a proposal needs a text
hint-no-text = write it as `text ...`
error-empty-text = `{ $fact }` says nothing
error-differs = `{ $fact }` has another `{ $key }` than what the circle was asked
error-quorum-unmet = no quorum: { $here } members are present, { $needed } are needed
hint-quorum-unmet = `/arrive NAME` when someone comes, or `/postpone`
error-nobody-consented = nobody has consented
error-nothing-new = { $who }'s objection stands, and nothing has changed
hint-nothing-new = change `text`, `term`, `measure` or `who`, or `withdraw NAME`
error-no-change = that changes nothing
error-no-objection = `{ $who }` has no objection that stands
error-call-rule = this circle hears consent in a round
hint-call-rule = `call` needs `consent = "call"` in the circle's rules
error-call-first = `call` takes the place of the first answer, and some have answered
error-again = no round was just finished

## Talk: lines that are no answer

## Screens

## Minutes and records

error-front = a record begins with keys between two lines of `+++`
hint-front = begin it with `+++`, then lines like `title = "Quiet hours"`, then `+++`, then the text
error-review = `review` comes before `date`: { $review } before { $date }

minutes-title = { $circle }, minutes of { $date }
minutes-paused = The meeting is paused; these minutes are not final.
minutes-times = From { $from } to { $to }.
minutes-times-so-far = From { $from }, so far to { $to }.
minutes-next-day = { $time } on { $date }
minutes-present = Present
minutes-guests = Guests
minutes-absent = Absent
minutes-facilitator = Facilitator
minutes-secretary = Secretary
minutes-from = from { $from }
minutes-until = until { $to }
minutes-from-until = { $from } to { $to }

minutes-decisions = Decisions
minutes-term = In force for { $term }, review on { $review }
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
minutes-about = About (heard, not asked for consent)
minutes-objections = Objections
minutes-version = version { $version }
minutes-integrated = Integrated; this changed: { $parts }
minutes-part-text = the text
minutes-part-term = the term
minutes-part-measure = what is measured
minutes-part-responsible = who sees to it
minutes-withdrawn = Withdrawn
minutes-withdrawn-because = Withdrawn: { $reason }
minutes-concerns = Concerns
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
minutes-dropped-because = Dropped by consent: { $reason }
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

minutes-check-in = Check-in
minutes-check-out = Check-out
minutes-actions = Actions
minutes-action = { $who }: { $what }
minutes-action-by = { $who }, by { $date }: { $what }
minutes-topics = Topics for later

## Commands

## Rehearsal
