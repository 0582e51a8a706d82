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
