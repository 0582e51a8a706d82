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
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
day-understood = { $date }
date-with-weekday = { $weekday }, { $date }

# Was in Tagen, Uhrzeiten und Zeiträumen getippt werden kann, mit Kommas dazwischen. Bei Monaten und
# Wochentagen sind es die Abkürzungen, jede an ihrer Stelle.
short-months = Jan, Feb, Mär Mrz, Apr, Mai, Jun, Jul, Aug, Sep Sept, Okt, Nov, Dez
short-weekdays = Mo, Di, Mi, Do, Fr, Sa Sonnabend, So
day-today = heute
day-tomorrow = morgen
day-in = in
day-on = am, zum, den
day-of = den, dem
day-ending = .
time-before = um
time-hour = uhr
time-am = am
time-pm = pm
term-one = ein, eine, einem, einer, einen
term-half = ein halbes, einem halben, halbes
term-years = Jahr, Jahre, Jahren
term-months = Monat, Monate, Monaten
term-weeks = Woche, Wochen
term-days = Tag, Tage, Tagen
word-due = bis
word-to = an
word-and = und

# Die Wörter der Eingaben, wie sie am Terminal getippt werden, mit Kommas dazwischen; das erste wird
# gezeigt. In Skripten stehen die englischen. Keines hat zwei Bedeutungen, und keines ist im Gespräch
# eine ganze Antwort.
word-decide = entscheiden, beschließen
word-select = wählen, besetzen
word-explore = besprechen, erkunden
word-report = berichten
word-text = Wortlaut, Text
word-term = Dauer, Laufzeit, Amtszeit
word-lasts = befristet, befristet auf, probeweise
word-expires = endet, endet am
word-once = einmalig
word-who = wer, zuständig
word-measure = Messgröße, messen
word-by = von
word-about = über, betrifft
word-replaces = ersetzt
word-ends = beendet
word-withdraw = zurückziehen
word-postpone = vertagen
word-refer = abgeben, weitergeben
word-drop = fallenlassen, fallen lassen
word-call = abfragen
word-round = Runde
word-close = schließen, beenden
word-put = vorschlagen
word-remove = streichen, entfernen
word-move = umstellen
word-backlog = Themenliste
word-object = Einwand
word-concern = Bedenken
word-aside = beiseite
word-join = aufnehmen, Aufnahme
word-leave = ausscheiden, verlassen, Austritt
word-aim = Kreisziel
word-domain = Kreisbereich, Domäne
word-role = Rolle
word-end = abschaffen
word-appoint = ernennen
word-rule = Regel
word-effect = Änderung
word-as = als
word-from = aus
word-on = am, zum
word-all = alle
word-all-but = alle außer
word-for = für
word-until = bis, bis zum
word-since = ab
word-guests = Gäste, Gast, Gästen
word-guest = Gast
word-outside = außerhalb

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

error-invalid-term = `{ $text }` ist keine Dauer
hint-term = schreib sie so: `6 months`, `2 weeks` oder `1 year`
error-invalid-every = `{ $text }` sagt nicht, wie oft sich der Kreis trifft
hint-every = schreib es so: `2 weeks`, `second Tuesday` oder `1st and 3rd Tuesday at 19:00`
error-roles-kept-apart = `{ $who }` hat `{ $one }` und `{ $other }`, die nicht in eine Hand gehören
hint-apart = gib eine der Rollen jemand anderem oder lass sie unbesetzt
error-forbidden-character = das Zeichen { $code } kann in keinem Text stehen
hint-character = nimm es heraus: Es würde anders angezeigt als aufbewahrt
error-merge-conflict = git hat hier zwei Fassungen stehen lassen
hint-conflict = behalte eine davon und lösche die Zeilen mit `<<<<<<<`, `=======` und `>>>>>>>`
hint-conflict-journal = von zwei Sitzungen bleibt eine hier, die andere kommt in eine Datei wie `2026-09-05-2.toml`, oder mit der nächsten freien Nummer; was noch zu ändern ist, sagt `rounds replay`
error-invalid-date = `{ $text }` ist kein Datum
hint-date = schreib es so: `{ $example }`, ohne Anführungszeichen
error-file-empty = die Datei ist leer
hint-file-empty = `rounds new` schreibt dir eine für den Anfang
hint-record-empty = hol zurück, was darin stand, oder lösch die Datei
hint-minutes-empty = `rounds minutes` gibt es noch einmal aus
error-holder-no-member = `{ $name }` ist kein Mitglied
hint-holder = nenne ein Mitglied oder gib der Rolle `outside = true`
error-key-twice = `{ $key }` steht hier zweimal
hint-key-twice = behalte eins davon; jedes Mitglied beginnt mit `[[member]]`, jede Rolle mit `[[role]]`
hint-keep-one = behalte eins davon
error-kind-twice = eine zweite Rolle hat `kind` `{ $kind }`
hint-kind-twice = lass `kind` bei einer der beiden weg
error-too-few-members = ein Kreis hat mindestens zwei Mitglieder
hint-members = schreib für jedes ein `[[member]]` mit einem `name`
error-missing-key = hier fehlt `{ $key }`
hint-missing = ergänze es, etwa so: `{ $example }`
error-invalid-name = `{ $name }` kann kein Name sein
hint-name = ein Name enthält keins von `, : ( ) /`, beginnt nicht mit `@` oder `#` und hat keine Leerzeichen am Rand
error-invisible-character = `{ $name }` kann kein Name sein: das Zeichen { $code } darin sieht niemand
hint-invisible = schreib den Namen noch einmal ohne es
error-name-twice = `{ $name }` heißt hier schon jemand oder etwas
hint-name-twice = Groß- und Kleinschreibung und Akzente machen keinen Unterschied: ergänze einen Buchstaben oder zweiten Namen
error-invalid-quorum = `{ $text }` ist kein Quorum
hint-quorum = schreib eine Zahl von Mitgliedern, `none`, `all but 2`, `2/3` oder `60%`
error-quorum-members = ein Quorum von { $quorum } ist mehr als die { $members } Mitglieder
error-straight-quotes = `{ $text }` steht nicht in geraden Anführungszeichen
hint-curly = typografische Anführungszeichen gelten hier als Buchstaben: schreib `"`
hint-quotes = schreib `"{ $text }"`
error-unknown-role = keine Rolle heißt `{ $name }`
hint-role = nenne eine Rolle so, wie sie bei `[[role]]` heißt
error-invalid-toml = die Zeile `{ $line }` ist nicht zu lesen
error-missing-token = hier fehlt `{ $token }`
hint-toml = eine Zeile ist `key = value`, `[rules]`, `[[member]]` oder eine Bemerkung nach `#`
error-wrong-type = `{ $key }` { $wanted ->
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
error-until-before-since = `until` liegt vor `since`: { $until } vor { $since }
hint-until = prüfe beide Daten: Jahr, Monat, Tag
error-unknown-word = unbekanntes Wort `{ $word }` für `{ $key }`
hint-words = schreib eins von { $words }
purpose-delegate = Spricht für diesen Kreis im größeren Kreis.
purpose-facilitator = Hält den Ablauf, damit alle gehört werden.
purpose-leader = Verbindet den größeren Kreis mit diesem und behält das Ziel im Blick.
purpose-secretary = Führt das Protokoll und die Liste der Themen.
sheet-id = Unterscheidet diesen Kreis in Kalendern von anderen seines Namens. Lasst es, wie es ist.
sheet-aim = Wofür es den Kreis gibt, in einem Satz.
sheet-apart =
    Paare von Rollen, die nicht in eine Hand gehören, etwa [["Moderation", "Schriftführung"]].
    Kreisleitung und Delegation sind immer getrennt.
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
    Wie lange eine Sitzung geplant ist und wie oft es eine gibt.
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
    Die Schritte einer Sitzung: "full", "essential" (keiner davon) oder eine Liste aus
    "check-in", "admin", "agenda", "clarify", "react", "qualify", "change", "read-back", "check-out".
sheet-term =
    Wie lange eine Vereinbarung bis zur Überprüfung gilt und wie lang eine Amtszeit ist, wenn
    nichts anderes gesagt ist: etwa "6 weeks", "3 months", "1 year".
sheet-top =
    Wer dieser Kreis ist. `rounds` liest diese Datei vor jeder Sitzung.
    Zeilen mit `#` am Anfang sind Bemerkungen; ändere, was du willst.

## Journal and folder

error-fact-torn = der letzte Eintrag ist nicht ganz: Das Programm wurde beim Schreiben unterbrochen
hint-fact-torn = `rounds meet` legt ihn beiseite und macht beim Eintrag davor weiter
error-invalid-value = `{ $key }` kann hier nicht `{ $value }` sein
error-format-newer = dieses Journal hat das Format { $format }, es stammt von einem neueren `rounds`
hint-format-newer = aktualisiere `rounds`
error-format-older = dieses Journal hat das ältere Format { $format }: was beschlossen wurde, wird gelesen, die Sitzung aber nicht noch einmal durchlaufen
hint-format-older = nur das `rounds`, das es geschrieben hat, kann damit fortfahren; `rounds meet --new` eröffnet eine neue Sitzung
error-journal-cut = das Journal endet vor seinem ersten Eintrag
hint-journal-cut = vielleicht ist es abgeschnitten: nimm eine Kopie, oder lösche es, wenn nichts festgehalten war
hint-front-toml = eine Zeile ist `key = value` oder eine Bemerkung nach `#`
hint-journal-toml = eine Zeile ist `key = value`, `[[fact]]` oder eine Bemerkung nach `#`
cause-denied = du darfst es nicht
cause-full = der Datenträger ist voll
cause-no-folder = ein Ordner auf dem Weg dorthin ist eine Datei
cause-no-text = das ist kein Text in UTF-8
cause-read-only = der Datenträger ist schreibgeschützt
error-file-changed = jemand hat diese Datei während der Sitzung geändert; es wurde nichts angefügt
hint-file-changed = höre mit Strg-D auf; die ganze Sitzung kommt dann in eine Datei daneben
error-journal-again = jemand hat diese Datei während der Sitzung entfernt oder gekürzt; sie ist ganz neu geschrieben
hint-journal-again = `rounds meet` macht mit ihr weiter
error-journal-changed = jemand hat diese Datei während der Sitzung geändert; die ganze Sitzung liegt in { $file }
error-journal-lost = jemand hat diese Datei während der Sitzung geändert oder entfernt, und sie lässt sich nicht neu schreiben; was jetzt nicht in ihr steht, ist nicht aufbewahrt
hint-journal-lost = schreib vom Bildschirm ab, was fehlt
error-kept-beside = enthält eine ganze Sitzung, deren Journal { $journal } währenddessen geändert wurde
hint-kept-beside = vergleiche die beiden, gib der gültigen den Namen { $journal } und räum die andere weg; dann macht `rounds meet` weiter
error-clock-wrong = die Uhr dieses Rechners steht vor 1970 oder nach 9999
hint-clock = stell sie richtig
hint-records-later = die Sitzung liegt in { $file }; `rounds meet` schreibt den Rest
error-file-exists = gibt es schon und wird nicht überschrieben
hint-man-there = lösche sie, oder nenne einen Ordner ohne Handbuchseiten
error-not-a-file = ist keine Datei
error-file-too-large = ist größer als { $megabytes } MB und wird nicht gelesen
error-symlink-to-file = ist ein Link, der zu einer Datei führt, { $target }
error-symlink-to-system = ist ein Link, der in einen Ordner des Systems führt, { $target }
hint-link-part = leg einen Ordner dieses Namens an, oder einen Link zu einem eigenen Ordner: dort wird geschrieben
note-symlink-out = ist ein Link, der aus dem Ordner des Kreises hinausführt, nach { $target }
hint-link-out = dort wird geschrieben: sieh nach, ob der Kreis seine Dateien dort hat
error-symlink-dangling = ist ein Link, der ins Leere führt
error-file-missing = ist nicht da
error-not-text = ist ab hier kein Text
hint-file-text = speichere die Datei als Text in UTF-8
error-locked = in diesem Ordner läuft schon eine Sitzung
hint-locked = mach in dem Fenster weiter, in dem sie läuft, oder beende sie dort
error-no-circle = hier ist kein Kreis
hint-default-circle = `circle` in { $file } nennt diesen Ordner; ändere es dort
hint-no-circle = `rounds new` schreibt eine `circle.toml`; `rounds rehearse` zeigt eine Sitzung ohne sie
error-cannot-read = ist nicht zu lesen: { $cause }
error-unconfirmed = wurde geändert, und der Datenträger hat es nicht bestätigt: { $cause }
error-cannot-write = ist nicht zu schreiben: { $cause }

## Meeting: facts out of turn

stands-at = die Sitzung steht bei: { $step }
at-open = Eröffnung, wer ist da
at-facilitator = Eröffnung, wer moderiert
at-secretary = Eröffnung, wer schreibt
at-check-in = Eingangsrunde
at-duration = Dauer der Sitzung
at-announcements = Mitteilungen
at-next-meeting = Termin der nächsten Sitzung
at-agenda = Tagesordnung
at-call-agenda = Frage nach Einwänden zur Tagesordnung
at-call-minutes = Frage nach Einwänden zu früheren Protokollen
at-call-qualifications = Frage nach Einwänden zu dem, was `{ $title }` braucht
at-call-item = Frage, ob `{ $title }` dazukommt
at-call-drop = Frage, ob `{ $title }` fallen gelassen wird
at-choose = Wahl des nächsten Punktes
at-draft = Entwurf von `{ $title }`
at-clarify = Verständnisfragen zu `{ $title }`
at-answer = Antwort an { $who }, zu `{ $title }`
at-react = Meinungsrunde zu `{ $title }`
at-revise = `{ $title }` behalten oder ändern
at-purpose = wofür `{ $title }` da ist
at-role-term = Amtszeit von `{ $title }`
at-role = die Rolle `{ $title }`
at-qualifications = was `{ $title }` braucht
at-write = Wahlzettel für `{ $title }`
at-nominate = Vorschlagsrunde für `{ $title }`
at-change = Änderungsrunde für `{ $title }`
at-put-forward = Vorschlag für `{ $title }`
at-consent = Konsentrunde zu `{ $title }`, Fassung { $version }
at-objections = Einwände zu `{ $title }`, Fassung { $version }
at-announce = `{ $title }` verkünden, Fassung { $version }
at-explore = Runde zu `{ $title }`
at-notes = Notizen zu `{ $title }`
at-accept = die Frage, ob { $who } mitmacht
at-leftover = was aus `{ $title }` wird
at-read-back = Zusammenfassung
at-check-out = Schlussrunde
at-close = Schluss
at-end = Ende
error-out-of-turn = nicht an der Reihe: `{ $fact }`
error-answer-head = in einer Antwort steht nur ein `[[fact]]`, und nichts darüber
error-answer-not-one-fact = eine Antwort ist ein `[[fact]]`
error-written-first-missing = es gibt keine `1.toml`, so ist nicht bekannt, was vorgelegt wurde
hint-written-first = hol sie aus einer Kopie, oder entferne den Ordner
error-written-symlink = ist ein Link, der nicht zählt
hint-written-link = leg das, wohin er führt, an seiner Stelle hier ab
error-written-head-missing = im Kopf dieses Journals fehlt `written = true`
error-written-other-text = diese Antwort gilt einem anderen Text dieser Fassung
error-call-waits = ein Ruf in die Runde fragt nur die, die da sind, und dieser Beschluss wartet auf andere
error-adopted-waits = dieser Beschluss wartet auf { $names }
minutes-units = min, min., Minuten
hint-call-agenda = `/undo` öffnet die Liste wieder
hint-adopted-waits = `/again` fragt alle, die da sind, einzeln; dann werden die anderen schriftlich gefragt
error-awaited-rule = die Regeln dieses Kreises warten nicht auf die, die nicht da sind
error-awaited-selection = eine Wahl wartet auf niemanden außer auf die vorgeschlagene Person
error-awaited-past = der Tag in `until` ist vorbei
error-awaited-nobody = niemand ist schriftlich zu fragen
error-written-ended = dieser schriftliche Beschluss ist zu Ende
error-unanswered = nicht an der Reihe: `{ $fact }`, solange { $who } nicht geantwortet hat
error-meeting-closed = die Sitzung ist geschlossen
error-earlier-fact = `{ $fact }` liegt vor dem, was zuvor gesagt wurde
error-nothing-to-take-back = es wurde noch nichts gesagt, das zurückgenommen werden könnte
error-closed-not-taken-back = was geschlossen ist, lässt sich nicht zurücknehmen
error-not-present = `{ $who }` ist nicht da
error-guest-not-asked = `{ $who }` ist zu Gast und wird hier nicht gefragt
error-already-here = `{ $who }` ist schon da
error-no-member = `{ $who }` gehört nicht zu diesem Kreis
error-member-already = `{ $who }` gehört schon zu diesem Kreis
error-invalid-effect = `{ $text }` ist keine Änderung am Kreis
hint-effect = `join NAME` · `leave NAME on DATUM` · `aim TEXT` · `domain TEXT` · `role NAME: ZWECK` · `end role NAME` · `appoint NAME as ROLLE` · `rule WORT WERT` · `circle NAME with NAMES led by NAME: ZIEL` · `end circle NAME`
error-effect-twice = `{ $one }` und `{ $other }` ändern dasselbe
error-join-waits = der Kreis hat { $who } schon aufgenommen
error-effects-unfounded = sein Journal sagt nicht, dass dies den Kreis ändert; nichts davon wird geschrieben
hint-record-effects = `rounds check` sagt, was abweicht
error-effects-many = ein Beschluss ändert am Kreis höchstens { $most } Dinge
error-next-taken = { $who } hat die Rolle `{ $role }` schon ab { $since }, und Platz ist nur für eine Nachfolge
error-no-circle-below = direkt darunter gibt es keinen Kreis namens `{ $circle }`
hint-no-circle-below = { $count ->
    [0] es gibt keinen
   *[other] es gibt { $circles }
}
hint-no-role = es gibt die Rollen { $roles }
error-join-one = `{ $who }` sind mehrere Namen: einer je Zeile
error-appoint-newcomer = `{ $who }` kommt erst mit dem eigenen Ja in den Kreis und kann danach eine Rolle haben
error-circle-gone = direkt darunter gibt es keinen Kreis namens `{ $circle }`; keiner wurde beendet
error-circle-ends-otherwise = `{ $circle }` endet dort am { $there }, beschlossen ist { $date }
hint-join-waits = `/accepted { $who }` hält das Ja fest, `/declined { $who }` das Nein
error-effect-ends = was den Kreis ändert, endet nicht von selbst
hint-effect-ends = schreib `term 1 year`, `term until 2027-03-18` oder `once`
error-leaves-unheard = `{ $who }` geht und wurde weder gefragt noch gehört
hint-leaves-unheard = wartet, bis sie oder er da ist, oder schreib `about { $who }`
error-joined-already = `{ $who }` hat schon zugesagt
error-leader-not-in-circle = `{ $who }` leitet `{ $circle }` und gehört nicht zu den Mitgliedern
error-founds-unheard = `{ $who }` soll zu `{ $circle }` gehören und wurde weder gefragt noch gehört
hint-founds-unheard = wartet, bis sie oder er da ist, schreib `about { $who }`, oder der neue Kreis nimmt sie oder ihn selbst auf
error-circle-exists-below = einen Kreis namens `{ $circle }` gibt es direkt darunter schon
error-circle-has-below = unter `{ $circle }` gibt es Kreise, die zuerst enden
hint-effect-circle = schreib es wie `circle Kompost with Ana, Emil led by Ana: Aus Laub wird Erde.`
error-circle-ended = den Kreis `{ $circle }` gab es bis { $date }
hint-circle-ended = eine unterbrochene Sitzung lässt sich noch schließen; eine neue braucht einen Kreis ohne `ended`
error-aside-appointed = `{ $who }` bekommt dadurch eine Rolle oder geht, und stimmt zu oder hat einen Einwand
error-nobody-here = niemand ist da
error-not-asked = `{ $who }` wird in dieser Runde nicht gefragt
error-has-spoken = `{ $who }` hat schon gesprochen
error-wrong-people = die Liste `{ $key }` nennt nicht, wen sie nennen soll: { $names }
error-listed-twice = `{ $title }` steht schon auf der Tagesordnung
error-not-listed = `{ $title }` steht nicht auf der Tagesordnung
error-not-on-list = `{ $text }` steht nicht auf der Liste
error-wrong-version = es liegt Fassung { $now } vor, nicht Fassung { $said }
error-no-text = ein Vorschlag braucht einen Text
hint-no-text = schreib ihn als `text ...`
error-empty-text = `{ $fact }` sagt nichts
error-fact-differs = `{ $fact }` hat ein anderes `{ $key }` als das, wozu der Kreis gefragt wurde
error-quorum-unmet = nicht beschlussfähig: { $here ->
    [one] 1 Mitglied ist da
   *[other] { $here } Mitglieder sind da
}, { $needed } sind nötig
hint-quorum-unmet = `/arrive NAME`, wenn jemand kommt, oder `/postpone`
error-nobody-consented = niemand hat Konsent gegeben
error-objection-stands = der Einwand von { $who } steht, und nichts hat sich geändert
hint-nothing-new = { $kind ->
    [select] ändere `term` oder `measure`, `put` schlägt jemand anderes vor, oder `withdraw NAME`
   *[decide] ändere `text`, `term`, `measure` oder `who`, oder `withdraw NAME`
}
error-no-change = das ändert nichts
error-no-objection = von `{ $who }` steht kein Einwand
error-call-rule = dieser Kreis gibt Konsent in einer Runde
hint-call-rule = `call` braucht `consent = "call"` in den Regeln des Kreises
error-aside-rule = in diesem Kreis steht niemand beiseite
hint-aside-rule = beiseitezustehen braucht `aside = true` in den Regeln des Kreises
error-aside-selection = bei einer Wahl steht niemand beiseite
error-call-first = `call` ersetzt die erste Antwort, und einige haben schon geantwortet
error-call-selection = Konsent zu einer Wahl wird in einer Runde gegeben
error-minutes-twice = nach dem Protokoll von `{ $meeting }` wurde schon gefragt
error-kept-apart = `{ $who }` hat `{ $other }`, und das bleibt getrennt von `{ $role }`
error-beyond-membership = { $who } ist nur bis { $date } Mitglied
error-beyond-role = die Rolle `{ $role }` gibt es nur bis { $date }
hint-beyond = wählt bis zu diesem Tag: `until { $date }`
hint-kept-apart = schlag jemand anderes vor
error-nominee-last = `{ $who }` ist vorgeschlagen und kommt als Letztes dran
hint-nominee-last = hör zuerst alle anderen
error-accepted-already = `{ $who }` hat `{ $role }` schon angenommen
error-no-round-finished = gerade ist keine Runde zu Ende gegangen

## Talk: lines that are no answer

error-several-names = `{ $typed }` passt auf mehrere: { $names }
hint-several = tippe mehr davon
error-unknown-name = niemand hier heißt `{ $typed }`
hint-names = hier sind { $names }
hint-guest = für einen Gast tippe `{ $who } (guest)`
error-unnamed-guests = nur Gäste kommen ohne Namen, und mindestens einer
error-unnamed-guests-here = { $count ->
    [0] niemand ohne Namen ist da
    [one] ein Gast ohne Namen ist da
   *[other] { $count } Gäste ohne Namen sind da
}
error-approve-at-close = das Protokoll dieser Sitzung wird an ihrem Ende genehmigt
error-guests-apart = Mitglieder und Gäste kommen und gehen nicht in derselben Zeile
hint-guests-apart = tippe eine Zeile für die Mitglieder und eine für die Gäste
error-wrong-with = die Namen von `{ $fact }` passen nicht: `with` steht hinter einem anderen Namen, und keiner steht zweimal
error-member-guest = `{ $who }` ist Mitglied, nicht Gast
hint-character-place = es steht an Stelle { $place } der Zeile
error-empty-answer = der Text ist leer
error-speak-for = zu `@NAME` gehört, was gesagt wurde
hint-speak-for = `@{ $who } ok`, oder `@{ $who }` und was gesagt wurde
error-like-command = `{ $word }` allein verstehe ich hier nicht
hint-like-command = wenn es gesagt wurde, tippe `\{ $word }`
error-yes-or-no = `{ $word }` kann hier beides heißen: `ok`, oder `o GRUND`?
error-no-answer = { $word ->
    [ok] hier gibt es keinen Vorschlag, den Enter oder `ok` nehmen könnte
   *[other] `{ $word }` verstehe ich hier nicht
}
hint-waits = { $place }, gefragt ist { $who }: { $typed }
hint-typed = { $place }: { $typed }
error-no-command = `{ $word }` gibt es nicht
hint-no-command = `?` zeigt, was getippt werden kann
error-no-item = kein Punkt liegt auf dem Tisch
error-no-letter = kein Punkt hat den Buchstaben `{ $typed }`
hint-no-letter = { $count ->
    [one] es gibt einen Punkt, `a`
   *[other] die Punkte sind `a` bis `{ $last }`
}
error-no-place = die Nummer { $number } gibt es nicht
hint-no-place = { $count ->
    [0] die Liste ist leer
   *[other] tippe eine Nummer von 1 bis { $count }
}
error-no-reason = ein Einwand braucht einen Grund
hint-no-reason = ein Satz: wie würde das dem schaden, wofür der Kreis da ist?
error-no-concern = ein Bedenken braucht Worte
hint-no-concern = ein Satz: was ist zu beobachten?
error-no-aside = wer beiseitesteht, nennt einen Grund
hint-no-aside = ein Satz: warum weder dafür noch dagegen?
error-whose-answer = `{ $word }` braucht einen Namen, wenn alle gemeinsam gefragt wurden
hint-whose = `{ $word } NAME: GRUND`
error-no-title = `{ $word }` braucht einen Titel
hint-no-title = `{ $word } TITEL`, dann vielleicht `20 min` und `by NAME`
error-no-question = `round` braucht eine Frage
hint-no-question = `round FRAGE` fragt alle
error-refer-incomplete = `refer` braucht den Namen eines Kreises
hint-refer = `refer KREIS`
error-no-measure = zu `measure` gehört, was beobachtet wird
hint-no-measure = was, ab welchem Wert, wer schaut, und wann; `measure -2` nimmt das zweite weg
error-no-note = `/note` braucht einen Text
hint-no-note = `/note TEXT`
error-no-decision = keine geltende Vereinbarung hat `{ $words }` im Titel
hint-no-decision = { $count ->
    [0] keine Vereinbarung gilt
    [one] eine Vereinbarung gilt; tippe ihren Titel oder ihre id
   *[other] { $count } Vereinbarungen gelten; tippe einen Titel oder eine id
}
error-not-a-date = `{ $typed }` ist kein Datum
hint-date-typed = schreib es wie `2026-09-19`, `19. September`, `Freitag` oder `in 2 Wochen`
hint-date-action = schreib es wie `2026-09-19`, `19. September` oder `Freitag`; mit `\bis` oder `\by` bleibt es Text
error-date-past = { $date } ist vorbei
hint-day-past = sagt, wie lange es jetzt gilt: `term 1 year`, `term until 2027-03-18`, `lasts 3 months`, `expires 2027-03-18` oder `once`, in einer Runde hinter `/amend`
error-action-incomplete = eine Aufgabe braucht einen Namen und was zu tun ist
hint-action = `/action NAME: WAS`, vielleicht mit `by 2026-09-19` am Ende
error-no-action = in keiner offenen Aufgabe steht `{ $words }`
error-action-number = keine offene Aufgabe hat die Nummer { $number }
error-which-action = `{ $command }` braucht eine Aufgabe: ihre Nummer oder Wörter daraus
hint-open-actions = { $count ->
    [0] keine Aufgabe ist offen
   *[other] diese sind offen:
    { $actions }
}
error-due-incomplete = `/due` braucht eine Aufgabe und einen Tag
hint-new-date = `/due 2 Freitag`, oder Wörter der Aufgabe statt ihrer Nummer
error-give-incomplete = `/give` braucht eine Aufgabe und einen Namen
hint-give-outside = nenn die Aufgabe mit ihrer Nummer: `/give 2 Tia (outside)`
hint-give = `/give 2 NAME`, oder Wörter der Aufgabe statt ihrer Nummer
error-fact-not-in-format = ein Journal im Format { $format } hat kein `{ $word }`
hint-format-fact = das kam mit Format 2, und die nächste Sitzung hat es; lass dieses Journal, wie das Programm es geschrieben hat
error-acceptance-unnamed = um wen geht es?
hint-pending-name = ein Ja fehlt noch von { $names }
error-nobody-pending = alle Gewählten haben angenommen
error-nomination-incomplete = zu einem Namen gehört ein Grund
hint-nomination = `NAME: GRUND`; auf Zeit `NAME for 6 Monate: GRUND` oder `NAME until 2027-01-31: GRUND`; für jemand von außerhalb `NAME (outside): GRUND`
hint-colon = vor dem Grund steht ein Doppelpunkt: `{ $who }: GRUND`
hint-write = Namen und Gründe kommen in der Runde danach; Enter, wenn alle geschrieben haben
hint-outside = für jemand, der nicht zum Kreis gehört, tippe `{ $who } (outside)`
error-one-name = vorgeschlagen wird eine Person
hint-one-name = `NAME: GRUND`, vielleicht mit `for 6 Monate` oder `until 2027-01-31` vor dem Doppelpunkt
error-invalid-minutes = `{ $typed }` ist keine Zahl von Minuten
hint-minutes = schreib es wie `/extend 10`
error-invalid-time = `{ $typed }` ist keine Uhrzeit
hint-time = schreib es wie `19:00` oder `19 Uhr`
error-step-not-optional = dieser Schritt kann nicht ausgelassen werden
hint-skip-changed = darin wurde etwas geändert: Enter legt es dem Kreis vor
error-invalid-moment = `{ $typed }` ist keine Zeit
hint-at = schreib sie wie `2026-09-05T19:00+02:00`, danach `19:30`
error-earlier-than-said = das Letzte wurde um { $time } gesagt, das ist später

error-script-fence = diesem Text fehlt das schließende `"""`
hint-script-fence = beende ihn mit `"""` allein auf einer Zeile
error-script-empty = dieser Text ist leer
hint-script-empty = schreib den Text zwischen die beiden Zeilen mit `"""`
error-script-edit = `text` ohne Text
hint-script-edit = schreib ihn in dieselbe Zeile, oder darunter zwischen zwei Zeilen mit `"""`
error-several-pasted = { $count } Antworten auf einmal eingefügt
hint-pasted = füg eine ein, dann die nächste

## Screens

title-and-date = { $title } · { $date }
clock = { $time }
minutes = { $count } min
number-of = { $number } von { $count }
nobody = niemand
nobody-yet = noch niemand
nothing-yet = noch nichts
somebody = jemand
kind-decide = entscheiden
kind-select = wählen
kind-explore = besprechen
kind-report = berichten
label-here = da
label-facilitator = Moderation
label-secretary = Schriftführung
label-answer = Antwort
label-term = gilt
label-responsible = kümmert sich
label-measures = gemessen an
label-spoken = haben gesprochen
label-waiting = noch nicht
label-purpose = Zweck
label-holder = hat sie
label-since = beginnt am
label-role-term = Amtszeit
label-present = da
label-absent = fehlen
label-guests = zu Gast
ask-open = Wer ist da?
ask-facilitator = Wer moderiert?
ask-secretary = Wer schreibt?
ask-check-in = Eingangsrunde · wie kommst du an?
say-check-in = Eingangsrunde, { $who }: wie kommst du an?
ask-duration = Wie lange wollen wir tagen?
ask-announcements = Mitteilungen · was gibt es zu sagen, ohne Diskussion?
ask-next-meeting = Wann treffen wir uns wieder?
minutes-of = Protokoll vom { $date }
minutes-of-several = Protokoll vom { $date } ({ $number })
agenda-offered = Zur Auswahl · eine Nummer setzt es auf die Liste: `1`, oder `1 20 min by NAME`
not-accepted-yet = { $who } ist für { $role } gewählt und hat noch nicht angenommen; `/accepted { $who }` hält es fest.
not-joined-yet = Der Kreis hat { $who } aufgenommen, ohne dass die Zusage da ist; `/accepted { $who }` hält sie fest.
agenda-listed = Auf der Liste:
agenda-sum = Auf der Liste, { $sum } min:
agenda-sum-of = Auf der Liste, { $sum } von { $planned } min:
agenda-sum-over = Auf der Liste, { $sum } von { $planned } min, { $over } zu viel:
agenda-nothing = Auf der Liste steht nichts.
why-review = Überprüfung { $date }
why-expires = letzter Tag { $date }
why-term = Amtszeit bis { $date }
why-postponed = vertagt auf { $date }
why-link = Kreisleitung oder Delegation gehört hier nicht dazu
link-title = Verbindung mit { $circle }
leaves-title = Was { $circle } hinterlässt
leaves-until = { $circle } endet am { $day }. Nichts geht von selbst über.
leaves-meetings = { $count ->
    [one] 1 Sitzung ist nicht abgeschlossen. Sie lässt sich fortsetzen und schließen.
   *[other] { $count } Sitzungen sind nicht abgeschlossen. Sie lassen sich fortsetzen und schließen.
}
ask-agenda = Tagesordnung · worüber wollen wir sprechen?
say-agenda = Tagesordnung: der nächste Punkt
call-minutes-changed = { $minutes }, dessen Journal nach der Genehmigung geändert wurde · hat jemand einen Einwand dagegen?
call-minutes = { $minutes } · hat jemand einen Einwand dagegen?
call-qualifications = Hat jemand einen Einwand gegen diese Liste für „{ $role }“?
call-agenda = Hat jemand einen Einwand gegen diese Tagesordnung?
call-item = Hat jemand einen Einwand, „{ $title }“ jetzt aufzunehmen?
call-drop = Hat jemand einen Einwand, „{ $title }“ fallen zu lassen?
ask-choose = Was kommt als Nächstes?
ask-choose-last = Auf der Tagesordnung steht nichts mehr.
ask-draft = Vorschlag
say-draft = Vorschlag, { $title }: der Text, oder Enter, wenn er fertig ist
it-replaces = ersetzt { $decisions }
it-ends = beendet { $decisions }
takes-nothing-back = Was „{ $title }“ am Kreis geändert hat, bleibt geändert.
replaces-earlier = beginnt mit { $decision } und ersetzt diese Vereinbarung, sobald er beschlossen ist
review-due = Die Überprüfung war am { $review } fällig: lasst sie, wie sie ist, ändert sie, oder beendet sie mit `ends` und einem Text, der das sagt.
stood-then = { $way ->
    [lasts] Sie galt nur { $term } und endet von selbst nach dem { $day }: jetzt { $usual }, wenn ihr nichts anderes sagt.
    [expires] Sie endet von selbst nach dem { $day }: jetzt { $usual }, wenn ihr nichts anderes sagt.
   *[until] Sie galt bis zur Überprüfung am { $day }: jetzt { $usual }, wenn ihr nichts anderes sagt.
}
concern-then = Ein Bedenken von damals: { $text }
discussed-then = Am { $meeting } war das schon auf dem Tisch.
objection-then = Ein Einwand damals: { $reason }
objection-then-by = { $who } hatte damals einen Einwand: { $reason }
concern-then-by = { $who } hatte damals Bedenken: { $text }
in-force = { $way ->
    [term] gilt { $term }, Überprüfung am { $day }
    [until] gilt bis zur Überprüfung am { $day }
    [lasts] gilt { $term }, endet von selbst nach dem { $day }
    [expires] gilt, endet von selbst nach dem { $day }
   *[once] einmalig, dann erledigt
}
sees-to-it = { $count ->
    [one] { $names } kümmert sich
   *[other] { $names } kümmern sich
}
nobody-sees-to-it = niemand kümmert sich
changes-circle = Das ändert den Kreis:
changes-circle-so = Das ändert den Kreis.
no-effect = nicht mehr: { $effect }
leaves-later = { $who } wird heute auch im Weiteren gefragt: am besten kommt das zuletzt.
effects-next = Die Änderungen am Kreis gelten ab unserem nächsten Treffen.
effects-next-or-later = Die Änderungen am Kreis gelten ab unserem nächsten Treffen, oder ab dem Tag, der genannt ist.
appointed-days = { $who }, { $role }: von { $since } bis { $until }
appointed-before = tritt an die Stelle von { $who }
effect-join = { $who } kommt in den Kreis.
effect-join-from = { $who } kommt als Verbindung zu { $circle } in den Kreis.
effect-leave = { $who } verlässt den Kreis.
effect-leave-on = { $who } verlässt den Kreis am { $day }.
effect-aim = Das Ziel ist: { $text }
effect-domain = Der Bereich ist: { $text }
effect-kind = {" "}({ $kind })
effect-outside = {" "}(außerhalb)
effect-role = Es gibt die Rolle { $role }{ $kind }{ $ends }.
effect-role-purpose = Es gibt die Rolle { $role }{ $kind }{ $ends }: { $purpose }
effect-end-role = Die Rolle { $role } endet.
effect-found = Es gibt den Kreis { $circle } mit { $members }, geleitet von { $leader }: { $aim }
effect-end-circle = Der Kreis { $circle } endet.
effect-end-circle-on = Der Kreis { $circle } endet am { $day }.
effect-appoint = { $who }{ $outside } hat die Rolle { $role }{ $begins }{ $ends }.
effect-since = {" "}ab { $since }
effect-for = {" "}für { $term }
effect-until = {" "}bis { $until }
effect-rule = Die Regel „{ $key }“ ist { $value }.
ask-accept = { $who }, machst du mit?
accepts = ja
measured-by = gemessen an: { $measure }
no-more-measured-by = nicht mehr gemessen an: { $measure }
stands-for = { $way ->
    [term] { $term }, Überprüfung am { $day }
    [until] bis zur Überprüfung am { $day }
    [lasts] { $term }, endet von selbst nach dem { $day }
    [expires] endet von selbst nach dem { $day }
   *[once] einmalig, dann erledigt
}
stands-once-decided = { $way ->
    [term] { $term } ab dem Tag des Beschlusses, dann Überprüfung
    [until] bis zur Überprüfung am { $day }
    [lasts] { $term } ab dem Tag des Beschlusses
    [expires] endet von selbst nach dem { $day }
   *[once] einmalig, dann erledigt
}
review-on = { $way ->
    [term] bis zur Überprüfung am { $day }
    [until] bis zur Überprüfung am { $day }
    [lasts] endet von selbst nach dem { $day }
    [expires] endet von selbst nach dem { $day }
   *[once] einmalig, dann erledigt
}
ask-purpose = „{ $role }“ ist eine neue Rolle · wofür ist sie da?
ask-role-term = Wie lange ist die Amtszeit von „{ $role }“?
ask-role = Die Rolle „{ $role }“ · besetzen wir sie so, wie sie ist?
held-until = { $who }, bis { $until }
held-until-past = { $who }, die Amtszeit endete am { $until }
held-next = { $now }; danach { $who }, vom { $since } bis { $until }
ask-qualifications = Was braucht „{ $role }“?
ask-write = Alle schreiben einen Namen für „{ $role }“ auf den Wahlzettel, still.
ask-nominate = Vorschlagsrunde · wen schlägst du für „{ $role }“ vor, und warum?
say-nominate = Vorschlagsrunde, { $who }: wen schlägst du für { $role } vor, und warum?
ask-change = Änderungsrunde · bleibst du nach allen Gründen dabei?
say-change = Änderungsrunde, { $who }: bleibst du dabei oder änderst du, und warum?
reason = { $reason } ({ $who })
reason-term = { $reason } ({ $who }, für { $term })
reason-until = { $reason } ({ $who }, bis { $until })
reason-only-term = { $reason } (für { $term })
reason-only-until = { $reason } (bis { $until })
named-then = Am { $meeting } wurden diese genannt. Jetzt nennen alle neu.
hand-over = { $who } moderiert und wurde genannt: `/facilitator NAME` gibt diesen Punkt ab.
ask-put-forward = Vorschlag · wer ist es, nach den Gründen?
nominee-for = { $who } für { $role }
term-until = { $way ->
    [until] bis { $day }
   *[term] für { $term }, bis { $day }
}
term-since-until = { $way ->
    [until] vom { $since } bis { $day }
   *[term] für { $term }, vom { $since } bis { $day }
}
displaces = anstelle von { $who }, gewählt vom { $since } bis { $until }
because = denn: { $reason }
ask-clarify = Verständnisfragen · was brauchst du, um den Text zu verstehen?
say-clarify = Verständnisfrage, { $who }: was brauchst du, um den Text zu verstehen?
say-answer = Antwort, { $who }
came-to-questions = { $count ->
    [0] Keine Fragen.
    [one] Es gab 1 Frage.
   *[other] Es gab { $count } Fragen.
}
came-to-end = Alle wurden gehört.
guests-speak = Gäste, jederzeit: { $lines }
ask-react = Meinungsrunde · was denkst und fühlst du dazu?
say-react = Meinungsrunde, { $who }: was denkst und fühlst du dazu?
ask-revise = Den Text behalten oder ändern?
ask-consent = Konsentrunde · { $title }, Fassung { $version }
say-consent = Konsentrunde, { $who }: hast du einen Einwand gegen { $title }, Fassung { $version }?
ask-needs = Was braucht es?
asked-last = { $who } { $count ->
    [one] wird
   *[other] werden
} als Letztes gefragt.
hand-back = Jetzt moderiert { $who }: `/facilitator { $before }` gibt zurück.
ask-consent-nominee = Konsentrunde · { $nominee } für { $role }, Fassung { $version }
say-consent-nominee = Konsentrunde, { $who }: hast du einen Einwand gegen { $nominee } für { $role }?
changed-since = [geändert seit Fassung { $version }]
about = Es geht um { $names }: anzuhören, aber nicht nach Konsent gefragt.
read-aloud = Das ist jetzt die Entscheidung. Lies sie vor, dann frag jede Person: Hast du einen Einwand?
ask-objections = { $count ->
    [0] Kein Einwand steht mehr.
    [one] 1 Einwand. Die Runde ist vollständig; jetzt hören wir ihn.
   *[other] { $count } Einwände. Die Runde ist vollständig; jetzt hören wir sie.
}
ask-objections-call = { $count ->
    [one] 1 Einwand. Die gemeinsame Frage ist vorbei; jetzt hören wir ihn.
   *[other] { $count } Einwände. Die gemeinsame Frage ist vorbei; jetzt hören wir sie.
}
objects = { $who } hat einen Einwand: { $reason }
had-concern = { $who } hatte zu Fassung { $version } Bedenken: { $text }
has-concern = { $who } hat Bedenken: { $text }
had-concern-unnamed = Ein Bedenken zu Fassung { $version }: { $text }
has-concern-unnamed = Ein Bedenken: { $text }
stands-aside = { $who } steht beiseite: { $reason }
back-text = Ist das der Text? Enter: ja
back-yes = ja, j
back-no = nein, n
back-text-or = Ist die ganze Zeile der Text? Enter: ja · `{ $word }`: nein, das wird geändert
back-kind = „{ $title }“: `decide`, `select`, `explore` oder `report`?
back-call = Bleibt es dabei, dass alle gemeinsam gefragt wurden? Enter: ja · `round`: alle einzeln fragen
ask-announce-awaited = Niemand hier hat einen Einwand. { $names } { $count ->
    [one] wird
   *[other] werden
  } schriftlich gefragt: Sag es laut.
ask-announce = Niemand hat einen Einwand. Sag es laut: Wir haben Konsent.
ask-announce-nominee = Niemand hat einen Einwand. Sag es laut: { $nominee } ist gewählt.
ask-announce-few = Niemand hat einen Einwand, aber { $here } { $here ->
    [one] ist
   *[other] sind
} da und { $needed } werden gebraucht: `/arrive NAME`, `/postpone`
no-objection = kein Einwand
consent-phrases = kein Einwand, keine Einwände, keinen Einwand, ich habe keinen Einwand, Konsent, ich gebe Konsent
consent-unclear = ja, nein
below-quorum = { $here } von { $members } sind da; zum Entscheiden braucht es { $needed }.
quorum-again = { $here } von { $members } sind da; das reicht zum Entscheiden.
nobody-facilitates = Gerade moderiert niemand: `/facilitator NAME`
ask-announce-call = Alle wurden gefragt, niemand hat einen Einwand: { $names }. Sag es laut: Wir haben Konsent.
ask-announce-aside = Niemand hat einen Einwand, aber alle stehen beiseite, und niemand hat Konsent gegeben: `/again`, `/postpone`
ask-explore = Runde · { $question }
say-explore = Runde, { $who }: { $question }
say-notes = Notizen zu { $title }: was gesagt wurde, oder Enter, wenn es fertig ist
ask-leftover = „{ $title }“ kam nicht dran. Was wird daraus?
ask-check-out = Schlussrunde · wie war die Sitzung?
say-check-out = Schlussrunde, { $who }: wie war die Sitzung?
ask-read-back = Zusammenfassung · das haben wir entschieden und übernommen: fehlt etwas?
nothing-came-about = Nichts wurde beschlossen oder übernommen.
action = { $who }: { $text }
action-by = { $who }: { $text }, bis { $due }
open-actions = Offene Aufgaben · `/done 2` · `/due 2 Freitag` · `/give 2 NAME` · `/release 2`
no-open-actions = Keine Aufgabe ist offen.
ask-close = Die Sitzung schließen?
typed-open = Namen mit Kommas · `all` · `all but NAME` · `all + NAME (guest)`
typed-chair = ein Name, oder `-` für niemand
typed-turn = was gesagt wurde · `pass` · `@NAME` und der Beitrag · `/later` · `/skip`
typed-answer = die Antwort · `@NAME` und die Antwort · Enter lässt sie offen
typed-duration = Minuten · Enter nimmt den Vorschlag, oder lässt es offen
typed-announcements = was es zu sagen gibt, je eine Zeile · Enter: niemand hat noch etwas
typed-next-meeting = `2026-09-19` oder `Freitag`, vielleicht mit `19:00` · `who NAME` sucht einen Termin · Enter nimmt den Vorschlag, `-` lässt ihn offen
typed-agenda = `decide TITEL` · `select ROLLE` · `explore` `report TITEL`, je mit `20 min` und `by NAME` · `remove b` · `move c a` · Enter: vollständig
typed-call = Enter: kein Einwand · `@NAME o GRUND`
typed-call-agenda = Enter: kein Einwand · `@NAME o GRUND` · `remove b` · `move c a`
typed-choose = Enter nimmt den Vorschlag, `2` den zweiten Punkt · `decide` `select` `explore` `report TITEL` · `postpone TITEL` · `close`
typed-choose-last = Enter nimmt den Vorschlag · `decide` `select` `explore` `report TITEL` · `postpone TITEL` · `close`
typed-choose-none = `decide` `select` `explore` `report TITEL` · Enter, `close`: zum Ende
typed-draft = `text TEXT` · `term` `lasts DAUER` `once`: wie lange · `who NAMEN`: kümmert sich · `measure TEXT` · Enter: vollständig
typed-revise = Enter behält ihn · `text TEXT` · `term` `lasts DAUER` `once` · `who NAMEN` · `measure TEXT`: ändern · `round FRAGE`
typed-purpose = wofür sie da ist · Enter lässt es offen
typed-role-term = `6 Monate`, `1 Jahr` · Enter nimmt den Vorschlag
typed-role = Enter geht weiter · `term DAUER` ändert die Amtszeit · `since DATUM`: erst ab einem Tag
typed-qualifications = je eine Zeile · `remove 2` · Enter: niemand hat noch etwas · `/skip`
typed-write = Enter, wenn alle geschrieben haben
typed-nominate = `NAME: GRUND` · `NAME, NAME for 6 Monate: GRUND` · `NAME until DATUM: GRUND` · `NAME (outside): GRUND` · `/later`
typed-change = Enter bleibt dabei · `NAME: GRUND` ändert, oder gibt noch einen Grund
typed-put-forward = `NAME: GRUND` · `NAME for 6 Monate: GRUND` · `NAME until DATUM: GRUND`
typed-consent = Enter: kein Einwand · `o GRUND` · `c BEDENKEN`
typed-consent-call = Enter: kein Einwand · `o GRUND` · `c BEDENKEN` · `call`: alle wurden gemeinsam gefragt, kein Einwand
typed-consent-aside = Enter: kein Einwand · `o GRUND` · `c BEDENKEN` · `a GRUND`: steht beiseite
typed-consent-call-aside = Enter: kein Einwand · `o GRUND` · `c BEDENKEN` · `a GRUND`: steht beiseite · `call`: alle gemeinsam gefragt, kein Einwand
typed-objections = `text` `measure TEXT` · `term DAUER` · `who` `withdraw NAME` · `postpone` · `refer KREIS` · `drop` · Enter: neu fragen
typed-objections-nominee = `put NAME: GRUND` · `term DAUER` · `measure TEXT` · `withdraw NAME` · `round` `postpone` `refer` `drop` · Enter: neu fragen
typed-announce = Enter verkündet · `@NAME o GRUND` · `/again`
typed-announce-call = Enter verkündet · `c BEDENKEN` · `c NAME: BEDENKEN` · `o NAME: GRUND` · `/again`
typed-announce-call-aside = Enter verkündet · `c BEDENKEN` · `c NAME: BEDENKEN` · `a NAME: GRUND`: steht beiseite · `o NAME: GRUND` · `/again`
typed-notes = was gesagt wird, je eine Zeile · `/round FRAGE` fragt alle · Enter: fertig
typed-accept = Enter: ja · `nein GRUND` · `/later`
typed-leftover = Enter, `backlog`: in die Themenliste · `postpone DATUM` · `refer KREIS` · `drop`
typed-read-back = Enter: nichts fehlt · `/action NAME: WAS` · `/topic TITEL` · `/undo`
typed-close = Enter, `close`: schließt sie und schreibt die Aufzeichnungen
is-approved-own = Das Protokoll ist genehmigt. Was jetzt noch festgehalten wird, nimmt das zurück.
approval-void = Nach der Genehmigung des Protokolls kam noch etwas dazu: `/approve` noch einmal, oder ohne schließen.
is-decided = { $way ->
    [term] { $title } ist beschlossen und gilt bis zur Überprüfung am { $day }.
    [until] { $title } ist beschlossen und gilt bis zur Überprüfung am { $day }.
    [lasts] { $title } ist für { $term } beschlossen und endet von selbst nach dem { $day }.
    [expires] { $title } ist beschlossen und endet von selbst nach dem { $day }.
   *[once] { $title } ist beschlossen: einmalig, dann erledigt.
}
is-elected = Gewählt: { $who } für { $role }, bis { $until }.
is-elected-from = Gewählt: { $who } für { $role }, vom { $since } bis { $until }.
is-unaccepted = { $who } hat noch nicht angenommen: `/accepted { $who }`, wenn es so weit ist.
has-accepted = { $who } nimmt an: { $role }.
has-joined = { $who } gehört jetzt zum Kreis.
has-declined = { $who } nimmt { $role } nicht an.
has-declined-because = { $who } nimmt { $role } nicht an: { $reason }
joins-not = { $who } macht nicht mit.
joins-not-because = { $who } macht nicht mit: { $reason }
told-effects = Ändert den Kreis: { $effects }
told-no-effects = Ändert nichts am Kreis.
is-action-done = Erledigt: { $who }, { $text }
is-action-moved = Neues Datum: { $who }, { $text }, bis { $due }
is-action-given = Von { $from } an { $to }: { $text }
is-action-released = Entfallen: { $who }, { $text }
is-extended = { $minutes } min mehr.
is-postponed = { $title } ist vertagt.
is-postponed-to = { $title } ist vertagt auf { $date }.
is-referred = { $title } geht an { $circle }.
is-kept-open = { $title } geht in die Themenliste.
is-dropped = { $title } ist fallen gelassen.
is-done = { $title } ist fertig.
unnamed-guests = { $count ->
    [one] { $count } Gast
   *[other] { $count } Gäste
}
unnamed = { $count } ohne Namen
names-and-unnamed = { $names } und { $unnamed }
has-arrived = { $count ->
    [one] { $who } ist da, { $time }.
   *[other] { $who } sind da, { $time }.
}
has-left = { $count ->
    [one] { $who } ist gegangen, { $time }.
   *[other] { $who } sind gegangen, { $time }.
}
now-facilitates = { $who } moderiert.
now-writes = { $who } schreibt.
is-deferred = { $who } kommt später dran.
is-thinking = { $who } denkt darüber nach; `/accepted { $who }` sagt später Ja.
is-skipped = Dieser Schritt entfällt.
is-action = { $who } { $count ->
    [one] kümmert
   *[other] kümmern
} sich darum, ohne Datum.
is-action-by = { $who } { $count ->
    [one] kümmert
   *[other] kümmern
} sich darum, bis { $date }.
is-action-past = { $who } { $count ->
    [one] kümmert
   *[other] kümmern
} sich darum, bis { $date }. Dieser Tag ist vorbei.
is-topic = „{ $title }“ geht in die Themenliste.
is-taken-back = Zurückgenommen: { $what }
was-said = { $who }: { $text }
was-turn = { $who }, { $word ->
    [passed] gepasst
    [consented] kein Einwand
    [withdrew] der zurückgezogene Einwand
    [kept] dabei geblieben
    [accepted] angenommen
    [declined] die Absage
    [arrived] gekommen
    [left] gegangen
   *[other] nichts zu sagen
}
was-text = „{ $text }“
was-other = { $word ->
    [opened] wer da ist
    [handed-over] wer moderiert oder schreibt
    [planned] wie lange wir tagen
    [approved] dass das Protokoll steht
    [scheduled] wann wir uns wieder treffen
    [concluded] dass es vollständig ist
    [agreed] dass niemand einen Einwand hat
    [dropped] dass es fallen gelassen ist
    [presented] was dem Kreis vorgelegt wurde
    [amended] die Änderung
    [termed] die Dauer
    [assigned] wer sich kümmert
    [measured] woran gemessen wird
    [effected] wie es den Kreis ändert
    [sought] die Rolle, wie sie ist
    [wrote] dass alle geschrieben haben
    [adopted] die Verkündung
    [elected] die Verkündung
    [extended] die zusätzliche Zeit
    [skipped] dass der Schritt entfällt
    [reopened] die Runde noch einmal
    [unlisted] dass ein Punkt gestrichen ist
    [purposed] wofür die Rolle da ist
    [answered] dass die Frage offen bleibt
    [moved] dass ein Punkt umgestellt ist
    [proposed] wer es vorschlägt
    [related] worum es geht, was es ersetzt oder beendet
    [awaited] dass andere schriftlich gefragt werden
    [dated] der Tag, an dem die Amtszeit beginnt
    [asked-to-drop] die Frage, ob es fallen gelassen wird
    [postponed] dass es vertagt ist
    [referred] dass es an einen anderen Kreis geht
    [kept-open] dass es in der Themenliste bleibt
    [deferred] dass jemand später spricht
   *[other] die letzte Zeile
}
rejoin = Wir sind hier: { $step }.
time-of = { $time }, { $minutes } von { $planned } min
time-in = { $time }, seit { $minutes } min
over-item = { $minutes } min über der Zeit: `/extend`, `/postpone`, oder weiter.
over-meeting = Die Sitzung ist { $minutes } min über der Zeit.
time-planned = Geplant: { $minutes } min.
time-planned-item = Dafür sind { $minutes } min da.
time-meeting = Es ist { $time }. Die Sitzung begann um { $since }, vor { $minutes } min.
time-item = { $title }: bisher { $minutes } min.
help-typed = Getippt: { $typed }
effects-typed = Ändert den Kreis: `join NAME` `leave NAME` `appoint NAME as ROLLE` `role NAME: ZWECK` `end Rolle NAME` `aim` `domain TEXT` `rule WORT WERT` `circle`
effect-away-typed = `effect -2` nimmt die zweite Änderung weg.
also-more = { $typed } · `?`: mehr
also-how-long = Es wird überprüft: `term 1 Jahr`, `term until 2027-03-18`. Es endet von selbst: `lasts 3 Monate`, `expires 2027-03-18`. Dann erledigt: `once`.
also-draft = Auch: `by NAME` schlägt es vor · `about NAME` · `replaces WÖRTER`, `ends WÖRTER`: eine geltende Vereinbarung
also-objections = Auch: `round FRAGE` fragt alle
help-here = Hier auch: { $commands }
card-commands =
    /note TEXT, /topic TITEL · fürs Protokoll; für die Themenliste
    /action NAME: WAS · eine Aufgabe; ein Datum hinter „bis“
    /actions, /done 2, /due 2 DATUM · offene Aufgaben; erledigt; neues Datum
    /give 2 NAMEN, /release 2 · andere machen es; es entfällt
    /arrive NAME, /leave NAME · wer kommt oder geht; (Gast), 2 Gäste
    /facilitator NAME, /secretary NAME · übergibt es; - für niemanden
    /accepted NAME, /declined NAME · Ja oder Nein zur Rolle oder zum Kreis
    /later, /skip, /again · später; Schritt auslassen; noch einmal
    /round FRAGE · stellt allen eine Frage
    /amend text TEXT, /amend term DAUER · ändert den Vorschlag; auch measure, who
    /edit · öffnet den Text in deinem Editor
    /postpone, /refer KREIS, /drop · beendet den Punkt; auch mit Datum, Grund
    /extend MINUTEN, /approve · mehr Zeit; am Ende: Protokoll ok
    /undo · nimmt das Letzte zurück
    /text, /who, /time · zeigt Wortlaut, Runde, Zeiten
    /read WÖRTER · zeigt einen geltenden Beschluss
    /at ZEIT · setzt die Zeit für das, was folgt
    /pause · hält an; `rounds meet` macht hier weiter
    @NAME ANTWORT · die Antwort von jemand anderem
    \TEXT · genau so gesagt, nicht als Wort gelesen
    ?, ??, /help · erklärt den Schritt; diese Liste
help-open = Wozu: Alle wissen, wer da ist, wer fehlt und wer zu Gast ist.
    Sag: Wer ist heute bei uns?
    Fertig, wenn alle im Raum genannt sind.
help-chair = Wozu: Eine Person hält den Ablauf, eine schreibt auf.
    Sag: Wer moderiert, und wer schreibt?
    Fertig, wenn beide bekannt sind. Alle Anwesenden können einspringen.
help-check-in = Wozu: Alle kommen an, und wir hören, wie jede Person da ist. Keine Erwiderungen.
    Sag: Wie bist du da?
    Fertig, wenn alle gesprochen oder gepasst haben.
help-duration = Wozu: Alle wissen, wie viel Zeit ist und wer früher gehen muss.
    Sag: Wie lange wollen wir tagen? Wer muss vor dem Ende gehen?
    Fertig, wenn die Minuten bekannt sind. Was die braucht, die früher gehen, kommt zuerst.
help-minutes = Wozu: Was von den letzten Sitzungen aufgeschrieben ist, ist das, woran sich alle erinnern.
    Sag: Hat jemand einen Einwand gegen dieses Protokoll?
    Fertig, wenn niemand einen Einwand hat. Mit einem Einwand bleibt es offen und steht zur Auswahl für die Tagesordnung.
help-announcements = Wozu: Alle wissen, was neu ist. Keine Diskussion; was eine braucht, wird ein Thema.
    Sag: Was gibt es zu sagen?
    Fertig, wenn niemand mehr etwas hat.
help-next-meeting = Wozu: Niemand geht, ohne zu wissen, wann wir uns wiedersehen.
    Sag: Wann treffen wir uns wieder, oder wer sucht einen Termin?
    Fertig, wenn er bekannt ist oder offen bleibt.
help-agenda = Wozu: Der Kreis übernimmt, was vorbereitet wurde. Ihm gehört die Liste.
    Sag: Worüber wollen wir sprechen, und was soll dabei herauskommen?
    Fertig, wenn niemand mehr etwas hat; dann werden alle nach Einwänden gefragt.
help-call = Wozu: Ein schneller Konsent. Nach Einwänden zu fragen macht sie leicht.
    Sag: Hat jemand einen Einwand? Dann einen Atemzug warten.
    Fertig, wenn niemand einen Einwand hat. Ein Einwand lässt es unentschieden.
help-drop = Wozu: Was der Kreis aufgenommen hat, lässt der Kreis auch los.
    Sag: Hat jemand einen Einwand, es fallen zu lassen?
    Fertig, wenn niemand einen Einwand hat. Ein Einwand hält es auf dem Tisch.
help-choose = Wozu: Ein Punkt nach dem anderen, und jeder endet mit einem nächsten Schritt.
    Sag: Der nächste Punkt ist …
    Fertig, wenn ein Punkt beginnt, oder der Schluss.
help-draft = Wozu: Ein Kreis kann nur einem genauen Text Konsent geben.
    Sag: lies den Vorschlag vor, wie er dasteht.
    Fertig, wenn er einen Text hat; alles andere kann folgen.
help-clarify = Wozu: Alle verstehen den Text. Noch keine Meinungen, kein „warum nicht“.
    Sag: Was brauchst du, um den Vorschlag zu verstehen?
    Fertig, wenn alle einmal gefragt sind. Wer vorschlägt, antwortet.
help-answer = Wozu: Eine Frage wird gleich und kurz beantwortet, ohne Diskussion.
    Sag: Was ist die Antwort?
    Fertig, wenn sie gegeben ist oder offen bleibt.
help-react = Wozu: Alle hören, was die anderen denken und fühlen, in wenigen Sätzen.
    Sag: Was denkst und fühlst du dazu?
    Fertig, wenn alle gesprochen haben.
help-revise = Wozu: Was gehört wurde, kann den Text besser gemacht haben.
    Sag: Willst du etwas ändern, bevor wir nach Konsent fragen?
    Fertig, wenn der Text behalten oder geändert ist. Jede Änderung ist eine neue Fassung.
help-purpose = Wozu: Eine Rolle, von der niemand weiß, wofür sie da ist, hilft niemandem.
    Sag: Wofür ist diese Rolle da?
    Fertig, wenn es in einem Satz dasteht.
help-role-term = Wozu: Jede Rolle kommt in den Kreis zurück.
    Sag: Wie lange ist die Amtszeit?
    Fertig, wenn die Dauer bekannt ist.
help-role = Wozu: Wir wissen, was wir suchen, bevor wir auf Menschen schauen.
    Sag: Das ist die Rolle, dafür ist sie da, so lange ist die Amtszeit.
    Fertig, wenn Rolle und Amtszeit so sind, wie wir sie wollen.
help-qualifications = Wozu: Wir sind uns einig, was die Rolle braucht, bevor ein Name fällt.
    Sag: Was sollte mitbringen, wer diese Rolle hat?
    Fertig, wenn niemand mehr etwas hat; dann werden alle nach Einwänden zur Liste gefragt.
help-write = Wozu: Alle entscheiden sich, bevor sie die anderen hören.
    Sag: Schreib einen Namen auf; es darf dein eigener sein. Wir sprechen vorher nicht darüber.
    Fertig, wenn alle geschrieben haben.
help-nominate = Wozu: Wir hören, was jede Person in jemandem sieht. Nur gute Gründe.
    Sag: Wen hast du aufgeschrieben, und warum?
    Fertig, wenn alle jemanden genannt und gesagt haben, warum. Niemand passt. Mehrere Namen gehen, auch von Abwesenden.
help-change = Wozu: Die Gründe der anderen können dich umgestimmt haben.
    Sag: Nachdem du alle gehört hast: bleibst du dabei, und warum?
    Fertig, wenn alle gefragt wurden.
help-put-forward = Wozu: Eine Person wird vorgeschlagen, nach den Gründen, nicht nach der Zahl.
    Sag: Weil …, schlage ich … vor.
    Fertig mit einem Namen und einem Grund. Dann geben alle Konsent, zuletzt die vorgeschlagene Person.
help-consent = Wozu: Nichts wird beschlossen, solange jemand sieht, wie es dem schadet, wofür der Kreis da ist.
    Sag: Das ist jetzt die Entscheidung. Hast du einen Einwand?
    Fertig, wenn alle Anwesenden geantwortet haben. Passen oder auslassen geht nicht.
    Ein Einwand braucht einen Grund; vor dem Ende der Runde wird er nicht besprochen.
help-objections = Wozu: Ein Einwand zeigt, was dem Vorschlag noch fehlt. Er gehört uns allen.
    Sag: Was macht es sicher genug, um es zu versuchen?
    Fertig, wenn sich etwas geändert hat oder jeder Einwand zurückgezogen ist.
    Text ändern, Dauer kürzen, messen, was befürchtet wird; oder vertagen, weitergeben, fallen lassen.
help-objections-nominee = Wozu: Ein Einwand zeigt, was die Rolle oder die Person noch braucht. Er gehört uns allen.
    Sag: Was macht es sicher genug, um es zu versuchen?
    Fertig, wenn sich etwas geändert hat oder jeder Einwand zurückgezogen ist.
    Amtszeit kürzen, messen, was befürchtet wird, oder jemand anderes vorschlagen: die Vorschläge bleiben.
help-announce = Wozu: Alle wissen, dass es jetzt entschieden ist.
    Sag: Niemand hat einen Einwand; wir haben Konsent. Feiert ein wenig.
    Fertig mit Enter. Bis dahin können alle noch berichtigen, was sie sagten.
help-explore = Wozu: Alle werden zu einer Frage gehört, ohne Entscheidung.
    Sag: die Frage, dann jeden Namen.
    Fertig, wenn alle gesprochen oder gepasst haben.
help-accept = Wozu: Niemand gehört zum Kreis ohne das eigene Ja.
    Sag: Der Kreis nimmt dich auf; machst du mit?
    Fertig mit der Antwort; `/later`, wenn sie oder er noch überlegen will.
help-notes = Wozu: Was wichtig bleibt, wird aufgeschrieben.
    Sag: Was wollen wir davon behalten?
    Fertig, wenn nichts fehlt; ein Thema oder eine Aufgabe sagt, was folgt.
help-leftover = Wozu: Kein Punkt bleibt ohne nächsten Schritt.
    Sag: Was wird daraus?
    Fertig, wenn er einen Platz hat: Themenliste, Datum, anderer Kreis, oder fallen gelassen.
help-read-back = Wozu: Alle hören, was im Protokoll stehen wird.
    Sag: Wir haben beschlossen …; übernommen haben …; fehlt etwas?
    Fertig, wenn nichts fehlt.
help-check-out = Wozu: Wir lernen aus der Sitzung: Inhalt, Ablauf, und wie wir beisammen waren.
    Sag: Wie war die Sitzung?
    Fertig, wenn alle gesprochen oder gepasst haben.
help-close = Wozu: Was beschlossen ist, wird aufgeschrieben, bevor wir gehen.
    Sag: Danke; die Sitzung ist geschlossen.
    Fertig mit Enter. Was geschlossen ist, lässt sich nicht zurücknehmen.

prompt-offer = Enter nimmt { $offer }
pick-keys = Tab: eine Liste zur Auswahl
arrange-tab = Tab: eine Liste zum Auswählen und Sortieren
arrange-keys = Die Tagesordnung und was darauf kommen kann. Pfeile bewegen, die Leertaste hakt an, ← → verschieben, Enter übernimmt die Liste, Esc lässt die Tagesordnung, wie sie war.
list-keys = Pfeile bewegen, die Leertaste hakt an, Enter übernimmt die Liste. Oder tippen: Namen mit Kommas · `all but NAME` · `all + NAME (guest)`
error-none-ticked = niemand ist angehakt
refused-keys = Du kannst die Zeile mit einem Pfeil oder Tab korrigieren, neu tippen oder mit Enter leeren.
unsaved-keys = Nichts wurde festgehalten. Enter gibt dieselbe Antwort noch einmal; eine andere Zeile ersetzt sie.
unsaved-line = Nichts wurde festgehalten. Enter gibt dies noch einmal, eine andere Zeile ersetzt es: { $line }
error-several-lines = { $count } Zeilen kamen auf einmal; nichts wurde festgehalten
hint-lines = eine Zeile ist eine Antwort; mehrere Zeilen eines Textes stehen zwischen zwei Zeilen mit `"""`
error-line-too-long = das Terminal kürzt eine Zeile auf { $bytes } Bytes; nichts wurde festgehalten
hint-line-cut = nimm mehrere Zeilen, zwischen zwei Zeilen mit `"""`
edit-keys = Enter nimmt den Text. Alt-Enter oder Strg-O beginnt eine neue Zeile. Geleert bleibt er, wie er war.
edit-lines = Tippe den neuen Text; mehrere Zeilen zwischen zwei Zeilen mit `"""`. Enter allein: er bleibt, wie er war.
edit-prompt = Neuer Text
error-no-editor = weder `config.toml` noch `VISUAL` noch `EDITOR` nennt einen Editor
hint-no-editor = `text` allein ändert den Text hier
error-editor-failed = der Editor `{ $editor }` ist gescheitert
error-editor-file = der Text für den Editor lässt sich nicht schreiben: { $cause }
hint-editor = der Text bleibt, wie er war; `text` allein ändert ihn hier
hint-editor-file = der Text bleibt, wie er war; was dort getippt wurde, steht in { $file }
goes-on = Alles bisher ist aufbewahrt. `rounds meet` macht weiter.
error-cannot-write-output = die Ausgabe lässt sich nicht schreiben: { $cause }
hint-is-written = { $file } ist geschrieben; füge es nicht noch einmal hinzu
error-cannot-read-input = die Eingabe lässt sich nicht lesen: { $cause }
error-answer-line = diese Zeile ist keine Antwort: { $cause }
hint-answer-line = eine Zeile ist ein JSON-Objekt mit `answer` oder `text`, vielleicht mit `to`: `{"{"}"to": 4, "answer": "ok"{"}"}`
error-answer-large = diese Zeile ist länger als { $megabytes } MB
error-answer-late = diese Zeile antwortet auf Frage { $to }, offen ist aber eine andere
hint-answer-late = antworte auf Frage { $number }
error-answer-number = diese Zeile sagt nicht, auf welche Frage sie antwortet
hint-answer-number = Konsent wird nie im Voraus getippt: wiederhole die Nummer der Frage, `"to": { $number }`
error-program-fault = ein Fehler in `rounds` selbst, bei { $place }
hint-fault = was geantwortet wurde, ist aufbewahrt; `rounds meet` macht weiter

## Minutes and records

error-missing-front-matter = eine Aufzeichnung beginnt mit Schlüsseln zwischen zwei Zeilen `+++`
hint-front = beginn sie mit `+++`, dann Zeilen wie `title = "Ruhezeiten"`, dann `+++`, dann der Text
error-review-before-date = `{ $key }` liegt vor `date`: { $review } vor dem { $date }
error-how-long-contradicts = `{ $key }` widerspricht dem, wie lange die Vereinbarung gilt
hint-how-long = schreib genau eins von `term = …`, `until = …`, `lasts = …`, `expires = …` und `once = true`; `review = …` gehört zu den ersten beiden, und `expires = …` zu `lasts = …`
error-role-how-long = eine Rolle hat eine Amtszeit, kein `{ $key }`
hint-role-validity = schreib sie wie `term = "1 year"`

record-why = Warum { $who }: { $reason }
record-appointed = Durch den Beschluss „{ $title }“.
minutes-title = { $circle }, Protokoll vom { $date }
minutes-running = Die Sitzung läuft gerade; dieses Protokoll ist noch nicht endgültig.
minutes-paused = Die Sitzung ist unterbrochen; dieses Protokoll ist noch nicht endgültig.
minutes-times = Von { $from } bis { $to } Uhr ({ $lasted }).
minutes-lasted = { $minutes } min
minutes-lasted-of = { $minutes } min, geplant { $planned }
minutes-took = { $minutes } min.
minutes-took-of = { $minutes } min, geplant { $planned }.
minutes-duration = Dauer
minutes-earlier = Frühere Protokolle
minutes-announcements = Mitteilungen
minutes-next-meeting = Nächste Sitzung
minutes-qualifications = Was die Rolle braucht
minutes-read-back = Zusammenfassung
minutes-approved-own = Vor dem Ende genehmigt: Niemand von den Anwesenden hatte einen Einwand gegen dieses Protokoll.
minutes-approved = { $minutes }: niemand hat einen Einwand
minutes-against-minutes = { $minutes }: Einwand
minutes-meets = { $date }
minutes-meets-at = { $date }, { $time } Uhr
minutes-meets-zone = { $date }, { $time } Uhr ({ $zone })
minutes-finds-date = { $who } sucht einen Termin.
minutes-meets-open = Noch offen.
minutes-times-so-far = Von { $from }, bisher bis { $to } Uhr.
minutes-next-day = { $time } am { $date }
show-which = „{ $typed }“ passt auf { $count } Einträge. Pfeile bewegen, Enter zeigt einen, Esc bricht ab.
show-in-writing = Schriftlich
show-written = Schriftlich
minutes-present = Anwesend
minutes-guests = Zu Gast
minutes-absent = Abwesend
minutes-facilitator = Moderation
minutes-secretary = Schriftführung
minutes-from = ab { $from }
minutes-until = bis { $to }
minutes-from-until = { $from } bis { $to }

minutes-decisions = Vereinbarungen
minutes-term = { $way ->
    [term] Gilt { $term }, Überprüfung am { $day }
    [until] Gilt bis zur Überprüfung am { $day }
    [lasts] Gilt { $term }, endet von selbst nach dem { $day }
    [expires] Gilt, endet von selbst nach dem { $day }
   *[once] Einmalig, dann erledigt
}
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
minutes-consented = Konsent gegeben: { $asked }. Gehört und nicht gefragt: { $heard }.
minutes-consented-only = Konsent gegeben: { $asked }.
show-heard = Gehört und nicht gefragt: { $heard }.
minutes-about = Betrifft (nicht nach Konsent gefragt)
minutes-about-heard = Betrifft (gehört, nicht nach Konsent gefragt)
minutes-objections = Einwände
minutes-version = Fassung { $version }
minutes-integrated = Integriert; geändert: { $parts }
minutes-integrated-together = Zu Fassung { $version }, integriert; geändert: { $parts }
minutes-part-text = Text
minutes-part-term = Dauer
minutes-part-measure = was gemessen wird
minutes-part-responsible = wer sich kümmert
minutes-withdrawn = Zurückgezogen
minutes-withdrawn-because = Zurückgezogen: { $reason }
minutes-concern-then = damals zu Fassung { $version }
minutes-concerns = Bedenken
minutes-asides = Standen beiseite
decision-of = ein Beschluss vom { $date }
decision-named = { $title } ({ $date })
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
minutes-dropped-because = Im Konsent fallen gelassen ({ $reason }).
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

minutes-elections = Wahlen
minutes-awaited = Niemand hier hat einen Einwand; { $names } { $count ->
    [one] wird
   *[other] werden
  } schriftlich gefragt.
minutes-selected = Gewählt, wie oben steht.
minutes-elected = Vom { $since } bis { $until } ({ $term })
minutes-elected-until = Vom { $since } bis { $until }
minutes-why = Warum: { $reason }
minutes-unaccepted = { $who } hat noch nicht angenommen
minutes-accepted-since = { $who } hat angenommen
minutes-accepted = { $who } hat angenommen: { $role }
minutes-joined = { $who } hat zugesagt und gehört nun zum Kreis.
minutes-joins-not = { $who } kommt nicht in den Kreis.
minutes-declined = { $who } nimmt { $role } nicht an.
minutes-effects = Das ändert den Kreis
minutes-members = Mitglieder
show-appointed = Durch einen Beschluss besetzt, ohne Nennungen.
minutes-put-forward = Vorgeschlagen: { $who }, denn: { $reason }
minutes-nominations = Vorschläge
minutes-changes = In der Änderungsrunde
minutes-named = { $who }: { $names } ({ $reason })
minutes-named-term = { $who }: { $names }, für { $term } ({ $reason })
minutes-named-until = { $who }: { $names }, bis { $until } ({ $reason })
minutes-part-nominee = wer vorgeschlagen ist
minutes-part-effects = wie es den Kreis ändert

minutes-check-in = Eingangsrunde
minutes-check-out = Schlussrunde
minutes-actions = Aufgaben
minutes-action = { $who }: { $what }
minutes-action-done = Erledigt: { $action }
minutes-action-moved = Neues Datum: { $action }
minutes-action-given = Von { $from } an { $action }
minutes-action-released = Entfallen: { $action }
minutes-action-by = { $who }, bis { $date }: { $what }
minutes-topics = Themen für später

## Commands

error-unknown-language = für `{ $lang }` gibt es keine Worte
hint-language = es gibt { $known }
note-left-with-decision = { $who } gehört nicht mehr zum Kreis und ist noch zuständig für { $title }
note-left-with-action = { $who } gehört nicht mehr zum Kreis und hat noch die Aufgabe: { $title }
hint-left = beschließt, wer jetzt zuständig ist; eine Aufgabe bekommt jemand mit `/give`
note-zone-unknown = die Zeitzone `{ $zone }` ist hier nicht bekannt
hint-zone-unknown = schreib einen Namen aus der Zeitzonen-Datenbank der IANA, etwa `Europe/Berlin`
note-language-missing = für `{ $lang }` gibt es keine Worte; es wird Englisch benutzt
hint-language-missing = schreib in `language` eins von { $known }
error-no-terminal = hier ist kein Terminal, an dem jemand antwortet
hint-no-terminal = `rounds meet --script DATEI` nimmt die Antworten aus einer Datei
hint-new = `rounds meet --new` eröffnet eine andere Sitzung und lässt diese, wie sie ist
torn-aside = Die letzte Zeile hat ein Absturz zerrissen. Sie liegt jetzt in { $file }.
ask-which-paused = Mehr als eine Sitzung ist unterbrochen. Welche geht weiter?
typed-which-paused = ihre Nummer · `new`: stehen lassen und eine neue eröffnen
meeting-paused = Die Sitzung { $id } ist unterbrochen: { $step }.
ask-paused = Die Sitzung vom { $date } ist unterbrochen. Was wird aus ihr?
typed-paused = `go on`: weiter · `close`: so schließen, wie sie steht · `new`: stehen lassen und eine neue eröffnen
changed-joined = Neu im Kreis seither: { $names }.
changed-gone = Nicht mehr im Kreis: { $names }.
changed-roles = Die Rollen des Kreises haben sich geändert. Diese Sitzung behält die, mit denen sie begann.
changed-rules = Die Regeln des Kreises haben sich geändert. Diese Sitzung behält die, mit denen sie begann.
is-recorded = Diese Sitzung ist schon aufgezeichnet: { $id }
error-meeting-differs = die Sitzung vom { $date } ist in { $file } aufgezeichnet, und ab hier steht dort anderes
hint-meeting-differs = `--continue` fügt einer unterbrochenen Sitzung Zeilen an, `--new` zeichnet eine weitere auf; zum Berichtigen lösche { $file } und was daraus entstand
nothing-kept = Davon wird nichts behalten.
error-after-pause = nach der Pause folgt noch etwas
hint-after-pause = `/pause` ist die letzte Zeile eines Skripts; mit `--continue` geht ein anderes weiter
error-one-script = eine Sitzung ist unterbrochen, und ein Skript setzt sie fort
hint-one-script = lass `--continue` weg, oder nenn ein Skript
error-several-paused = mehr als eine Sitzung ist unterbrochen
error-not-paused = die Sitzung `{ $id }` ist nicht unterbrochen
hint-paused = nenn eine: { $options }
error-none-paused = keine Sitzung ist unterbrochen
hint-none-paused = ohne `--continue` wird eine neue eröffnet
error-no-meeting = am `{ $date }` gab es keine Sitzung
error-no-meetings = es gab noch keine Sitzung
hint-no-meetings = `rounds meet` eröffnet die erste
hint-meetings = es gab { $days }
note-meeting-running = hier läuft gerade eine Sitzung; was sie noch nicht fertig geschrieben hat, bleibt außen vor
hint-is-running = prüfe noch einmal, wenn sie geschlossen ist
error-unfiled = die Sitzung ist geschlossen, aber nicht alles ist geschrieben
hint-unfiled = `rounds meet` schreibt, was fehlt
error-never-closed = die Sitzung wurde nie geschlossen, und eine spätere hat stattgefunden
hint-never-closed = `rounds meet` setzt die letzte fort, die nicht geschlossen ist, oder schließt sie
error-journal-name = die Sitzung wurde am { $day } eröffnet, und die Datei heißt `{ $name }`
hint-journal-name = benenne sie um in `{ $day }.toml`, ihr Protokoll in `{ $day }.md`, und schreib `{ $day }` unter `meeting` in ihre Aufzeichnungen
nothing-found = Alles in Ordnung.
problems-found = { $count ->
    [one] 1 Problem
   *[other] { $count } Probleme
}
error-id-not-file-name = die Kennung `{ $id }` ist nicht der Name der Datei, `{ $name }`
hint-id-name = die Kennung ist der Name der Datei ohne `.md`: berichtige sie, oder benenne die Datei um
error-replaced-missing = `{ $key }` nennt `{ $id }`, und das gibt es hier nicht
hint-gone-missing = dort steht der Name einer anderen Datei dieses Ordners, ohne `.md`
error-replaced-twice = `{ $id }` wurde schon von { $file } ersetzt oder beendet
hint-gone-twice = das kann nur eine: nimm es in einer von beiden aus `{ $key }`
error-replaced-by-itself = `{ $key }` nennt `{ $id }`, und das führt hierher zurück
hint-gone-ring = das Frühere ersetzt nicht das Spätere: nimm es aus `{ $key }`
error-other-circle = das gehört zum Kreis `{ $circle }`, und der Ordner ist der von `{ $own }`
hint-other-circle = leg die Datei in den Ordner jenes Kreises, oder berichtige `circle`
error-elected-twice = die Rolle `{ $role }` wurde am selben Tag auch in { $file } besetzt
hint-elected-twice = nenne die frühere Wahl in `replaces` der späteren
error-title-twice = `{ $title }` ist auch der Titel von { $file }
hint-title-twice = leg beide in einer Datei zusammen, oder gib einer einen anderen Titel
error-file-name-case = der Name unterscheidet sich von { $file } nur in Groß- und Kleinschreibung
hint-name-case = benenne eine um: auf anderen Systemen sind sie eine Datei
error-copy-same = ist eine Kopie von { $file }, die gleiche
hint-copy-same = sie wird nicht gelesen: lösch sie
error-copy-differs = ist eine Kopie von { $file }, und anders
hint-copy-differs = sie wird nicht gelesen: vergleich die beiden, behalt in der anderen, was stimmt, dann lösch diese
note-names-alike = `{ $name }` sieht aus wie `{ $other }`
hint-names-alike = wer das liest, kann die beiden verwechseln: setz einen zweiten Namen oder einen Buchstaben dazu
note-name-mixes-scripts = `{ $word }` im Namen `{ $name }` hat Buchstaben aus mehreren Schriften
hint-names-mixed = schreib den Namen noch einmal in einer Schrift, wenn das nicht so gemeint ist
error-stray-file = so eine Datei gehört nicht hierher
hint-stray-record = was in diesem Ordner liegt, endet auf `.md`: benenne sie um, oder leg sie woanders hin
hint-stray-taken = was in diesem Ordner liegt, endet auf `.md`, und eine Datei dieses Namens gibt es: leg diese woanders hin
hint-stray-minutes = ein Protokoll liegt neben einem Journal gleichen Namens, das auf `.toml` endet: leg es woanders hin
error-record-slip = hat einen Fehler und ist vielleicht die Datei, die diese Sitzung ändert
hint-record-slip = `rounds check` nennt den Fehler; behebe ihn, dann schreibt `rounds meet` den Rest
error-record-in-the-way = diese Datei ist mit anderem Inhalt da und bleibt, wie sie ist
note-offset-taken = `{ $typed }` hat keine Zeitzone und gilt als { $at }
note-topic-stays = ist entschieden und bleibt bei den Themen für später: einige seiner Worte stehen in keinem Journal
hint-topic-stays = bewahre woanders auf, was davon noch gebraucht wird, und lösche dann die Datei
hint-record-there = leg sie woanders hin, dann schreibt `rounds meet` die Aufzeichnung
end-files = { $count ->
    [one] 1 Datei geschrieben in { $folder }
   *[other] { $count } Dateien geschrieben in { $folder }
}
end-files-keys = `?` zählt sie auf · Enter beendet
label-written = geschrieben
label-removed = entfernt
label-next = als Nächstes
error-role-differs = die Rolle `{ $role }` ist nicht so, wie sie in `{ $id }` gewählt wurde
note-founded-gone = kein Kreis direkt darunter heißt `{ $circle }`; { $id } hat ihn gegründet
hint-founded-gone = vielleicht heißt er jetzt anders oder steht woanders; nach einem Konflikt schreib sein circle.toml wieder hin
error-role-elected-late = die Rolle `{ $role }` wurde in `{ $id }` besetzt, nachdem sie am { $date } geendet hatte
hint-role-elected-late = ein Beschluss `role { $role }` holt sie zurück, dann `rounds apply`; mit `rounds log add --effect "end role { $role }"` bleibt sie beendet
error-unapplied = hier nicht geschehen: `{ $effect }`, beschlossen in { $id }
hint-unapplied = `rounds apply` schreibt es; was seither geändert wurde, hält `rounds log add --effect` fest
error-role-changed = die Rolle `{ $role }` wurde inzwischen geändert und bleibt, wie sie ist
hint-role-changed = die Wahl sagt `holder = "{ $holder }"`, `since = { $since }`, `until = { $until }`
error-circle-changed = nicht geändert: `{ $effect }` ist beschlossen, und hier wurde seit der Sitzung etwas geändert
hint-circle-changed = ändere es hier, wenn es noch gilt
send-to = { $circle } liegt nicht in diesem Ordner. Schickt ihnen das:
tell-wider = Sagt es dem größeren Kreis, wenn es einen gibt: { $who } verbindet { $circle } jetzt mit ihm ({ $role }). Dort genügt `join { $who } from { $circle }`.
next-unaccepted = fragen, ob { $who } die Rolle { $role } annimmt
next-newcomer = die Zusage von { $who } fehlt noch
next-term = die Amtszeit von { $role } endet am { $until }
next-meeting = wir treffen uns wieder am { $date }
next-meeting-at = wir treffen uns wieder am { $date }, { $time } Uhr
next-postponed = { $title } kommt am { $date } wieder dran
next-review = { $way ->
    [term] { $title } kommt am { $day } zur Überprüfung
    [until] { $title } kommt am { $day } zur Überprüfung
    [lasts] { $title } endet von selbst nach dem { $day }
    [expires] { $title } endet von selbst nach dem { $day }
   *[once] { $title } ist einmalig
}
is-paused = Die Sitzung liegt in { $file }. `rounds meet` macht mit ihr weiter.
members-count = { $count } Mitglieder
here-unfiled = Eine Sitzung ist geschlossen, aber nicht alles ist geschrieben: { $file }
here-running = In einem anderen Fenster läuft gerade eine Sitzung: { $step }.
here-one-running = Eine von { $count } Sitzungen läuft gerade in einem anderen Fenster.
here-paused = Die Sitzung vom { $date } ist unterbrochen: { $step }.
here-first = Noch keine Sitzung.
here-met = { $count ->
    [one] Bisher eine Sitzung.
   *[other] Bisher { $count } Sitzungen.
}
next-meet = beginnt eine Sitzung
next-go-on = macht mit ihr weiter
here-next = Die nächste Sitzung ist am { $date }.
here-next-at = Die nächste Sitzung ist am { $date }, { $time } Uhr.
next-answer = beantwortet einen schriftlichen Beschluss, für jemand, auf den er wartet
next-settle = schreibt die Beschlüsse, zu denen alle Konsent gegeben haben
next-agenda = zeigt die Tagesordnung der nächsten Sitzung, zum Verschicken
next-backlog = zeigt die Themen für später; `add TITEL` fügt eins hinzu
next-minutes = zeigt das letzte Protokoll
next-check = findet, was in den Dateien nicht stimmt
next-rehearse = eine Probesitzung, nichts bleibt
error-circle-exists = hier gibt es schon einen Kreis
hint-circle-there = ändere ihn von Hand; `rounds check` sagt, was nicht stimmt
error-new-given-up = nichts wurde geschrieben
first-heading = Hier ist kein Kreis, in { $folder }
first-try = eine Sitzung mit einem Beispielkreis proben; nichts wird behalten
first-begin = in diesem Ordner einen Kreis beginnen
first-open = meinen Kreis öffnen, der in einem anderen Ordner liegt
first-label = Auswahl
ask-first = Was möchtest du tun? Strg-D beendet.
hint-first = tippe `1`, `2` oder `3`
why-first =
    Ein Kreis ist ein Ordner mit einer Datei `circle.toml`. Wenn du noch keinen hast, zeigt eine
    Probesitzung in ein paar Minuten, wie eine Sitzung geht.
first-folder = Ordner
ask-first-folder = Wo liegt dein Kreis?
why-first-folder = Tippe den Ordner, in dem seine `circle.toml` liegt, etwa `~/garten`.
new-zone = Zeitzone
ask-new-zone = In welcher Zeitzone trefft ihr euch? Enter: { $zone } · ein anderer Name · `-` für keine
why-new-zone = Damit zeigen Kalender das nächste Treffen zur richtigen Zeit, wo immer sie gelesen werden.
new-default = Vorgabe
ask-default = Diesen Kreis aus jedem Ordner öffnen, in dem keiner ist? Enter: ja · `nein`
hint-default = Enter für ja, oder tippe `nein`
why-default =
    Dann findet `rounds meet` ihn, wo immer du bist, außer im Ordner eines anderen Kreises. Das steht in
    deinen eigenen Einstellungen, nicht in den Dateien des Kreises.
answer-no = nein
new-folder = Er liegt in { $folder }. `?` erklärt eine Frage.
why-new-name = Der Name, mit dem ihr ihn nennt. Er steht über Protokollen und Beschlüssen.
why-new-aim = Was der Kreis bewirken will: daran wird jeder Vorschlag gemessen. Ihr könnt es später ändern.
why-new-domain = Worüber der Kreis entscheidet, ohne sonst jemanden zu fragen.
why-new-members = Alle, die Beschlüssen zustimmen. Runden gehen in dieser Reihenfolge. Wer später dazukommt, wird in der Datei ergänzt.
new-heading = Ein neuer Kreis
new-name = Name
ask-new-name = Wie heißt der Kreis?
new-aim = Ziel
ask-new-aim = Wozu ist er da, in einem Satz?
new-domain = Domäne
ask-new-domain = Worüber entscheidet er? Enter lässt es offen.
new-members = Mitglieder
ask-new-members = Wer gehört dazu? Namen mit Kommas, in der Reihenfolge der Plätze.
hint-new-members = tippe mindestens zwei Namen mit einem Komma dazwischen
role-facilitator = Moderation
role-secretary = Schriftführung
role-leader = Kreisleitung
sheet-founded = Gegründet von { $circle } am { $date }.
role-delegate = Delegation
ask-new-facilitator = Wer moderiert? Enter lässt es offen.
ask-new-secretary = Wer schreibt auf? Enter lässt es offen.
ask-new-leader = Wer leitet ihn, als Verbindung vom größeren Kreis? Enter lässt es offen.
ask-new-delegate = Wer ist in den größeren Kreis delegiert? Enter lässt es offen.
error-leader-delegate = Kreisleitung und Delegation sind nie in einer Hand, hier { $who }
hint-leader-delegate = zwei Menschen verbinden zwei Kreise
new-written = { $file } ist geschrieben. Die Datei gehört jetzt euch: ändert sie, wie ihr wollt.
new-next = Als Nächstes: `{ $command }`
log-heading = Logbuch
log-count = { $count ->
    [one] 1 Aufzeichnung
   *[other] { $count } Aufzeichnungen
}
log-found = { $count ->
    [one] 1 gefunden
   *[other] { $count } gefunden
}
log-review = { $way ->
    [term] Überprüfung { $day }
    [until] Überprüfung { $day }
    [lasts] endet { $day }
    [expires] endet { $day }
   *[once] einmalig
}
log-until = bis { $date }
log-under-review = fällig seit { $date }
log-expired = galt bis { $date }
log-once = einmalig
log-term-over = abgelaufen { $date }
log-unaccepted = noch nicht angenommen
log-ahead = ab { $date }
log-replaced = ersetzt { $date }
log-ended = beendet { $date }
log-empty = Keine solche Vereinbarung und keine solche Wahl ist aufgezeichnet.
log-nothing = Für `{ $words }` wurde nichts gefunden.
log-near = Ähnliche Wörter: { $words }
log-unread = { $count ->
    [one] 1 Aufzeichnung ist nicht lesbar; was ihr fehlt, steht darunter.
   *[other] { $count } Aufzeichnungen sind nicht lesbar; was ihnen fehlt, steht darunter.
}
show-unread = { $count ->
    [one] 1 Aufzeichnung ist nicht lesbar und gehört vielleicht dazu. `rounds check` sagt, warum.
   *[other] { $count } Aufzeichnungen sind nicht lesbar und gehören vielleicht dazu. `rounds check` sagt, warum.
}
status-in-force = { $way ->
    [term] gilt, Überprüfung am { $day }
    [until] gilt, Überprüfung am { $day }
    [lasts] gilt, endet von selbst nach dem { $day }
    [expires] gilt, endet von selbst nach dem { $day }
   *[once] einmalig, erledigt
}
status-elected = im Amt bis { $date }
status-under-review = Überprüfung fällig seit { $date }
status-expired = galt bis { $date }
status-once = einmalig, erledigt
status-term-over = Amtszeit vorbei seit { $date }
status-unaccepted = noch nicht angenommen, bis { $date }
status-ahead = beginnt am { $since }, bis { $date }
status-replaced = ersetzt durch { $by }
status-ended = beendet durch { $by }
show-earlier = Aus der Zeit vor den Aufzeichnungen
show-version = Fassung { $version }
show-before = Davor
show-after = Danach
show-minutes = Protokoll
show-file = Datei
show-differs = { $journal } ergibt etwas anderes: siehe `rounds replay`.
next-log = zeigt Vereinbarungen und Wahlen; `log WÖRTER` sucht darin
error-no-record = keine Aufzeichnung heißt `{ $typed }`
hint-no-record = `rounds log --all` zeigt alle
error-several-records = `{ $typed }` passt auf mehrere Aufzeichnungen
hint-several-records = tippe mehr von { $ids }
error-add-missing = `rounds log add` braucht `--{ $option }`
hint-add-missing = schreib es in die Zeile, oder gib den Befehl an einem Terminal ein, das danach fragt
add-label = { $option ->
    [title] Titel
    [date] Datum
    [review] Überprüfung
    [text] Text
    [elected] gewählt
    [until] bis
   *[other] { $option }
}
ask-add-title = Wie heißt die Vereinbarung?
ask-add-date = An welchem Tag war das? Wie 2024-05-03.
ask-add-review = Wann wird sie überprüft? Wie 2027-05-03 oder 1 year.
ask-add-text = Was wurde vereinbart? Enter lässt es offen.
ask-add-elected = Wer wurde gewählt?
ask-add-until = Wann endet die Amtszeit? Wie 2027-05-03 oder 1 year.
error-invalid-synonym = `{ $word }` ist nicht ein Wort
hint-synonym = schreib jedes Synonym als ein Wort, nur Buchstaben und Ziffern
due-heading = Fällig
due-count = { $count ->
    [one] 1 Sache bis { $date }
   *[other] { $count } Sachen bis { $date }
}
due-for = Fällig für { $who }
due-none-for = Bis { $date } wartet nichts auf { $who }.
due-none = Bis { $date } ist nichts fällig.
due-no-date = ohne Datum
due-review = Überprüfung
due-expires = letzter Tag
due-term = Amtszeit endet
due-vacant = unbesetzt
due-awaited = wartet auf Antworten
due-overdue = wartet über den Tag hinaus
due-objected = Einwand, schriftlich
due-agreed = kann abgeschlossen werden
due-refused = kann nicht beschlossen werden
due-left = nicht mehr da
due-action = Aufgabe
due-postponed = vertagt
due-unaccepted = nicht angenommen
due-newcomer = Zusage fehlt
due-paused = unterbrochene Sitzung
due-unfiled = nicht alles geschrieben
here-due = { $count ->
    [one] 1 Sache ist fällig.
   *[other] { $count } Sachen sind fällig.
}
next-due = zeigt, was fällig ist
roles-heading = Rollen
roles-count = { $count ->
    [one] 1 Rolle
   *[other] { $count } Rollen
}
roles-none = Der Kreis hat keine Rollen.
roles-nobody = niemand
roles-outside = { $who }, von außen
roles-since = seit { $date }
roles-until = bis { $date }
roles-span = { $since } – { $until }
roles-since-until = seit { $since }, bis { $until }
roles-left = noch { $span }
roles-today = endet heute
roles-over = zu Ende, { $span } her
roles-nominee = { $role }: { $who }, gewählt am { $date }, hat noch nicht angenommen.
roles-next = { $role }: danach { $who }, vom { $since } bis { $until }.
news-title = Neues vom { $since } bis { $until }
news-none = Nichts ist neu.
news-heading-decided = Vereinbart
news-heading-elected = Gewählt
news-heading-joined = Neu dabei
news-heading-left = Nicht mehr dabei
news-decided = { $title } ({ $date })
news-elected = { $role }: { $who }, vom { $since } bis { $until }
news-unaccepted = { $role }: { $who }, gewählt am { $date }, hat noch nicht angenommen
news-who = { $who } ({ $date })
overview-heading = Übersicht
overview-count = { $open ->
    [0] nichts offen in { $count ->
        [one] 1 Kreis
       *[other] { $count } Kreisen
    }
   *[other] etwas offen in { $open } von { $count }
}
overview-nothing = nichts offen
overview-all = Zusammen
overview-all-members = { $count ->
    [one] 1 Kreis mit mehr als { $most } Mitgliedern
   *[other] { $count } Kreise mit mehr als { $most } Mitgliedern
}
overview-all-no-meeting = { $count ->
    [one] 1 Kreis ohne nächste Sitzung
   *[other] { $count } Kreise ohne nächste Sitzung
}
overview-no-meeting = keine nächste Sitzung
overview-vacant = { $count ->
    [one] 1 Rolle unbesetzt
   *[other] { $count } Rollen unbesetzt
}
overview-term-over = { $count ->
    [one] 1 Amtszeit abgelaufen
   *[other] { $count } Amtszeiten abgelaufen
}
overview-links = { $count ->
    [one] 1 Verbindung stimmt nicht
   *[other] { $count } Verbindungen stimmen nicht
}
overview-reviews = { $count ->
    [one] 1 Überprüfung überfällig
   *[other] { $count } Überprüfungen überfällig
}
overview-actions = { $count ->
    [one] 1 Aufgabe überfällig
   *[other] { $count } Aufgaben überfällig
}
overview-minutes = { $count ->
    [one] Protokoll von 1 Sitzung nicht genehmigt
   *[other] Protokolle von { $count } Sitzungen nicht genehmigt
}
overview-unfinished = { $count ->
    [one] 1 Sitzung nicht fertig
   *[other] { $count } Sitzungen nicht fertig
}
overview-awaited = { $count ->
    [one] 1 Beschluss wartet auf Antworten
   *[other] { $count } Beschlüsse warten auf Antworten
}
overview-overdue = { $count ->
    [one] 1 Beschluss wartet über seinen Tag hinaus
   *[other] { $count } Beschlüsse warten über ihren Tag hinaus
}
overview-objected = { $count ->
    [one] 1 Beschluss mit Einwand, schriftlich
   *[other] { $count } Beschlüsse mit Einwand, schriftlich
}
overview-agreed = { $count ->
    [one] 1 Beschluss kann abgeschlossen werden
   *[other] { $count } Beschlüsse können abgeschlossen werden
}
overview-refused = { $count ->
    [one] 1 Beschluss kann nicht gefasst werden
   *[other] { $count } Beschlüsse können nicht gefasst werden
}
people-heading = Menschen
people-count = { $count ->
    [one] 1 Mensch
   *[other] { $count } Menschen
}, { $circles ->
    [one] 1 Kreis
   *[other] { $circles } Kreise
}
people-nowhere = In keinem Kreis
people-nowhere-count = { $count ->
    [one] 1 Mensch
   *[other] { $count } Menschen
}
error-listed-left = `{ $name }` war laut people.toml nur bis { $date } dabei und steht hier noch
hint-listed-left = `leave` in einem Beschluss gibt hier einen letzten Tag, oder ändere dort `left`
error-unlisted-person = `{ $name }` steht nicht in people.toml
hint-unlisted = dort eintragen, oder einen weiteren Namen unter `also`
hint-people = darin stehen alle: je `[[person]]` und `name = "Ana"`
people-outside = von außen
people-leaves = bis { $date }
people-links = verbindet { $circle }
people-role = { $role } bis { $until }
people-role-ahead = { $role } ab { $since }
people-decisions = Kümmert sich um
people-actions = Hat übernommen
people-due = Ist fällig
circles-heading = Kreise
circles-count = { $count ->
    [one] 1 Kreis
   *[other] { $count } Kreise
}
circles-in = in { $wider }
circle-ended = geendet am { $day }
circles-leader = Leitung { $who }
circles-delegate = delegiert { $who }
circles-unread = nicht lesbar
circles-failed = { $count ->
    [one] 1 Kreis ist nicht lesbar.
   *[other] { $count } Kreise sind nicht lesbar.
}
link-leader = Kreisleitung
link-delegate = Delegation
error-link-vacant = keine { $role } verbindet diesen Kreis mit `{ $wider }`
hint-link-vacant = Kreisleitung und Delegation sind zwei Menschen, die beiden Kreisen angehören
error-link-left-over = { $who } ist in `{ $wider }` Mitglied für diesen Kreis, und weder Kreisleitung noch Delegierte:r
hint-link-over = `leave { $who }` in einem Beschluss von `{ $wider }` beendet das; ohne `from` dort bleibt { $who } Mitglied
role-without-kind = Eine neue Rolle namens { $role } verbindet keine Kreise. Dafür beschließt zuerst `role { $role } ({ $kind }): ZWECK`; `/postpone` verlässt diesen Punkt.
hint-link-kind = keine Rolle hat `kind = "{ $kind }"`: schreib es in `circle.toml` unter die Rolle, oder beschließt `role NAME ({ $kind }): ZWECK`
error-link-no-member = die { $role } `{ $who }` gehört nicht zu `{ $wider }`
hint-link-member = Kreisleitung und Delegation gehören auch zum größeren Kreis
error-symlink-to-circle = dieser Link führt zu einem Kreis, und ihm wird nicht gefolgt
hint-circle-link = der Ordner eines Kreises liegt in dem des größeren Kreises
export-title = { $circle }, was vereinbart ist, Stand { $date }
export-empty = Noch ist nichts festgehalten.
export-under-review = Der Tag der Überprüfung ist gekommen; bis dahin gilt es weiter.
export-term-over = Die Amtszeit ist vorbei, und seither wurde niemand gewählt.
export-decided = Beschlossen am { $date } ({ $id })
calendar-review = { $way ->
    [term] Überprüfung: { $title }
    [until] Überprüfung: { $title }
    [lasts] Letzter Tag: { $title }
    [expires] Letzter Tag: { $title }
   *[once] { $title }
}
calendar-term = Ende der Amtszeit: { $role } ({ $who })
calendar-term-nobody = Ende der Amtszeit: { $role }
calendar-meeting = { $circle }: Sitzung
calendar-action = { $who }: { $text }
calendar-topic = Vertagt: { $title }

## Agenda and backlog

agenda-title = { $circle }, Tagesordnung für den { $date }
agenda-title-open = { $circle }, Tagesordnung der nächsten Sitzung
agenda-from = Ab { $time } Uhr.
agenda-from-zone = Ab { $time } Uhr ({ $zone }).
agenda-until = Mit dem, was bis { $date } fällig ist.
agenda-by = eingebracht von { $who }
agenda-draft = Der Entwurf bisher:
agenda-in-force = Die Vereinbarung, wie sie gilt:
agenda-term = { $way ->
    [term] Gilt { $term }
    [until] Gilt bis zur Überprüfung am { $day }
    [lasts] Gilt { $term }, endet dann von selbst
    [expires] Gilt, endet von selbst nach dem { $day }
   *[once] Einmalig, dann erledigt
}
agenda-concerns = Bedenken von damals
agenda-held = In der Rolle: { $who }
agenda-held-until = In der Rolle: { $who }, bis { $until }
agenda-held-by-nobody = In der Rolle: niemand
agenda-role-term = Amtszeit: { $term }
agenda-role-begins = Ab { $date }
agenda-newcomers = Aufgenommen, ihr Ja fehlt noch
agenda-unaccepted = Noch zu fragen, ob sie ihre Wahl annehmen
agenda-minutes = Frühere Protokolle, noch nicht genehmigt
agenda-actions = Offene Aufgaben
agenda-overdue = Überfällig: { $action }
agenda-empty = Kein Punkt wartet auf diese Sitzung.
backlog-topics = { $count ->
    [one] 1 Thema
   *[other] { $count } Themen
}
backlog-since = seit { $date }
backlog-empty = Kein Thema wartet in der Themenliste.
backlog-heading = Themenliste
error-added-already = enthält dasselbe schon, und es kommt nichts dazu
hint-added-already = `rounds show { $id }` zeigt es
error-topic-exists = `{ $title }` steht schon in der Themenliste
hint-topic-there = ergänze diese Datei, oder nimm einen anderen Titel
hint-add-title = schreib ihn hinter `rounds backlog add`
hint-add-minutes = schreib es wie `--minutes 20`

## Replay

label-note = Anmerkung
label-fine = gut
replay-counts = { $meetings ->
    [one] 1 Sitzung
   *[other] { $meetings } Sitzungen
}, { $facts ->
    [one] 1 Eintrag
   *[other] { $facts } Einträge
}, { $findings ->
    [one] 1 Befund
   *[other] { $findings } Befunde
}, { $notes ->
    [one] 1 Anmerkung
   *[other] { $notes } Anmerkungen
}.
error-record-missing = diese Aufzeichnung von { $journal } ist nicht da
hint-record-missing = `rounds replay --write` schreibt sie
error-record-differs = diese Aufzeichnung ist nicht, was { $journal } ergibt
hint-record-differs = `rounds replay` zeigt den Unterschied
error-record-unfounded = { $journal } ergibt diese Aufzeichnung nicht
error-record-no-journal = die Sitzung dieser Aufzeichnung hat kein Journal: { $journal } ist nicht da
error-acceptance-unfounded = laut dieser Aufzeichnung hat { $who } angenommen, laut keinem Journal
error-replaces-unnamed = `{ $title }` ersetzt `{ $id }`, das anders heißt und dafür nicht genannt wurde
hint-replaces-unnamed = im Entwurf nennt `replaces` einen Beschluss; ungefragt ersetzt wird nur einer mit demselben Titel
note-digest-differs = dieses Journal wurde geändert, nachdem seine Prüfsumme geschrieben war, in { $places }
hint-chain-changed = sein Verlauf, etwa `git log`, zeigt, was; wenn die Änderung gewollt ist, lasst das Protokoll von { $meeting } in der nächsten Sitzung noch einmal genehmigen
note-journals-gone = hier steht die Prüfsumme der Sitzung { $meeting }, und ihr Journal ist nicht da
hint-chain-gone = nimm es aus einer Kopie, oder gib ihm seinen Namen zurück
note-record-filed-otherwise = die Prüfsumme von { $file } in `filed` ist nicht die dessen, was die Sitzung schrieb
hint-chain-record = das Journal ergibt die Aufzeichnung trotzdem; eine Kopie von früher zeigt, was stimmt
note-minutes-older = dieses Protokoll ist so, wie eine frühere Ausgabe es aus { $journal } geschrieben hat
note-minutes-differ = dieses Protokoll ist nicht Wort für Wort, was { $journal } ergibt
error-acceptance-missing = laut { $journal } ist diese Wahl angenommen, laut dieser Aufzeichnung nicht
hint-record-unaccepted = `rounds replay --write` schreibt `accepted = true` hinein
note-record-written = war nicht da und ist geschrieben
note-acceptance-written = sagt jetzt, dass die Wahl angenommen ist
note-no-folder = dieses Journal liegt in keinem `meetings` eines Kreises, also wird keine Aufzeichnung verglichen
note-in-turn = jeder Eintrag wäre an der Reihe
hint-other-rules = gesagt wurde dort: „{ $told }“; nach diesen Regeln steht die Sitzung bei: { $step }
replay-fact = { $number } · { $time } · { $step }
replay-then = dann: { $step }
typed-replay = Enter: der nächste Eintrag · `q`: Ende
told-opened = Da: { $names }.
told-opened-guests = Da: { $names }; zu Gast: { $guests }.
told-nobody-facilitates = Niemand moderiert.
told-nobody-writes = Niemand schreibt.
told-arrived = { $count ->
    [one] { $who } kommt dazu.
   *[other] { $who } kommen dazu.
}
told-arrived-guest = { $count ->
    [one] { $who } kommt zu Gast dazu.
   *[other] { $who } kommen zu Gast dazu.
}
told-left = { $count ->
    [one] { $who } geht.
   *[other] { $who } gehen.
}
told-spoken = { $who } hat gesprochen; nichts ist notiert.
told-nothing-to-say = { $who } hat nichts zu sagen.
told-passed = { $who } passt.
told-planned = Geplant sind { $minutes } min.
told-planned-open = Wie lange die Sitzung dauert, bleibt offen.
told-approved-own = Niemand hat einen Einwand gegen das Protokoll dieser Sitzung.
told-approved = Niemand hat einen Einwand zum Protokoll von { $meeting }.
told-announced = Mitgeteilt: { $text }
told-scheduled = Die nächste Sitzung: { $date }.
told-scheduled-at = Die nächste Sitzung: { $date }, { $time } Uhr.
told-unscheduled = Der Termin der nächsten Sitzung bleibt offen.
told-listed = Auf die Tagesordnung: { $item }
told-unlisted = Von der Tagesordnung: { $title }
told-moved = { $title } kommt auf der Tagesordnung an Stelle { $place }.
told-no-announcements = Niemand hat mehr mitzuteilen.
told-list-complete = Die Liste ist vollständig.
told-item-done = Der Punkt ist fertig.
told-items-done = Keine Punkte mehr: Die Sitzung kommt zum Schluss.
told-nothing-missing = Nichts fehlt.
told-agreed = Alle werden gefragt, und niemand hat einen Einwand.
told-agreed-version = Alle werden zu Fassung { $version } gefragt, und niemand hat einen Einwand.
told-began = Begonnen: { $item }
told-proposes = { $count ->
    [one] { $who } schlägt vor.
   *[other] { $who } schlagen vor.
}
told-replaces = Es soll { $decision } ersetzen.
told-ends = Es soll { $decision } beenden.
told-about = { $count ->
    [one] Es geht um { $who }: anzuhören, aber nicht nach Konsent gefragt.
   *[other] Es geht um { $who }: anzuhören, aber nicht nach Konsent gefragt.
}
told-worded = Der Text ist jetzt:
told-termed = { $way ->
    [term] Die Dauer ist jetzt { $term }.
    [until] Es gilt bis zur Überprüfung am { $day }.
    [lasts] Es gilt { $term } und endet dann von selbst.
    [expires] Es endet von selbst. Der letzte Tag ist { $day }.
   *[once] Es ist einmalig und dann erledigt.
}
told-assigned = Wer sich kümmert: { $names }.
told-nobody-assigned = Niemand kümmert sich.
told-measured = Gemessen an: { $measures }
told-unmeasured = Nichts wird gemessen.
told-amended = In der Runde geändert. { $what }
told-presented = Fassung { $version } wird dem Kreis vorgelegt:
told-presented-nominee = Fassung { $version } wird dem Kreis vorgelegt: { $who }.
told-term-until = { $way ->
    [term] Für { $term }, bis { $day }.
    [until] Bis zur Überprüfung am { $day }.
    [lasts] Für { $term }, endet von selbst nach dem { $day }.
    [expires] Endet von selbst nach dem { $day }.
   *[once] Einmalig: dann ist es erledigt.
}
told-given = { $way ->
    [until] Bis { $day }.
   *[term] Für { $term }, bis { $day }.
}
told-given-since = { $way ->
    [until] Vom { $since } bis { $day }.
   *[term] Für { $term }, vom { $since } bis { $day }.
}
told-raised = Eine Frage an alle: { $text }
told-asks = { $who } fragt: { $text }
told-no-question = { $who } hat keine Frage.
told-answers = { $who } antwortet: { $text }
told-answer = Die Antwort: { $text }
told-unanswered = Die Frage bleibt offen.
told-consents = { $who } hat keinen Einwand zu Fassung { $version }.
told-concern = { $who } hat keinen Einwand zu Fassung { $version }, und ein Bedenken: { $concern }
told-concerned = Ein Bedenken zu Fassung { $version }: { $text }
told-concerned-by = { $who } hat ein Bedenken zu Fassung { $version }: { $text }
told-aside = { $who } steht bei Fassung { $version } beiseite: { $reason }
told-objects = { $who } hat einen Einwand zu Fassung { $version }: { $reason }
told-objects-call = { $who } hat einen Einwand: { $reason }
told-objects-minutes = { $who } hat einen Einwand zum Protokoll von { $meeting }: { $reason }
told-withdraws = { $who } zieht den Einwand zurück.
told-withdraws-because = { $who } zieht den Einwand zurück: { $reason }
told-sought = { $role } soll besetzt werden, für { $term }.
told-sought-left = { $role } soll besetzt werden, für { $term }, wie am { $meeting } offen geblieben.
told-sought-asks = { $role } soll besetzt werden, für { $term }, wie am { $meeting } offen geblieben. Gebraucht wird: { $texts }
told-dated = Es beginnt am { $since }.
told-purpose = Wofür das da ist: { $text }
told-purpose-open = Wofür das da ist, bleibt offen.
told-qualified = Gebraucht wird: { $text }
told-qualified-by = { $who } meint, gebraucht wird: { $text }
told-struck = Nicht mehr gebraucht: { $text }
told-wrote = Alle haben einen Namen geschrieben.
told-names = { $who } nennt { $names }: { $reason }
told-names-for = { $who } nennt { $names }, für { $term }: { $reason }
told-names-until = { $who } nennt { $names }, bis { $until }: { $reason }
told-changes = Nach den Gründen der anderen: { $said }
told-keeps = { $who } bleibt dabei.
told-put = Vorgeschlagen wird { $who }: { $reason }
told-put-for = Vorgeschlagen wird { $who }, für { $term }: { $reason }
told-put-until = Vorgeschlagen wird { $who }, bis { $until }: { $reason }
told-unaccepted = { $who } hat noch nicht angenommen.
told-drop = Soll { $title } fallen gelassen werden?
told-drop-because = Soll { $title } fallen gelassen werden? { $reason }
told-dropped = Niemand hat einen Einwand: Es ist fallen gelassen.
is-asked-about = { $title }: { $names } { $count ->
    [one] wird
   *[other] werden
  } schriftlich gefragt.
is-awaited = Schriftlich gefragt: { $names }.
told-noted = Notiert: { $text }
told-action = { $who } { $count ->
    [one] übernimmt
   *[other] übernehmen
}: { $text }
told-action-by = { $who } { $count ->
    [one] übernimmt
   *[other] übernehmen
} bis { $due }: { $text }
told-skipped = Dieser Schritt entfällt: { $reason }
told-reopened = Die Runde kommt noch einmal.
told-closed = Die Sitzung ist geschlossen.
told-filed = Die Aufzeichnungen sind geschrieben.

## Seal

seal-covers = { $count ->
    [one] Sie steht für diese Sitzung, von { $all }.
   *[other] Sie steht für diese Sitzung und die früheren, die sie nennt: { $count } von { $all }.
}
seal-use = Bewahrt sie auf, wo niemand sie allein ändern kann: in einem signierten Tag, einer Mail an alle, auf Papier. `rounds seal DIGEST` prüft sie später.
seal-found = Keines dieser Journale wurde seither geändert.
nothing-to-apply = In circle.toml fehlt nichts.
error-no-seal = noch ist keine Sitzung geschlossen, also gibt es keine Prüfsumme
hint-no-seal = die erste wird geschrieben, wenn eine Sitzung geschlossen ist
error-seal-unknown = kein Journal hat diese Prüfsumme
hint-seal-unknown = sie hat 64 Stellen; wenn die stimmen, wurde das Journal danach geändert oder ist das eines anderen Kreises: `rounds check` sagt mehr
error-seal-changed = das war die Prüfsumme der Sitzung { $meeting }, und ihr Journal wurde seither geändert
hint-seal-changed = die Prüfsumme steht in { $place }; `rounds check` sagt mehr

## Rehearsal

rehearsal-you = Du bist { $who } und moderierst. Die anderen antworten von selbst. Nichts bleibt.
rehearsal-how = Enter nimmt den Vorschlag, `?` erklärt, `/undo` nimmt zurück, Strg-D beendet.
rehearsal-try = Probe · versuch `decide Ruhezeiten`, dann `select Werkzeugpflege`, dann Enter.
rehearsal-text = Probe · versuch `text Keine Maschinen nach 20 Uhr.` Jemand wird einen Einwand haben. Find heraus, was er braucht.
rehearsal-minutes = Das Protokoll dieser Sitzung
rehearsal-end = Davon bleibt nichts. `rounds new` schreibt einen eigenen Kreis.
cast-answer = ja, so wie es dasteht
cast-check-in-1 = ein langer Tag, froh zu sitzen
cast-check-in-2 = wach, ich habe bis neun geschlafen
cast-question = gilt das ab heute?
cast-reaction-1 = gut, dass wir es endlich aussprechen
cast-reaction-2 = ich verstehe es, und mir ist noch nicht ganz wohl
cast-explore-1 = etwas, bei dem alle mitmachen können
cast-explore-2 = nicht zu viel auf einmal
cast-check-out = gut, dass für den Einwand Zeit war
cast-concern = in einem Monat haben wir es vielleicht vergessen
cast-object-text = so bleibt nichts für die, die nur samstags Zeit haben
cast-still-text = im Text steht noch immer nichts für die, die nur samstags Zeit haben
cast-object-term = das ist lang für etwas Neues; mit ein paar Monaten kann ich leben
cast-still-term = es gilt noch immer länger als eine Probe
cast-object-measure = wir würden nie wissen, ob es hilft oder schadet
cast-still-measure = noch immer sagt uns nichts, ob es hilft
cast-name-1 = sagt, was unklar ist, bevor es Ärger gibt
cast-name-2 = da musste ich noch nie zweimal fragen
cast-name-3 = bleibt ruhig, wenn wir anderen es nicht mehr sind
cast-name-myself = ich würde es gern lernen, und abends habe ich Zeit
cast-change = auf die Ruhe kommt es an; lernen kann ich es auch beim Zuschauen
cast-object-long = gern, aber nicht so lange; ein halbes Jahr kann ich versprechen
cast-still-long = das ist noch immer mehr als ein halbes Jahr

## Schriftliche Beschlüsse

written-version = Fassung { $version }
written-waits = Wartet auf { $names }.
written-objected = { $count ->
    [one] { $names } hat einen Einwand
   *[other] { $names } haben Einwände
  }: das kommt in die Sitzung.
written-agreed = Alle haben Konsent gegeben.
written-refused = Alle haben geantwortet, aber es kommt in die Sitzung: { $why }.
written-unread = Eine Datei davon ist nicht lesbar; `rounds check` nennt sie.
written-ended = Das ist zu Ende.
to-the-meeting = Das braucht ein Gespräch in der Sitzung.
is-settled = { $title } ist schriftlich beschlossen.
nothing-to-settle = Nichts ist abzuschließen.
hint-settle = `rounds settle` schreibt den Beschluss; die nächste Sitzung tut es auch
ask-answer-who = Wer antwortet?
ask-answer = { $who }, hast du einen Einwand?
written-keys = Enter: kein Einwand · `c BEDENKEN` · `o GRUND` · `n NOTIZ` · `m`: in die Sitzung
written-keys-aside = Enter: kein Einwand · `c BEDENKEN` · `o GRUND` · `a GRUND`: steht beiseite · `n NOTIZ` · `m`: in die Sitzung
why-answer-who = Tipp den Namen des Mitglieds, dessen Antwort das ist.
help-answer-in-writing =
    Wozu: Nichts wird beschlossen, solange jemand sieht, wie es dem schadet, wofür der Kreis da ist.
    Ein Einwand braucht einen Grund. Eine Notiz ist eine Frage oder eine Meinung, und keine Antwort.
    Eine spätere Antwort tritt an die Stelle dieser, bis es beschlossen ist.
why-asker = Tipp den Namen des Mitglieds, das die anderen fragt.
ask-left = Nichts wurde verschickt, und nichts bleibt.
error-written-several = mehrere warten schriftlich: { $titles }
hint-written-several = schreib einige Wörter des Titels hinter den Befehl
error-command-in-writing = `{ $command }` gehört in eine Sitzung
hint-command-in-writing = schriftlich: `text`, `term`, `who` und die anderen Wörter des Entwurfs · `/edit` · `/text` · `/read WÖRTER` · Enter fragt alle · `/pause` verschickt nichts
error-written-nothing = nichts wartet schriftlich
error-written-none = nichts Schriftliches wartet unter `{ $typed }`
error-answer-missing = keine Antwort, oder niemand genannt
hint-answer-missing = schreib es wie `rounds answer ruhe --as Dana ok`, oder `o GRUND`
error-answer-nobody = hier wartet nichts auf { $who }
hint-answer-elsewhere = aber dies: { $titles }
error-show-waits = `{ $title }` ist noch nicht beschlossen, also gibt es keine Aufzeichnung als JSON
error-not-settled = `{ $title }` ist noch nicht abzuschließen
ask-asker = Wer fragt?
awaited-how = Frag { $names }: { $title }, { $seen }, und `ok`, oder `o` und warum. `rounds answer` nimmt die Antwort auf.
ask-how = Antworte mit `rounds answer`, oder per Mail: { $title }, { $seen }, und `ok`, oder `o` und warum.
ask-until = Um Antworten ist bis zum { $date } gebeten. Schweigen ist keine Antwort.
ask-silent = Bekommen sie mehr Zeit, oder kommt es in die Sitzung?
written-silent-keys = ein späterer Tag · `m`: in die Sitzung · Enter: so lassen
written-silent = { $title }: { $names } { $count ->
    [one] hat
   *[other] haben
  } bis { $date } nicht geantwortet.
help-silent =
    Wozu: Schweigen ist nie eine Antwort.
    Sag: Wer hat es noch nicht gelesen? Frag sie vor dem Tag, den du gibst.
hint-written-silent = `rounds settle TITEL --until DATUM` gibt mehr Zeit, `--meeting` bringt es in die Sitzung
error-ask-rule = die Regeln dieses Kreises kennen keine schriftlichen Beschlüsse
hint-ask-rule = `written = true` in `[rules]` erlaubt sie
error-ask-election = niemand wird schriftlich gewählt
error-ask-twice = `{ $title }` läuft schon schriftlich
hint-ask-twice = `rounds ask TITEL --amend` legt eine neue Fassung vor
error-ask-leave = niemand wird schriftlich entlassen, ohne gefragt zu sein: das braucht eine Sitzung
error-asker-unnamed = es ist nicht gesagt, wer fragt
hint-asker = nenn ein Mitglied: `--as Ana`

## Das zweite Fenster

follow-as-of = Stand { $time } Uhr
follow-as-of-day = Stand { $time } Uhr am { $date }
follow-since = seit { $time } Uhr
follow-until = seit { $time } Uhr, geplant bis { $until } Uhr
follow-changed = geändert seit Fassung { $version }
follow-turn = jetzt
follow-object = Hast du einen Einwand?
follow-no-objection = Niemand hat einen Einwand.
follow-objection = Ein Einwand: { $reason }
follow-withdrawn = Ein Einwand gegen Fassung { $version }, zurückgezogen: { $reason }
follow-withdrawn-by = { $who } hatte einen Einwand gegen Fassung { $version } und hat ihn zurückgezogen: { $reason }
follow-integrated = Ein Einwand gegen Fassung { $version }, integriert: { $reason }
follow-integrated-by = { $who } hatte einen Einwand gegen Fassung { $version }, integriert: { $reason }
follow-aside = Jemand steht beiseite: { $reason }
follow-closed = Die Sitzung ist geschlossen.
follow-none = Hier läuft keine Sitzung.
follow-waits = `rounds meet` eröffnet eine oder setzt eine fort. Mit der ersten Antwort steht sie hier.
follow-gone = Das Journal { $file } ist weg. Das stand zuletzt darin.
follow-unread = Das Journal lässt sich gerade nicht lesen. Das stand zuletzt darin.
follow-lines = { $count ->
    [one] … noch 1 Zeile, ↓
   *[other] … noch { $count } Zeilen, ↓
}
follow-keys = `q` beendet
follow-page = { $file } folgt der Sitzung: im Browser öffnen. Strg-C beendet.
error-follow-page = ist da und ist keine Seite von `rounds follow`
hint-follow-page = nenne eine Datei, die es noch nicht gibt, etwa `raum.html`

## Site

site-written = { $file } ist die erste Seite.
error-site-not-empty = in diesem Ordner liegt etwas anderes als eine solche Seitensammlung
hint-site-there = nenne einen neuen oder leeren Ordner; ersetzt wird nur, was `rounds site` geschrieben hat
site-skip = Zum Inhalt
site-as-of = Stand vom { $date }. Von rounds aus den Dateien des Kreises geschrieben.
site-navigation = Seiten
site-handbook = Handbuch
site-handbook-lead = Alles, was am { $date } gilt, Kreis für Kreis.
site-contents = Inhalt
site-decisions = Alle Vereinbarungen
site-search = Jede Vereinbarung und jede Wahl im Wortlaut. Die Suche deines Browsers findet sie: Strg F, oder „Auf Seite suchen“.
site-same-as-list = Dasselbe als Liste
site-latest = Neueste Vereinbarungen
site-nothing-due = In den nächsten drei Monaten steht nichts an.
site-reviews = Überprüfungen
site-other = Anderes
site-filter = Nur zeigen
site-all = Alles
site-more = und { $count } weitere, auf den Seiten der Kreise
site-in-force = In Kraft
site-year = Das kommende Jahr
site-year-said = { $count ->
    [one] Eine Linie des kommenden Jahres mit 1 Tag, an dem etwas ansteht; er steht darunter.
   *[other] Eine Linie des kommenden Jahres mit { $count } Tagen, an denen etwas ansteht; sie stehen darunter.
}
site-no-more = Nicht mehr in Kraft
site-below = Kreise darin
site-wider = Größere Kreise
site-domain = Entscheidet über
site-to-do = Zu tun
site-meetings = Treffen
site-election = gewählt
site-calendar = Kalender
site-calendar-file = Überprüfungen und Amtszeiten, für deinen Kalender
site-not-approved = noch nicht genehmigt
site-minutes = Protokoll
site-minutes-of = Protokoll vom { $date }
site-proposed = Vorgeschlagen von
site-consent = Konsent
site-why = Warum
site-came = Wie
site-how = Wie es dazu kam
site-same-text = Der Wortlaut bleibt, wie er war.
site-taken-out = herausgenommen
site-put-in = hinzugekommen
site-map = Karte von { $circle }
site-role-held = eine Rolle
site-role-soon = eine Amtszeit, die innerhalb von drei Monaten endet
site-role-vacant = eine Rolle, die niemand innehat
site-link = Kreisleitung und Delegierte:r, die in beiden Kreisen Mitglied sind
site-facts = Auf einen Blick
site-link-missing = wo das fehlt

## `rounds config`
config-heading = Einstellungen
config-sources = festgelegt durch
config-none = keiner
config-default = Vorgabe
config-yes = ja
config-no = nein
config-colour-auto = am Terminal
config-colour-always = immer
config-colour-never = nie
config-file = Sie stehen in { $path }.
config-no-file = { $path } gibt es noch nicht.

## `rounds minutes --mail`
error-wrong-email = die Adresse `{ $email }` von { $who } kann nicht in einer Nachricht stehen
hint-email = eine Adresse sieht aus wie `ana@example.org`; eine Domain mit Buchstaben wie `ü` schreibt man mit `xn--`
error-no-email = für kein Mitglied dieses Tages ist eine Adresse bekannt
hint-no-email = schreib `email = "ana@example.org"` unter den Namen in `circle.toml` oder `people.toml`
note-no-address = für { $names } ist keine Adresse bekannt
