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

stands-at = die Sitzung steht bei: { $step }
at-open = Eröffnung, wer ist da
at-facilitator = Eröffnung, wer moderiert
at-secretary = Eröffnung, wer schreibt
at-check-in = Eingangsrunde
at-agenda = Tagesordnung
at-call-agenda = Frage nach Einwänden zur Tagesordnung
at-call-item = Frage, ob `{ $title }` dazukommt
at-call-drop = Frage, ob `{ $title }` fallen gelassen wird
at-choose = Wahl des nächsten Punktes
at-draft = Entwurf von `{ $title }`
at-clarify = Verständnisfragen zu `{ $title }`
at-answer = Antwort an { $who }, zu `{ $title }`
at-react = Meinungsrunde zu `{ $title }`
at-revise = `{ $title }` behalten oder ändern
at-consent = Konsentrunde zu `{ $title }`, Fassung { $version }
at-objections = Einwände zu `{ $title }`, Fassung { $version }
at-announce = `{ $title }` verkünden, Fassung { $version }
at-explore = Runde zu `{ $title }`
at-notes = Notizen zu `{ $title }`
at-leftover = was aus `{ $title }` wird
at-check-out = Schlussrunde
at-close = Schluss
at-end = Ende

error-out-of-turn = nicht an der Reihe: `{ $fact }`
error-owing = nicht an der Reihe: `{ $fact }`, solange { $who } nicht geantwortet hat
error-closed = die Sitzung ist geschlossen
error-earlier = `{ $fact }` liegt vor dem, was zuvor gesagt wurde
error-nothing-back = es wurde noch nichts gesagt, das zurückgenommen werden könnte
error-closed-back = was geschlossen ist, lässt sich nicht zurücknehmen
error-absent = `{ $who }` ist nicht da
error-guest = `{ $who }` ist zu Gast und wird hier nicht gefragt
error-already-here = `{ $who }` ist schon da
error-no-member = `{ $who }` gehört nicht zu diesem Kreis
error-nobody-here = niemand ist da
error-not-asked = `{ $who }` wird in dieser Runde nicht gefragt
error-has-spoken = `{ $who }` hat schon gesprochen
error-people = die Liste `{ $key }` stimmt nicht, es sind: { $names }
error-listed-twice = `{ $title }` steht schon auf der Tagesordnung
error-not-listed = `{ $title }` steht nicht auf der Tagesordnung
error-version = nicht Fassung { $said } liegt vor, sondern Fassung { $now }
error-no-text = ein Vorschlag braucht einen Text
hint-no-text = schreib ihn als `text ...`
error-empty-text = `{ $fact }` sagt nichts
error-differs = `{ $fact }` hat ein anderes `{ $key }` als das, wozu der Kreis gefragt wurde
error-quorum-unmet = nicht beschlussfähig: { $here } Mitglieder sind da, { $needed } sind nötig
hint-quorum-unmet = `/arrive NAME`, wenn jemand kommt, oder `/postpone`
error-nobody-consented = niemand hat Konsent gegeben
error-nothing-new = der Einwand von { $who } steht, und nichts hat sich geändert
hint-nothing-new = ändere `text`, `term`, `measure` oder `who`, oder `withdraw NAME`
error-no-change = das ändert nichts
error-no-objection = von `{ $who }` steht kein Einwand
error-call-rule = dieser Kreis gibt Konsent in einer Runde
hint-call-rule = `call` braucht `consent = "call"` in den Regeln des Kreises
error-call-first = `call` ersetzt die erste Antwort, und einige haben schon geantwortet
error-again = gerade ist keine Runde zu Ende gegangen

## Talk: lines that are no answer

error-several = `{ $typed }` passt auf mehrere: { $names }
hint-several = tippe mehr davon
error-unknown-name = niemand hier heißt `{ $typed }`
hint-nearest = meinst du `{ $word }`?
hint-names = hier sind { $names }
hint-guest = für einen Gast tippe `{ $who } (guest)`
error-member-guest = `{ $who }` ist Mitglied, nicht Gast
error-forbidden = das Zeichen { $code } lässt sich nicht zeigen und wird nicht angenommen
hint-forbidden = es steht an Stelle { $place } der Zeile
error-empty = der Text ist leer
error-speak-for = zu `@NAME` gehört, was gesagt wurde
hint-speak-for = `@{ $who } ok`, oder `@{ $who }` und was gesagt wurde
error-like-command = `{ $word }` allein ist hier keine Antwort
hint-like-command = wenn es gesagt wurde, tippe `\{ $word }`
error-no-answer = `{ $word }` ist hier keine Antwort
hint-waits = { $place }, gefragt ist { $who }: { $typed }
hint-typed = { $place }: { $typed }
error-no-command = `{ $word }` gibt es nicht
hint-no-command = `?` zeigt, was getippt werden kann
error-no-item = kein Punkt liegt auf dem Tisch
error-no-place = die Nummer { $number } gibt es nicht
hint-no-place = { $count ->
    [0] die Liste ist leer
   *[other] tippe eine Nummer von 1 bis { $count }
}
error-no-reason = ein Einwand braucht einen Grund
hint-no-reason = ein Satz: wie würde das dem schaden, wofür der Kreis da ist?
error-no-concern = ein Bedenken braucht Worte
hint-no-concern = ein Satz: was ist zu beobachten?
error-no-title = `{ $word }` braucht einen Titel
hint-no-title = `{ $word } TITEL`, dann vielleicht `20 min` und `by NAME`
error-no-question = `round` braucht eine Frage
hint-no-question = `round FRAGE` fragt alle
error-no-circle = `refer` braucht den Namen eines Kreises
hint-no-circle = `refer KREIS`
error-no-measure = `measure` braucht, was gemessen wird
hint-no-measure = was, ab welcher Schwelle, wer, wann; `measure -2` nimmt das zweite weg
error-no-note = `/note` braucht einen Text
hint-no-note = `/note TEXT`
error-no-decision = keine geltende Vereinbarung hat `{ $words }` im Titel
hint-no-decision = { $count ->
    [0] keine Vereinbarung gilt
    [one] eine Vereinbarung gilt; tippe ihren Titel oder ihre id
   *[other] { $count } Vereinbarungen gelten; tippe einen Titel oder eine id
}
error-date-typed = `{ $typed }` ist kein Datum
hint-date-typed = schreib es wie `2026-09-19`
error-date-past = { $date } ist vorbei
error-action = eine Aufgabe braucht einen Namen und was zu tun ist
hint-action = `/action NAME: WAS`, vielleicht mit `by 2026-09-19` am Ende
error-skip = dieser Schritt kann nicht ausgelassen werden
error-at = `{ $typed }` ist keine Zeit
hint-at = schreib sie wie `2026-09-05T19:00+02:00`, danach `19:30`
error-at-earlier = das Letzte wurde um { $time } gesagt, das ist später

## Screens

## Minutes und records

## Commands

## Rehearsal
