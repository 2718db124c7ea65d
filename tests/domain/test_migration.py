"""Answers of an older edition in a newer one."""

import pytest

from tests.domain import builders as b
from tui.domain.answers import Answer, NonAnswer
from tui.domain.migration import Fate, FormerAnswer, migrated, successor

ASKED = b.questionnaire(
    b.choice("same", "a b"),
    b.choice("renamed", "a b", was=("older", "oldest")),
    b.choice("rethought", "a b", rev=3),
)


def said(value: object = None, guess: object = None, **more: object) -> FormerAnswer:
    return FormerAnswer(Answer(**more), value, guess)


@pytest.mark.parametrize(
    ("name", "former", "question", "fate"),
    [
        ("same", said("a"), "same", Fate.KEPT),
        ("same", said(state=NonAnswer.LATER), "same", Fate.KEPT),
        ("oldest", said("a", rev=1), "renamed", Fate.MOVED),
        ("rethought", said("a", rev=2), "rethought", Fate.CONFIRM),
        ("rethought", said("a", rev=3), "rethought", Fate.KEPT),
        ("same", said("c"), "same", Fate.CONFIRM),
        ("same", said("a", "c"), "same", Fate.CONFIRM),
        ("older", said("c"), "renamed", Fate.CONFIRM),
        ("gone", said(), None, Fate.ORPHANED),
    ],
)
def test_each_answer_meets_its_fate(
    name: str, former: FormerAnswer, question: str | None, fate: Fate
) -> None:
    found = migrated({name: former}, ASKED)
    (crossing,) = found.crossings
    assert (crossing.former, crossing.question, crossing.fate) == (name, question, fate)
    assert (crossing.reason is not None) is (fate is Fate.CONFIRM)
    assert set(found.answers) == ({question} if question else set())


def test_what_the_question_takes_is_kept_beside_what_it_does_not() -> None:
    found = migrated({"same": said("a", "c", note="why")}, ASKED)
    assert found.answers["same"] == Answer(value="a", note="why")
    assert found.crossings[0].lost == ("guess",)


def test_an_answer_whose_question_changed_its_meaning_is_still_compared() -> None:
    found = migrated({"rethought": said("a")}, ASKED)
    assert found.answers["rethought"] == Answer(value="a", rev=1)


@pytest.mark.parametrize("names", [("older", "renamed"), ("renamed", "older")])
def test_an_answer_under_the_present_id_counts_before_one_under_a_former(
    names: tuple[str, str],
) -> None:
    former = {"older": said("a"), "renamed": said("b")}
    found = migrated({name: former[name] for name in names}, ASKED)
    assert found.answers == {"renamed": Answer(value="b")}
    assert [each.former for each in found.of(Fate.ORPHANED)] == ["older"]


def test_of_two_former_ids_the_first_in_the_sheet_counts() -> None:
    found = migrated({"oldest": said("a"), "older": said("b")}, ASKED)
    assert found.answers == {"renamed": Answer(value="a")}
    assert [each.former for each in found.of(Fate.ORPHANED)] == ["older"]


def test_an_id_that_no_question_ever_had_has_no_successor() -> None:
    assert successor("nothing", ASKED) is None
