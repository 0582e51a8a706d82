### German. The same keys as en.ftl, in the same order.

## Dates, terms, lists

date = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
span-years = { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahre
}
span-months = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
span-weeks = { $count ->
    [one] 1 Woche
   *[other] { $count } Wochen
}
span-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
list = { $most } und { $last }

## Errors

label-error = Fehler
label-hint = Hinweis

## Circle

error-term = `{ $text }` ist keine Dauer
hint-term = schreib sie so: `6 months`, `2 weeks` oder `1 year`

## Journal und folder

## Meeting: facts out of turn

## Talk: lines that are no answer

## Screens

## Minutes und records

## Commands

## Rehearsal
