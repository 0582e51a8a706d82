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

## Talk: lines that are no answer

# Scripts, and what is pasted.

error-script-read = cannot be read: { $why }
error-script-large = more than { $limit } MB
error-script-fence = this text has no closing `"""`
hint-script-fence = end it with `"""` alone on a line
error-script-empty = this text is empty
hint-script-empty = write the text between the two lines with `"""`
error-script-edit = `text` without a text
hint-script-edit = write it on the same line, or below it between two lines with `"""`
error-pasted = { $count } answers pasted at once
hint-pasted = paste one, then the next
error-forbidden = the control character { $code } cannot be kept
hint-forbidden = delete it and type the line again

## Screens

# The terminal.

prompt-offer = Enter takes { $offer }
list-keys = Arrows move, Space ticks, `a` ticks all, Enter takes the list. Esc: type names, guests too.
list-empty = nobody is ticked
edit-keys = Enter takes the text. Alt-Enter or Ctrl-O begins a new line. Emptied, it stays as it was.
edit-lines = Type the new text; several lines between two lines with `"""`. Enter alone: it stays as it was.
edit-prompt = New text
goes-on = Everything so far is kept. `rounds meet` goes on.

# The end of the program.

error-output = cannot write: { $why }
error-input = cannot read what is typed: { $why }
error-fault = a fault in `rounds` itself, at { $place }
hint-fault = what was answered is kept; `rounds meet` goes on

## Minutes and records

## Commands

## Rehearsal
