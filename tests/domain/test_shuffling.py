"""The order in which a party is shown choices: its own, the same whenever it looks."""

from dataclasses import replace

from tests.domain import builders as b
from tui.domain.session import Session
from tui.domain.shuffling import shown_to

IDS = "a b c d e f g h none"
ASKED = b.multi(ids=IDS, exclusive="none", shuffle=True)


def order(session: Session, party: str, question: str = "q") -> str:
    shown = shown_to(replace(ASKED, id=question), session, party)
    return " ".join(choice.id for choice in shown.shown_labels)


def test_each_party_has_an_order_of_its_own_that_stays() -> None:
    session = b.session(ASKED)
    orders = [order(session, party, question) for party in b.PARTIES for question in ("q", "r")]
    assert len(set(orders)) == len(orders)
    assert all(sorted(each.split()) == IDS.split() for each in orders)
    answered = b.session(ASKED, brand={"q": ("c",)})
    assert [order(answered, party, q) for party in b.PARTIES for q in ("q", "r")] == orders


def test_what_excludes_all_others_stays_last() -> None:
    assert order(b.session(ASKED), b.BRAND).endswith(" none")


def test_an_answer_has_its_ids_in_the_order_of_the_file() -> None:
    shown = shown_to(ASKED, b.session(ASKED), b.BRAND)
    assert shown.read(["c", "a", "b"]) == ("a", "b", "c")
    assert shown.wording(("a", "b"), "en") == "A, B"


def test_nothing_else_is_shuffled() -> None:
    for question in (b.choice(), b.multi(), b.ranking(), b.scale()):
        assert shown_to(question, b.session(question), b.BRAND) is question
