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

# Skripte, und was eingefügt wird.

error-script-read = lässt sich nicht lesen: { $why }
error-script-large = mehr als { $limit } MB
error-script-fence = diesem Text fehlt das schließende `"""`
hint-script-fence = beende ihn mit `"""` allein auf einer Zeile
error-script-empty = dieser Text ist leer
hint-script-empty = schreib den Text zwischen die beiden Zeilen mit `"""`
error-script-edit = `text` ohne Text
hint-script-edit = schreib ihn in dieselbe Zeile, oder darunter zwischen zwei Zeilen mit `"""`
error-pasted = { $count } Antworten auf einmal eingefügt
hint-pasted = füg eine ein, dann die nächste
error-forbidden = das Steuerzeichen { $code } kann nicht aufbewahrt werden
hint-forbidden = lösch es und schreib die Zeile neu

## Screens

# Das Terminal.

prompt-offer = Enter nimmt { $offer }
list-keys = Pfeile bewegen, die Leertaste hakt an, `a` hakt alle an, Enter nimmt die Liste. Esc: Namen tippen, auch Gäste.
list-empty = niemand ist angehakt
edit-keys = Enter nimmt den Text. Alt-Enter oder Strg-O beginnt eine neue Zeile. Geleert bleibt er, wie er war.
edit-lines = Tippe den neuen Text; mehrere Zeilen zwischen zwei Zeilen mit `"""`. Enter allein: er bleibt, wie er war.
edit-prompt = Neuer Text
goes-on = Alles bisher ist aufbewahrt. `rounds meet` macht weiter.

# Das Ende des Programms.

error-output = lässt sich nicht schreiben: { $why }
error-input = die Eingabe lässt sich nicht lesen: { $why }
error-fault = ein Fehler in `rounds` selbst, bei { $place }
hint-fault = was geantwortet wurde, ist aufbewahrt; `rounds meet` macht weiter

## Minutes und records

## Commands

## Rehearsal
