"""Answers of an older edition in a newer one."""

from typing import Any

import pytest

from tests.domain import builders as b
from tui.domain.answers import Answer, NonAnswer
from tui.domain.migration import FormerAnswer, MigrationOutcome, migrate_answers, successor

ASKED = b.questionnaire(
    b.choice("same", "a b"),
    b.choice("renamed", "a b", was=("older", "oldest")),
    b.choice("rethought", "a b", rev=3),
)


def said(value: object = None, guess: object = None, **more: Any) -> FormerAnswer:
    return FormerAnswer(Answer(**more), value, guess)


@pytest.mark.parametrize(
    ("name", "former", "question", "outcome"),
    [
        ("same", said("a"), "same", MigrationOutcome.KEPT),
        ("same", said(state=NonAnswer.LATER), "same", MigrationOutcome.KEPT),
        ("oldest", said("a", rev=1), "renamed", MigrationOutcome.MOVED),
        ("rethought", said("a", rev=2), "rethought", MigrationOutcome.CONFIRM),
        ("rethought", said("a", rev=3), "rethought", MigrationOutcome.KEPT),
        ("same", said("c"), "same", MigrationOutcome.CONFIRM),
        ("same", said("a", "c"), "same", MigrationOutcome.CONFIRM),
        ("older", said("c"), "renamed", MigrationOutcome.CONFIRM),
        ("gone", said(), None, MigrationOutcome.ORPHANED),
    ],
)
def test_each_answer_meets_its_fate(
    name: str, former: FormerAnswer, question: str | None, outcome: MigrationOutcome
) -> None:
    found = migrate_answers({name: former}, ASKED)
    (each,) = found.migrations
    assert (each.former, each.question, each.outcome) == (name, question, outcome)
    assert (each.reason is not None) is (outcome is MigrationOutcome.CONFIRM)
    assert set(found.answers) == ({question} if question else set())


def test_what_the_question_takes_is_kept_beside_what_it_does_not() -> None:
    found = migrate_answers({"same": said("a", "c", note="why")}, ASKED)
    assert found.answers["same"] == Answer(value="a", note="why")
    assert found.migrations[0].lost == ("guess",)


def test_an_answer_whose_question_changed_its_meaning_is_still_compared() -> None:
    found = migrate_answers({"rethought": said("a")}, ASKED)
    assert found.answers["rethought"] == Answer(value="a", rev=1)


@pytest.mark.parametrize("names", [("older", "renamed"), ("renamed", "older")])
def test_an_answer_under_the_present_id_counts_before_one_under_a_former(
    names: tuple[str, str],
) -> None:
    former = {"older": said("a"), "renamed": said("b")}
    found = migrate_answers({name: former[name] for name in names}, ASKED)
    assert found.answers == {"renamed": Answer(value="b")}
    assert [each.former for each in found.of(MigrationOutcome.ORPHANED)] == ["older"]


def test_of_two_former_ids_the_first_in_the_sheet_counts() -> None:
    found = migrate_answers({"oldest": said("a"), "older": said("b")}, ASKED)
    assert found.answers == {"renamed": Answer(value="a")}
    assert [each.former for each in found.of(MigrationOutcome.ORPHANED)] == ["older"]


def test_an_id_that_no_question_ever_had_has_no_successor() -> None:
    assert successor("nothing", ASKED) is None
