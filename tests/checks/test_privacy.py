"""What would tell a private answer is refused; what only the party itself is told is not."""

import pytest

from tests.checks.spoiling import caret_of, spoilt, told
from tui.checks.questionnaire import questionnaire_of
from tui.diagnostics.diagnostic import InvalidFile, Severity
from tui.toml.reader import parse_toml

FEE = "[question.fee]\n"
SAY = 'level = "low"\nsay = { zh-CN = "小心。", en = "Mind." }\n'


def rule(tests: str, name: str = "risk.odd") -> tuple[str, str]:
    return "[retired.old]", f"[{name}]\nif = [{tests}]\n{SAY}[retired.old]"


@pytest.mark.parametrize(
    ("key", "words", "edits"),
    [
        ("gate_tells_private", "ask 'fee' always",
         (FEE, FEE + 'show_if = [{ q = ‸"cash", below = 3 }]\n')),
        ("gate_tells_private", "'rate' is private",
         (FEE, FEE + 'show_if_any = [{ q = "pay", is = "yes" }, { q = ‸"rate", min = 3 }]\n')),
        ("gate_tells_private", "", (FEE, FEE + 'show_if = [{ q = ‸"cash", undecided = true }]\n')),
        ("gate_tells_private", "", (FEE, FEE + 'show_if = [{ q = ‸"cash", min = 0 }]\n')),
        ("gate_tells_private", "", (FEE, FEE + 'show_if = [{ q = ‸"cash", unanswered = true }]\n')),
        ("gate_tells_private", "", (FEE, FEE + 'show_if = [{ q = ‸"cash", min = 3, '
                                               'who = "both" }]\n')),
        ("gate_tells_private", "ask 'rate' always", ('private = "overlap"\n',
         'private = "overlap"\nshow_if = [{ q = ‸"cash", below = 3 }]\n')),
        ("gate_tells_private", "ask 'pay' always",
         ("[question.pay]\n", '[question.pay]\nshow_if = [{ q = ‸"cash", below = 3 }]\n')),
        ("rule_tells_private", "as [question.cash.risk.odd]",
         rule('{ q = ‸"cash", below = 3 }, { q = "fee", above = 9 }')),
        ("rule_tells_private", "", rule('{ q = "fee", over = ‸"cash" }')),
        ("rule_tells_private", "", rule('{ q = "fee", apart_from = ‸"cash", by = 9 }')),
        ("rule_tells_private", "as [question.rate.risk.odd]",
         rule('{ q = ‸"rate", min = 30 }', "question.fee.risk.odd")),
        ("rule_tells_private", "", rule('{ over = ‸"cash" }', "question.fee.risk.odd")),
        ("definition_tells_private", "leave 'cash' out",
         (FEE, FEE + 'defined_by = ["pay", ‸"cash"]\n')),
        ("differs_private", "leave 'differs' out", rule('{ q = "rate", ‸differs = true }')),
        ("differs_private", "", rule("{ ‸differs = true }", "question.cash.risk.odd")),
    ],
)  # fmt: skip
def test_what_tells_a_private_answer_is_refused_with_a_mend(
    key: str, words: str, edits: tuple[str, ...]
) -> None:
    marked = spoilt(*edits)
    ((found, severity, line, column, said),) = told(marked)
    assert (found, severity, line, column) == (key, Severity.ERROR, *caret_of(marked))
    assert words in said
    with pytest.raises(InvalidFile):
        questionnaire_of(parse_toml(marked.replace("‸", "").encode(), "a.toml"))


@pytest.mark.parametrize(
    "edits",
    [
        rule('{ q = "pay", is = "yes" }, { q = "cash", below = 3 }'),
        rule('{ below = 3 }, { q = "fee", above = 50 }', "question.cash.risk.odd"),
        rule('{ min = 30 }, { q = "cash", below = 3 }', "question.rate.risk.odd"),
        ('private = "own"\n', 'private = "own"\nshow_if = [{ q = "pay", is = "yes" }]\n'),
    ],
    ids=["told under the private one", "own", "overlap", "gated by a shared one"],
)
def test_a_check_for_the_party_itself_is_allowed(edits: tuple[str, ...]) -> None:
    assert told(spoilt(*edits)) == []


def test_nothing_is_concluded_from_a_misspelt_privacy() -> None:
    gated = spoilt(FEE, FEE + 'show_if = [{ q = "cash", below = 3 }]\n', '"own"', '"onw"')
    assert [key for key, *_ in told(gated)] == ["unknown_word"]
