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
error-file-empty = die Datei ist leer
hint-file-empty = `rounds new` schreibt dir eine für den Anfang
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

error-block-large = dieser Teil des Journals ist größer als 1 MB
error-fact-torn = der letzte Eintrag ist nicht ganz: Das Programm wurde beim Schreiben unterbrochen
hint-fact-torn = `rounds meet` legt ihn beiseite und macht davor weiter
error-fact-value = `{ $key }` kann hier nicht `{ $value }` sein
error-format-newer = dieses Journal hat das Format { $format }, es stammt von einem neueren `rounds`
hint-format-newer = aktualisiere `rounds`
error-journal-cut = das Journal endet vor seinem ersten Eintrag
hint-journal-cut = vielleicht ist es abgeschnitten: nimm eine Kopie, oder lösche es, wenn nichts festgehalten war
error-journal-large = das Journal ist zu groß, um seine Einträge in einem Stück zu lesen
hint-journal-large = lass jeden Eintrag mit einer Zeile `[[fact]]` beginnen und kleiner als 1 MB sein
hint-journal-toml = eine Zeile ist `key = value`, `[[fact]]` oder eine Bemerkung nach `#`
cause-denied = du darfst es nicht
cause-full = der Datenträger ist voll
cause-no-folder = ein Ordner auf dem Weg dorthin ist eine Datei
cause-read-only = der Datenträger ist schreibgeschützt
error-file-changed = jemand hat diese Datei während der Sitzung geändert; es wurde nichts angefügt
hint-file-changed = höre mit Strg-D auf, sieh dir die Datei an und mach mit `rounds meet` weiter
error-file-exists = gibt es schon und wird nicht überschrieben
error-file-kind = ist keine Datei
error-file-large = ist größer als { $megabytes } MB und wird nicht gelesen
error-file-link = ist ein Link, der ins Leere führt
error-file-missing = ist nicht da
error-file-text = ist ab hier kein Text
hint-file-text = speichere die Datei als Text in UTF-8
error-locked = in diesem Ordner läuft schon eine Sitzung
hint-locked = mach in dem Fenster weiter, in dem sie läuft, oder beende sie dort
error-no-circle = hier ist kein Kreis
hint-no-circle = `rounds new` schreibt eine `circle.toml`; `rounds rehearse` zeigt eine Sitzung ohne sie
error-read = ist nicht zu lesen: { $cause }
error-write = ist nicht zu schreiben: { $cause }

## Meeting: facts out of turn

## Talk: lines that are no answer

## Screens

## Minutes und records

## Commands

## Rehearsal
