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

error-several = `{ $typed }` fits several: { $names }
hint-several = type more of it
error-unknown-name = nobody here is called `{ $typed }`
hint-nearest = did you mean `{ $word }`?
hint-names = here are { $names }
hint-guest = for a guest, type `{ $who } (guest)`
error-member-guest = `{ $who }` is a member, not a guest
error-forbidden = the character { $code } cannot be shown, and so is not taken
hint-forbidden = it stands at place { $place } of the line
error-empty = the text is empty
error-speak-for = `@NAME` needs what was said
hint-speak-for = `@{ $who } ok`, or `@{ $who }` and what was said
error-like-command = `{ $word }` alone is no answer here
hint-like-command = if it was said, type `\{ $word }`
error-no-answer = `{ $word }` is no answer here
hint-waits = { $place } waits for { $who }: { $typed }
hint-typed = { $place }: { $typed }
error-no-command = there is no `{ $word }`
hint-no-command = `?` lists what can be typed
error-no-item = no item is on the table
error-no-place = there is no number { $number }
hint-no-place = { $count ->
    [0] the list is empty
   *[other] type a number from 1 to { $count }
}
error-no-reason = an objection needs a reason
hint-no-reason = one phrase: how would this harm what the circle is for?
error-no-concern = a concern needs words
hint-no-concern = one phrase: what is worth watching?
error-no-title = `{ $word }` needs a title
hint-no-title = `{ $word } TITLE`, then perhaps `20 min` and `by NAME`
error-no-question = `round` needs a question
hint-no-question = `round QUESTION` asks everyone
error-no-circle = `refer` needs the name of a circle
hint-no-circle = `refer CIRCLE`
error-no-measure = `measure` needs what is measured
hint-no-measure = what, from which threshold on, who, when; `measure -2` takes away the second
error-no-note = `/note` needs a text
hint-no-note = `/note TEXT`
error-no-decision = no decision in force has `{ $words }` in its title
hint-no-decision = { $count ->
    [0] no decision is in force
    [one] one decision is in force; type its title or its id
   *[other] { $count } decisions are in force; type a title or an id
}
error-date-typed = `{ $typed }` is no date
hint-date-typed = write it like `2026-09-19`
error-date-past = { $date } has passed
error-action = an action needs a name and what is to be done
hint-action = `/action NAME: WHAT`, perhaps with `by 2026-09-19` at the end
error-skip = this step cannot be left out
error-at = `{ $typed }` is no time
hint-at = write it like `2026-09-05T19:00+02:00`, then `19:30`
error-at-earlier = the last thing was said at { $time }, which is later

## Screens

## Minutes and records

## Commands

## Rehearsal
