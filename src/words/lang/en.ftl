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

## Screens

## Minutes and records

## Commands

## Rehearsal
