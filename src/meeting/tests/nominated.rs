//! Tests which facts the nomination and change rounds take.

use super::*;
use crate::meeting::{Movement, Struck};

fn meeting() -> Meeting {
    written(keys(essential()), "Keys", &THREE)
}

#[track_caller]
fn refused(facts: &[What], key: &str) {
    refused_in(meeting(), facts, key);
}

/// The nomination of Ben by Ana, with one change.
fn but(change: impl Fn(&mut Nomination)) -> What {
    let mut it = nomination("Ana", &["Ben"]);
    change(&mut it);
    What::Nominated(it)
}

#[track_caller]
fn refused_changing(facts: &[What], key: &str) {
    let rules = Rules { steps: vec![OptionalStep::Change], ..essential() };
    refused_in(named(keys(rules), "Keys", &THREE, "Ben"), facts, key);
}

#[test]
fn a_nomination_has_a_name_and_a_reason() {
    refused(&[but(|it| it.reason.clear())], "error-empty-text");
    refused(&[but(|it| it.reason = " \n".into())], "error-empty-text");
    refused(&[but(|it| it.nominees.clear())], "error-out-of-turn");
    refused(&[but(|it| it.nominees.push("Ben".into()))], "error-out-of-turn");
    refused(&[but(|it| it.nominees = names(&[""]))], "error-invalid-name");
}

#[test]
fn a_nomination_is_of_a_member_or_of_somebody_from_outside() {
    refused(&[but(|it| it.nominees = names(&["Zoe"]))], "error-no-member");
    refused(&[but(|it| it.outside = names(&["Ben"]))], "error-no-member");
    refused(&[but(|it| it.outside = names(&["Zoe"]))], "error-out-of-turn");
    let named_so = |name: &'static str| {
        but(move |it| (it.nominees, it.outside) = (names(&[name]), names(&[name])))
    };
    refused(&[named_so("A:B")], "error-invalid-name");
    // Members are recognised whatever the case of the name.
    refused(&[named_so("BEN")], "error-no-member");
    record(&mut meeting(), &[named_so("Zoe")]);
    record(&mut meeting(), &[but(|it| it.nominees = names(&["Dana", "Ana"]))]);
}

#[test]
fn guests_and_absent_members_do_not_nominate() {
    let guest =
        What::Arrived(Movement { who: Some("Zoe".to_owned()), guest: true, ..Movement::default() });
    refused(&[guest.clone(), nominated("Zoe", "Ben")], "error-guest-not-asked");
    refused(&[guest.clone(), deferred("Zoe")], "error-guest-not-asked");
    refused(&[nominated("Dana", "Ben")], "error-not-present");
    refused(&[left("Ana"), nominated("Ana", "Ben")], "error-not-present");
    let changed = What::Changed(nomination("Zoe", &["Ben"]));
    refused_changing(&[guest.clone(), changed], "error-guest-not-asked");
    refused_changing(&[guest, What::Kept { who: "Zoe".to_owned() }], "error-guest-not-asked");
    refused_changing(&[What::Changed(nomination("Dana", &["Ben"]))], "error-not-present");
    refused_changing(&[What::Kept { who: "Dana".to_owned() }], "error-not-present");
}

#[test]
fn nobody_passes_or_is_skipped() {
    refused(&[What::Passed { who: "Ana".to_owned() }], "error-out-of-turn");
    refused(&[What::Skipped { step: Phase::Nominate, reason: None }], "error-out-of-turn");
    refused(&[nominated("Ana", "Ben"), put_forward("Ben")], "error-out-of-turn");
    refused_changing(&[What::Passed { who: "Ana".to_owned() }], "error-out-of-turn");
    refused_changing(&[What::Skipped { step: Phase::Change, reason: None }], "error-out-of-turn");
    refused_changing(&[put_forward("Ben")], "error-out-of-turn");
}

#[test]
fn a_second_nomination_replaces_the_first() {
    let twice = [nominated("Ana", "Ben"), nominated("Ana", "Chen"), put_forward("Ben")];
    refused(&twice, "error-out-of-turn");
    let mut meeting = meeting();
    record(&mut meeting, &twice[..2]);
    let item = meeting.state().on_table().unwrap();
    assert_eq!(item.selection().unwrap().nominations, [nomination("Ana", &["Chen"])]);
}

#[test]
fn each_answer_belongs_to_its_own_round() {
    let changed = || What::Changed(nomination("Ana", &["Ben"]));
    let kept = || What::Kept { who: "Ana".to_owned() };
    refused(&[changed()], "error-out-of-turn");
    refused(&[kept()], "error-out-of-turn");
    refused_changing(&[nominated("Ana", "Ben")], "error-out-of-turn");
    let put = || named(keys(essential()), "Keys", &THREE, "Ben");
    for late in [changed(), kept(), nominated("Ana", "Ben")] {
        refused_in(put(), from_ref(&late), "error-out-of-turn");
        refused_in(forward(essential()), &[late], "error-out-of-turn");
    }
    let proposal = || super::put(essential(), &THREE, &[worded(TEXT)]);
    refused_in(proposal(), &[nominated("Ana", "Ben")], "error-out-of-turn");
    refused_in(proposal(), &[put_forward("Ben")], "error-out-of-turn");
}

#[test]
fn nobody_is_named_before_everyone_has_written() {
    let mut meeting = begun(keys(essential()), &THREE, ItemKind::Select, "Keys");
    refused_in(meeting.clone(), &[What::Wrote {}], "error-out-of-turn");
    record(&mut meeting, &[sought("Keys")]);
    refused_in(meeting.clone(), &[nominated("Ana", "Ben")], "error-out-of-turn");
    refused_in(meeting, &[put_forward("Ben")], "error-out-of-turn");
}

#[test]
fn only_an_eligible_person_is_put_forward_and_with_a_reason() {
    let put = |change: fn(&mut PutForward)| {
        let mut what = put_forward("Ben");
        if let What::PutForward(it) = &mut what {
            change(it);
        }
        what
    };
    for (wrong, key) in [
        (put(|it| it.reason = "\t".into()), "error-empty-text"),
        (put(|it| it.nominee = "Zoe".into()), "error-no-member"),
        (put(|it| it.outside = true), "error-no-member"),
        (put(|it| it.nominee.clear()), "error-invalid-name"),
    ] {
        refused_in(named(keys(essential()), "Keys", &THREE, "Ben"), &[wrong], key);
    }
}

#[test]
fn the_role_is_shown_as_it_is() {
    let meeting = || begun(keys(essential()), &THREE, ItemKind::Select, "Keys");
    let but = |change: fn(&mut String, &mut String, &mut Term)| {
        let mut what = sought("Keys");
        if let What::Sought(Sought { role, purpose, term, .. }) = &mut what {
            change(role, purpose, term);
        }
        what
    };
    for wrong in [
        but(|role, _, _| role.push('s')),
        but(|_, purpose, _| purpose.push_str("Opens.")),
        but(|_, _, term| term.months = 6),
    ] {
        refused_in(meeting(), &[wrong], "error-fact-differs");
    }
    refused_in(meeting(), &[What::Purposed { text: None }], "error-out-of-turn");
    let new = || begun(circle(essential()), &THREE, ItemKind::Select, "Keys");
    refused_in(new(), &[sought("Keys")], "error-out-of-turn");
    refused_in(new(), &[What::Purposed { text: Some(" ".into()) }], "error-empty-text");
    let validity = Validity::Term(Term { months: 6, days: 0 });
    let termed = What::Termed(Termed { validity });
    refused_in(
        new(),
        &[What::Purposed { text: None }, termed, sought("Keys")],
        "error-fact-differs",
    );
}

#[test]
fn qualifications_are_named_by_people_present_and_agreed_on_by_everyone() {
    let meeting = || {
        let rules = Rules { steps: vec![OptionalStep::Qualify], ..essential() };
        let mut meeting = begun(keys(rules), &THREE, ItemKind::Select, "Keys");
        record(&mut meeting, &[sought("Keys")]);
        meeting
    };
    let qualified = |who: Option<&str>, text: &str| What::Qualified {
        who: who.map(str::to_owned),
        text: text.to_owned(),
    };
    let agreed = |on, present: &[&str]| What::Agreed { on, version: None, present: names(present) };
    let concluded = || What::Concluded { step: Phase::Qualifications };
    record(&mut meeting(), &[qualified(Some("Ana"), "calm"), concluded()]);
    refused_in(meeting(), &[qualified(Some("Dana"), "calm")], "error-not-present");
    refused_in(meeting(), &[qualified(Some("Ana"), " ")], "error-empty-text");
    refused_in(meeting(), &[What::Wrote {}], "error-out-of-turn");
    refused_in(meeting(), &[agreed(On::Qualifications, &THREE)], "error-out-of-turn");
    refused_in(meeting(), &[concluded(), What::Wrote {}], "error-out-of-turn");
    refused_in(meeting(), &[concluded(), agreed(On::Agenda, &THREE)], "error-out-of-turn");
    let two = ["Ana", "Ben"];
    refused_in(meeting(), &[concluded(), agreed(On::Qualifications, &two)], "error-wrong-people");
    refused_in(forward(essential()), &[qualified(None, "calm")], "error-out-of-turn");
    let struck = || What::Struck(Struck { text: "calm".to_owned() });
    record(&mut meeting(), &[qualified(None, "calm"), struck(), concluded()]);
    refused_in(meeting(), &[struck()], "error-not-on-list");
    refused_in(meeting(), &[qualified(None, "Calm"), struck()], "error-not-on-list");
    refused_in(meeting(), &[qualified(None, "calm"), concluded(), struck()], "error-out-of-turn");
    refused_in(forward(essential()), &[struck()], "error-out-of-turn");
}

#[test]
fn a_journal_of_format_1_has_no_qualification_struck() {
    let rules = Rules { steps: vec![OptionalStep::Qualify], ..essential() };
    let mut meeting = begun(keys(rules), &THREE, ItemKind::Select, "Keys");
    let calm = "calm".to_owned();
    record(&mut meeting, &[sought("Keys"), What::Qualified { who: None, text: calm.clone() }]);
    let (circle, facts) = (meeting.circle().clone(), meeting.facts().to_vec());
    let mut old = Meeting::of(1, circle, facts).unwrap();
    let struck = Fact { what: What::Struck(Struck { text: calm }), at: at() };
    assert_eq!(old.record(struck.clone()).unwrap_err().message.key, "error-fact-not-in-format");
    meeting.record(struck).unwrap();
}
