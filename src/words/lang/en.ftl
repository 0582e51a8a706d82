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

## Screens

## Minutes and records

## Commands

## Rehearsal
