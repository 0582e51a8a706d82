//! Tests the program from outside: its files, output and exit codes.
#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

mod actions; // what becomes of actions in later meetings
mod again; // what an earlier meeting left, taken up by a later one
mod agenda; // the agenda that is sent round
mod altered; // journals with a fact taken away, said twice, moved or changed
mod any_style; // journals written in any way that TOML allows
mod backlog; // the topics that wait, and how one gets there
mod bad_folders; // folders that nobody would wish for, read by every command
mod bad_input; // files, texts and folders that nobody would wish for
mod broken_files; // files that are empty, or with what git leaves
mod begins_later; // elections that begin later, on which day they count
mod calendar;
mod cases; // whole meetings, kept to the byte
mod checked; // what `check` finds in a whole folder
mod circles; // the tree of circles and their links
mod clones; // copies of a folder, merged with git
mod copies; // copies that sync programs and editors leave, and other odd files
mod dates;
mod deciding; // meetings that decide something
mod deadlines; // a house whose decisions wait for those who are away
mod due; // what is due, and the same from a search and from a whole read
mod elections; // who holds a role: records, and the circle's file
mod everywhere; // the options that every command takes
mod news; // what is new in the circles, to send round
mod overview; // what is open or overdue in each circle of a tree
mod people_listed; // who is in which circle, and what they see to
mod people; // guests without names, minutes approved at the close, decisions about somebody
mod earlier_records; // records and minutes of an earlier edition
mod export; // what the circle keeps, for other programs
mod filing; // records that were not all written
mod federation; // an example of many circles, made again by its script
mod folder; // a circle's folder in a temporary place
mod golden; // what is expected, and how it is rewritten
mod heard; // whom a proposal is about: heard, not asked, and named as such
mod aside; // concerns without a name, and who stood aside: records, pages and tables
mod asked; // decisions asked for in writing without a meeting
mod in_writing; // decisions that wait for those who are not there
mod json_lines; // a meeting that another program asks and shows
mod kept_journals; // folders that earlier editions of the program wrote
mod how_long; // decisions that come back, end by themselves, or are done once
mod kept_names; // people and roles under earlier names
mod left_selections; // selections that are postponed and go on in a later meeting
mod log; // decisions and elections: listed, looked for, shown, typed in from before
mod meanwhile; // what somebody changes while a meeting is paused
mod procedure; // what one meeting leaves where its facts interact
mod readme; // what the README shows, and the example it speaks of
mod applied; // what is on record and not in the circle file
mod founded; // circles that decisions found and end
mod linked; // offers to take in who links a circle right below
mod referred; // topics that go to another circle
mod refused; // every message of an error, and the case that produces it
mod replay; // journals walked again, and the records compared
mod roles; // who holds what until when
mod scripts; // several scripts in one command
mod sealed; // digests, and records and journals that were changed
mod several_people;
mod site; // pages to read in a browser
mod settings; // `config.toml`, the environment, and `rounds config`
mod mailed; // `rounds minutes --mail`
mod shells; // completions
mod manual; // manual pages
mod shown; // one record, and how it came about
mod stories; // what must come out of four meetings that others have told
mod story; // a meeting that others have told, and what came out
mod told_elections;
mod told_later; // what must come out of three more, two of them elections
mod wall;
mod written_clones; // lists to pin to the wall, to the letter
