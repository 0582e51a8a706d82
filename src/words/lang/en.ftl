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
error-apart = `{ $who }` holds `{ $one }` and `{ $other }`, which are kept apart
hint-apart = give one of them to somebody else, or leave it without a holder
error-character = the character { $code } cannot stand in a text
hint-character = take it out: it would not be shown as it is kept
error-conflict = git has left two versions of this place
hint-conflict = keep one of them, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`
error-date = `{ $text }` is no date
hint-date = write it like `{ $example }`, without quotes
error-empty = the file is empty
hint-empty = `rounds new` writes one to begin with
error-holder = `{ $name }` is no member
hint-holder = name a member, or add `outside = true` to the role
error-key-twice = `{ $key }` is here twice
hint-key-twice = keep one of them; each member begins with `[[member]]`, each role with `[[role]]`
error-kind-twice = a second role has the kind `{ $kind }`
hint-kind-twice = leave `kind` out of one of them
error-members = a circle has at least two members
hint-members = add a `[[member]]` with a `name` for each of them
error-missing = no `{ $key }` here
hint-missing = add it, like `{ $example }`
error-name = `{ $name }` cannot be a name
hint-name = a name has none of `, : ( ) /`, no `@` or `#` in front, no blanks around it
error-name-twice = `{ $name }` is the name of another one too
hint-name-twice = case and accents make no difference: add an initial or a second name
error-quorum = `{ $text }` is no quorum
hint-quorum = write a number of members, `none`, `all but 2`, `2/3` or `60%`
error-quorum-members = a quorum of { $quorum } is more than the { $members } members
error-quotes = `{ $text }` is not in straight quotes
hint-curly = curly quotes are letters like any other here: write `"`
hint-quotes = write `"{ $text }"`
error-role = no role is called `{ $name }`
hint-role = name a role as its `[[role]]` does
error-toml = cannot read the line `{ $line }`
error-token = `{ $token }` is missing here
hint-toml = a line is `key = value`, `[rules]`, `[[member]]`, or a remark after `#`
error-type = `{ $key }` { $wanted ->
    [flag] is neither `true` nor `false`
    [line] is not a text of one line
    [number] is not a whole number above zero
    [pairs] is not a list of pairs of roles
    [steps] is not a list of words
    [table] is no table
    [tables] is no list of tables
   *[text] is no text
}
hint-type = write it like `{ $example }`
error-unknown-key = unknown key `{ $key }`
hint-keys = known here: { $keys }
hint-nearest = did you mean `{ $word }`?
error-until = `until` comes before `since`: { $until } before { $since }
hint-until = check both dates: year, month, day
error-word = unknown word `{ $word }` for `{ $key }`
hint-words = write one of { $words }
purpose-delegate = Speaks for this circle in the wider one.
purpose-facilitator = Holds the process so that everyone is heard.
purpose-leader = Links the wider circle to this one and keeps the aim in view.
purpose-secretary = Keeps the records and the backlog.
sheet-aim = What the circle is for, in a sentence.
sheet-apart =
    Pairs of roles that one person may not hold together, like [["Facilitator", "Secretary"]].
    Leader and delegate are always apart.
sheet-attribution =
    What carries a name in minutes and records: "none", "objections" (and concerns), or "all".
    Who was present, who proposed and who sees to it is always named.
    The journal in `meetings/` names everyone, whatever is written here.
sheet-consent =
    How consent to a decision is heard. "round": each one answers.
    "call": the facilitator may also ask the room and hear none.
sheet-domain = In what the circle decides by itself.
sheet-language = The language of minutes and records.
sheet-meeting =
    How long a meeting is planned to last, and how often there is one.
    Take the `#` away from a line to use it.
sheet-member =
    The members, in the order of their seats. Who joins gets a `[[member]]` of their own;
    `since = 2026-03-04` may say since when.
sheet-order = Who begins a round. "rotate": each round starts one seat further; "seats": always the first.
sheet-quorum =
    How many members must be present when something is decided:
    "none", a number, "all but 2", "2/3" or "60%".
sheet-role =
    The roles. Elections write `holder`, `since` and `until` here. A role may have a `purpose`,
    a `term` of its own, and a holder who is no member of this circle: `outside = true`.
sheet-rules = The rules the circle has given itself. Change them by consent.
sheet-steps =
    The steps of a meeting: "full", "essential" (none of these), or a list of them:
    "check-in", "admin", "agenda", "clarify", "react", "qualify", "change", "read-back", "check-out".
sheet-term =
    How long a decision stands before its review, and a role is held, unless it says otherwise:
    like "6 weeks", "3 months", "1 year".
sheet-top =
    Who this circle is. `rounds` reads this file before each meeting.
    Lines that begin with `#` are remarks; change what you like.

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
