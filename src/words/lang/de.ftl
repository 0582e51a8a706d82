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
error-apart = `{ $who }` hat `{ $one }` und `{ $other }`, die nicht in eine Hand gehören
hint-apart = gib eine der Rollen jemand anderem oder lass sie unbesetzt
error-character = das Zeichen { $code } kann in keinem Text stehen
hint-character = nimm es heraus: Es würde anders angezeigt als aufbewahrt
error-conflict = git hat hier zwei Fassungen stehen lassen
hint-conflict = behalte eine davon und lösche die Zeilen mit `<<<<<<<`, `=======` und `>>>>>>>`
error-date = `{ $text }` ist kein Datum
hint-date = schreib es so: `{ $example }`, ohne Anführungszeichen
error-empty = die Datei ist leer
hint-empty = `rounds new` schreibt dir eine für den Anfang
error-holder = `{ $name }` ist kein Mitglied
hint-holder = nenne ein Mitglied oder gib der Rolle `outside = true`
error-key-twice = `{ $key }` steht hier zweimal
hint-key-twice = behalte eins davon; jedes Mitglied beginnt mit `[[member]]`, jede Rolle mit `[[role]]`
error-kind-twice = eine zweite Rolle hat `kind` `{ $kind }`
hint-kind-twice = lass `kind` bei einer der beiden weg
error-members = ein Kreis hat mindestens zwei Mitglieder
hint-members = schreib für jedes ein `[[member]]` mit einem `name`
error-missing = hier fehlt `{ $key }`
hint-missing = ergänze es, etwa so: `{ $example }`
error-name = `{ $name }` kann kein Name sein
hint-name = ein Name enthält keins von `, : ( ) /`, beginnt nicht mit `@` oder `#` und hat keine Leerzeichen am Rand
error-name-twice = `{ $name }` heißt hier schon jemand oder etwas
hint-name-twice = Groß- und Kleinschreibung und Akzente machen keinen Unterschied: ergänze einen Buchstaben oder zweiten Namen
error-quorum = `{ $text }` ist kein Quorum
hint-quorum = schreib eine Zahl von Mitgliedern, `none`, `all but 2`, `2/3` oder `60%`
error-quorum-members = ein Quorum von { $quorum } ist mehr als die { $members } Mitglieder
error-quotes = `{ $text }` steht nicht in geraden Anführungszeichen
hint-curly = typografische Anführungszeichen gelten hier als Buchstaben: schreib `"`
hint-quotes = schreib `"{ $text }"`
error-role = keine Rolle heißt `{ $name }`
hint-role = nenne eine Rolle so, wie sie bei `[[role]]` heißt
error-toml = die Zeile `{ $line }` ist nicht zu lesen
error-token = hier fehlt `{ $token }`
hint-toml = eine Zeile ist `key = value`, `[rules]`, `[[member]]` oder eine Bemerkung nach `#`
error-type = `{ $key }` { $wanted ->
    [flag] ist weder `true` noch `false`
    [line] ist kein Text von einer Zeile
    [number] ist keine ganze Zahl über null
    [pairs] ist keine Liste von Rollenpaaren
    [steps] ist keine Liste von Wörtern
    [table] ist keine Tabelle
    [tables] ist keine Liste von Tabellen
   *[text] ist kein Text
}
hint-type = schreib es so: `{ $example }`
error-unknown-key = unbekannter Schlüssel `{ $key }`
hint-keys = bekannt sind hier: { $keys }
hint-nearest = meinst du `{ $word }`?
error-until = `until` liegt vor `since`: { $until } vor { $since }
hint-until = prüfe beide Daten: Jahr, Monat, Tag
error-word = unbekanntes Wort `{ $word }` für `{ $key }`
hint-words = schreib eins von { $words }
purpose-delegate = Spricht für diesen Kreis im größeren Kreis.
purpose-facilitator = Hält den Ablauf, damit alle gehört werden.
purpose-leader = Verbindet den größeren Kreis mit diesem und behält das Ziel im Blick.
purpose-secretary = Führt das Protokoll und die Liste der Themen.
sheet-aim = Wofür es den Kreis gibt, in einem Satz.
sheet-apart =
    Paare von Rollen, die nicht in eine Hand gehören, etwa [["Moderation", "Schriftführung"]].
    Kreisleitung und Delegierte:r sind immer getrennt.
sheet-attribution =
    Was in Protokoll und Logbuch einen Namen trägt: "none" (nichts), "objections" (Einwände und
    Bedenken) oder "all" (alles). Wer da war, wer vorgeschlagen hat und wer sich kümmert, steht
    immer dabei. Das Journal in `meetings/` nennt alle beim Namen, was auch immer hier steht.
sheet-consent =
    Wie der Konsent zu einer Vereinbarung gehört wird. "round": alle antworten der Reihe nach.
    "call": Die Moderation darf auch in die Runde fragen und keinen Einwand hören.
sheet-domain = Worüber der Kreis selbst entscheidet: seine Domäne.
sheet-language = Die Sprache von Protokoll und Logbuch.
sheet-meeting =
    Wie lange ein Treffen geplant ist und wie oft es eins gibt.
    Nimm das `#` vor einer Zeile weg, damit sie gilt.
sheet-member =
    Die Mitglieder in der Reihenfolge ihrer Plätze. Wer dazukommt, bekommt ein eigenes
    `[[member]]`; `since = 2026-03-04` kann sagen, seit wann.
sheet-order = Wer eine Runde beginnt. "rotate": jedes Mal ein Platz weiter; "seats": immer der erste Platz.
sheet-quorum =
    Wie viele Mitglieder da sein müssen, wenn etwas entschieden wird:
    "none" (egal), eine Zahl, "all but 2" (alle bis auf 2), "2/3" oder "60%".
sheet-role =
    Die Rollen. Wahlen schreiben hier `holder` (wer), `since` (seit) und `until` (bis) hinein.
    Eine Rolle kann einen Zweck haben (`purpose`), eine eigene Amtszeit (`term`) und jemanden,
    der nicht zum Kreis gehört: `outside = true`.
sheet-rules = Die Regeln, die der Kreis sich gegeben hat. Ändert sie im Konsent.
sheet-steps =
    Die Schritte eines Treffens: "full", "essential" (keiner davon) oder eine Liste aus
    "check-in", "admin", "agenda", "clarify", "react", "qualify", "change", "read-back", "check-out".
sheet-term =
    Wie lange eine Vereinbarung bis zur Überprüfung gilt und wie lang eine Amtszeit ist, wenn
    nichts anderes gesagt ist: etwa "6 weeks", "3 months", "1 year".
sheet-top =
    Wer dieser Kreis ist. `rounds` liest diese Datei vor jedem Treffen.
    Zeilen mit `#` am Anfang sind Bemerkungen; ändere, was du willst.

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

## Screens

## Minutes und records

error-front = eine Aufzeichnung beginnt mit Schlüsseln zwischen zwei Zeilen `+++`
hint-front = beginn sie mit `+++`, dann Zeilen wie `title = "Ruhezeiten"`, dann `+++`, dann der Text
error-review = `review` liegt vor `date`: { $review } vor dem { $date }

minutes-title = { $circle }, Protokoll vom { $date }
minutes-paused = Die Sitzung ist unterbrochen; dieses Protokoll ist noch nicht endgültig.
minutes-times = Von { $from } bis { $to } Uhr.
minutes-times-so-far = Von { $from }, bisher bis { $to } Uhr.
minutes-next-day = { $time } am { $date }
minutes-present = Anwesend
minutes-guests = Zu Gast
minutes-absent = Abwesend
minutes-facilitator = Moderation
minutes-secretary = Schriftführung
minutes-from = ab { $from }
minutes-until = bis { $to }
minutes-from-until = { $from } bis { $to }

minutes-decisions = Vereinbarungen
minutes-term = Gilt { $term }, Überprüfung am { $review }
minutes-responsible = { $count ->
    [one] Kümmert sich
   *[other] Kümmern sich
}
minutes-measures = Gemessen an
minutes-proposed = Vorgeschlagen von { $who }
minutes-by-round = { $version ->
    [1] Konsent in einer Konsentrunde
   *[other] Konsent in einer Konsentrunde, zu Fassung { $version }
}
minutes-by-call = { $version ->
    [1] Konsent auf Nachfrage: alle wurden gemeinsam gefragt, niemand hatte einen Einwand
   *[other] Konsent auf Nachfrage, zu Fassung { $version }: alle wurden gemeinsam gefragt, niemand hatte einen Einwand
}
minutes-about = Betrifft (gehört, nicht nach Konsent gefragt)
minutes-objections = Einwände
minutes-version = Fassung { $version }
minutes-integrated = Integriert; geändert: { $parts }
minutes-part-text = Text
minutes-part-term = Dauer
minutes-part-measure = was gemessen wird
minutes-part-responsible = wer sich kümmert
minutes-withdrawn = Zurückgezogen
minutes-withdrawn-because = Zurückgezogen: { $reason }
minutes-concerns = Bedenken
minutes-replaces = Ersetzt
minutes-ends = Beendet

minutes-items = Punkte
minutes-decided = Beschlossen, der Text steht oben.
minutes-explored = Besprochen.
minutes-reported = Berichtet.
minutes-brought = Eingebracht von { $who }.
minutes-postponed = Vertagt.
minutes-postponed-to = Vertagt auf den { $date }.
minutes-referred = Weitergegeben an { $circle }.
minutes-dropped = Im Konsent fallen gelassen.
minutes-dropped-because = Im Konsent fallen gelassen: { $reason }
minutes-kept-open = Bleibt in der Themenliste.
minutes-on-table = Noch nicht abgeschlossen.
minutes-listed = Steht noch auf der Tagesordnung.
minutes-draft = Der Vorschlag, wie er zuletzt lautete:
minutes-questions = Verständnisfragen
minutes-unanswered = offen geblieben
minutes-reactions = Meinungsrunde
minutes-revise = Änderungen am Text
minutes-explore = Runde
minutes-round = Runde: { $question }
minutes-notes = Notizen
minutes-skipped = Ausgelassen: { $step }
minutes-skipped-because = Ausgelassen: { $step } ({ $reason })
minutes-agenda = Tagesordnung
minutes-against-agenda = Einwand gegen die Tagesordnung
minutes-against-item = Einwand dagegen, „{ $title }“ aufzunehmen
minutes-against-drop = Einwand dagegen, „{ $title }“ fallen zu lassen
minutes-left = Nicht begonnen

minutes-check-in = Eingangsrunde
minutes-check-out = Schlussrunde
minutes-actions = Aufgaben
minutes-action = { $who }: { $what }
minutes-action-by = { $who }, bis { $date }: { $what }
minutes-topics = Themen für später

## Commands

## Rehearsal
