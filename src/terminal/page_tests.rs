//! Tests pages of 80 and 40 columns, and pages for screen readers.

use super::*;
use crate::lang::Lang;

fn item() -> Vec<Block> {
    let pair = |label: &str, text: &str| Block::Pair { label: label.into(), text: text.into() };
    vec![
        Block::Header {
            left: "3 of 5 · Quiet hours · decide · Chen · 20 min".into(),
            right: "19:22, 2 min in".into(),
        },
        Block::Blank,
        Block::Heading { left: "Proposal".into(), right: String::new() },
        Block::Quote(
            "No power tools held in the hand in the garden between 13:00 and 15:00, \
             and none after 20:00.\n- 静音时间静音时间静音时间静音时间静音"
                .into(),
        ),
        pair("in force", "1 year, review on 5 September 2027 · Dana sees to it"),
        pair("by", "complaints from the neighbours, counted by Dana, who lives next door"),
        Block::Hint("text · term · who · measure · Enter: it is complete".into()),
        Block::Text("A paragraph.".into()),
        Block::Refusal(
            "error: `withdraw` is not understood here\nhint: Chen is asked: `ok`".into(),
        ),
        Block::Done("Quiet hours is decided and stands until its review.".into()),
    ]
}

#[track_caller]
fn check(page: Page, blocks: &[Block], expected: &str) {
    let shown = page.lines(blocks);
    assert_eq!(shown.trim_end_matches('\n'), expected.trim_matches('\n'), "got:\n{shown}");
}

#[test]
fn an_item_at_80_columns() {
    check(
        Page::new(80, Look::Marked),
        &item(),
        "
3 of 5 · Quiet hours · decide · Chen · 20 min                    19:22, 2 min in

Proposal
  ┃ No power tools held in the hand in the garden between 13:00 and 15:00, and
  ┃ none after 20:00.
  ┃ - 静音时间静音时间静音时间静音时间静音
  in force  1 year, review on 5 September 2027 · Dana sees to it
  by        complaints from the neighbours, counted by Dana, who lives next door
  text · term · who · measure · Enter: it is complete
  A paragraph.
  error: `withdraw` is not understood here
  hint: Chen is asked: `ok`
✓ Quiet hours is decided and stands until its review.
",
    );
}

#[test]
fn an_item_at_40_columns() {
    check(
        Page::new(40, Look::Marked),
        &item(),
        "
3 of 5 · Quiet hours · decide · Chen ·
20 min
  19:22, 2 min in

Proposal
  ┃ No power tools held in the hand in
  ┃ the garden between 13:00 and 15:00,
  ┃ and none after 20:00.
  ┃ - 静音时间静音时间静音时间静音时间静
  ┃ 音
  in force  1 year, review on 5
            September 2027 · Dana sees
            to it
  by        complaints from the
            neighbours, counted by Dana,
            who lives next door
  text · term · who · measure · Enter:
  it is complete
  A paragraph.
  error: `withdraw` is not understood
  here
  hint: Chen is asked: `ok`
✓ Quiet hours is decided and stands
  until its review.
",
    );
}

#[test]
fn an_item_heard() {
    check(
        Page::plain(),
        &item(),
        "
3 of 5, Quiet hours, decide, Chen, 20 min, 19:22, 2 min in

Proposal
No power tools held in the hand in the garden between 13:00 and 15:00, and none after 20:00.
- 静音时间静音时间静音时间静音时间静音
in force: 1 year, review on 5 September 2027 · Dana sees to it
by: complaints from the neighbours, counted by Dana, who lives next door
text, term, who, measure, Enter: it is complete
A paragraph.
error: `withdraw` is not understood here
hint: Chen is asked: `ok`
Quiet hours is decided and stands until its review.
",
    );
}

#[test]
fn colour_adds_nothing_but_colour() {
    let coloured = Page::new(80, Look::Coloured).lines(&item());
    let mut bare = coloured.clone();
    for code in ["1", "2", "31", "32", "0"] {
        let code = format!("\u{1b}[{code}m");
        assert!(coloured.contains(&code), "no {code:?}");
        bare = bare.replace(&code, "");
    }
    assert_eq!(bare, Page::new(80, Look::Marked).lines(&item()));
}

#[test]
fn names_of_any_width_stand_in_one_column() {
    let pair = |label: &str| Block::Pair { label: label.into(), text: "a question".into() };
    let names = [pair("Ana"), pair("陈伟"), pair("Jose\u{301}"), pair(&"x".repeat(20))];
    check(
        Page::new(40, Look::Marked),
        &names,
        "
  Ana   a question
  陈伟  a question
  Jose\u{301}  a question
  xxxxxxxxxxxxxxxxxxxx
    a question
",
    );
}

#[test]
fn a_text_cannot_forge_the_screen() {
    let blocks = [Block::Text("ok\u{1b}[2J\r\u{202e}".into()), Block::Quote("\u{7}bell".into())];
    check(Page::new(80, Look::Marked), &blocks, "  ok\\u{1b}[2J\\u{d}\\u{202e}\n  ┃ \\u{7}bell");
    let ask = Ask { label: "A\u{1b}na".into(), sentence: "A\u{1b}na".into(), ..Ask::default() };
    check_prompt(Page::new(80, Look::Marked), &ask, "  A\\u{1b}na › ");
    check_prompt(Page::plain(), &ask, "A\\u{1b}na: ");
}

#[track_caller]
fn check_prompt(page: Page, ask: &Ask, expected: &str) {
    assert_eq!(page.prompt(ask, &Words::of(Lang::En)), expected);
}

#[test]
fn a_prompt_lines_up_and_offers() {
    let seen = Page::new(80, Look::Marked);
    check_prompt(seen, &Ask::default(), "  › ");
    let mut ask = Ask {
        label: "Facilitator".into(),
        sentence: "Who facilitates?".into(),
        offer: Some("Ben".into()),
        ..Ask::default()
    };
    check_prompt(seen, &ask, "  Facilitator [Ben] › ");
    check_prompt(Page::plain(), &ask, "Who facilitates? Enter takes Ben: ");
    ask.column = 13;
    check_prompt(seen, &ask, "  Facilitator   [Ben] › ");
    ask.offer = None;
    check_prompt(Page::plain(), &ask, "Who facilitates? ");
    ask.offer = Some("Ana, Ben, Chen, Dana and Emil".into());
    check_prompt(
        Page::new(40, Look::Marked),
        &ask,
        "  [Ana, Ben, Chen, Dana and Emil]\n  Facilitator   › ",
    );
}

#[test]
fn a_transcript_shows_what_was_typed_like_a_screen() {
    let page = Page::new(40, Look::Marked);
    let line = |line: &str| Input { line: line.into(), text: None };
    assert_eq!(page.typed("  Ana › ", &line("")), "  Ana ›\n");
    assert_eq!(
        page.typed("  Ana › ", &line("does it cover the pump down at the well")),
        "  Ana › does it cover the pump down at\n        the well\n"
    );
    let text = Input { line: "text".into(), text: Some("one\n\ntwo".into()) };
    assert_eq!(page.typed("  › ", &text), "  › text\n    one\n\n    two\n");
    assert_eq!(Page::plain().typed("Draft: ", &text), "Draft: text\none\n\ntwo\n");
}

#[test]
fn on_a_narrow_page_a_row_is_told_from_the_next_and_ends_its_lines_in_dots() {
    let rows = [["Garden", "5 members", "leader Ana"], ["  Worms", "2 members", "leader Ben"]];
    let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    let said = Page::new(25, Look::Marked).lines(&[Block::Table { rows, wraps: &[2] }]);
    let expected = "  Garden · 5 members ·\n    leader Ana\n    \
                    Worms · 2 members ·\n      leader Ben\n";
    assert_eq!(said, expected);
}
