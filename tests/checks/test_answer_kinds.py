"""The ways to answer of the second edition: what is wrong with them, idle, or changed by them."""

import pytest

from tests.answer_kinds import KINDS, LABELS
from tests.checks.spoiling import caret_of, spoilt, told
from tui.checks.overlay import OverlayCheck
from tui.diagnostics.diagnostic import Severity
from tui.formats.questionnaire.models import ScaleTable
from tui.formats.questionnaire.recovery import parse_questionnaire
from tui.toml.reader import parse_toml

RAISED = KINDS.replace('"1.0.0"', '"1.1.0"', 1)
LAST = '    { zh-CN = "签字的报告", en = "A signed report" },\n'
MAIL = '{ zh-CN = "写邮件给{brand}", en = "By mail to {brand}" }'
RULE = '[question.aims.risk.few]\nif = [{TEST}]\nlevel = "low"\nsay = "!"\n'


def aims(test: str) -> tuple[str, str]:
    """Return the edit that adds a rule over the aims."""
    return "most = 2\n", "most = 2\n" + RULE.replace("TEST", f"{{ {test} }}"[1:-1])


def test_the_file_that_is_spoilt_is_good() -> None:
    assert told(KINDS) == []


WRONG = [
    ("labels_count", "write max = 3", LAST, "", "labels = [", "labels = ‸["),
    ("labels_count", "write max = 4", "max = 4\n", "", "labels = [", "labels = ‸["),
    ("empty_list", "", LABELS[LABELS.index("labels"):], "labels = ‸[]\n"),
    ("same_label", "'2'", 'en = "A signed report"', 'en = ‸"In the chat group"'),
    ("translation_missing", "", MAIL, '‸{ zh-CN = "写邮件" }'),
    ("empty_text", "", 'en = "A signed report"', 'en = ‸""'),
    ("unknown_placeholder", "{brand}", 'en = "By mail to {brand}"', 'en = "By mail to ‸{brnd}"'),
    ("not_true_or_false", "", "core = true", 'core = ‸"yes"'),
    ("not_list", "", LABELS[LABELS.index("labels"):], 'labels = ‸{ zh-CN = "一", en = "One" }\n'),
    ("key_of_other_type", "scale", "most = 2", 'most = 2\n‸labels = ["GMV", "ROI"]'),
    ("key_of_other_type", "multi", "max = 4", "max = 4\n‸most = 2"),
    ("below_least", "'most'", "most = 2", "most = ‸0"),
    ("not_whole", "'most'", "most = 2", "most = ‸1.5"),
    ("never_true", "", *aims('has = ‸["sales", "margin", "fans"]')),
    ("other_taken", "another id", "choices.sheet", "choices.other",
     "other = true\nshuffle", "‸other = true\nshuffle"),
    ("key_of_other_type", "choice, multi", "max = 4", "max = 4\n‸shuffle = true"),
    ("key_of_other_type", "choice, multi", "first = 2", "first = 2\n‸shuffle = true"),
    ("not_true_or_false", "write other = true", "other = true\nshuffle",
     'other = ‸"yes"\nshuffle'),
    ("key_of_other_type", "choice, multi", "first = 2", "first = 2\n‸other = true"),
    ("unknown_choice", "did you mean 'other'?", 'is = "other"', 'is = ‸"othr"'),
    ("below_least", "'first'", "first = 2", "first = ‸0"),
    ("not_whole", "'first'", "first = 2", 'first = ‸"2"'),
    ("never_true", "", '"stock", above = 2', '"stock", above = ‸3'),
    ("recommend_unfit", "only the first 2 are due", "first = 2",
     'first = 2\nrecommend = ‸["shop", "ads", "team"]'),
    ("not_date", "write min = 2026-01-01", "min = 2026-01-01", 'min = ‸"2026-01-01"'),
    ("not_date", "", "max = 2027-12-31", "max = ‸2027-12-31T10:00:00"),
    ("not_date", "", "max = 2027-12-31", "max = ‸2027"),
    ("min_not_below_max", "", "min = 2026-01-01", "min = ‸2028-01-01"),
    ("day_due", "2026-12-31", "above = 2027-01-31", "above = ‸30"),
    ("no_day_there", "'tone' is of type 'scale'", *aims('q = "tone", above = ‸2026-01-01')),
    ("never_true", "between 2026-01-01 and 2027-12-31", "2027-01-31 }", "‸2027-12-31 }"),
    ("no_date", "'tone'", 'over = "opening"', 'over = ‸"tone"'),
    ("operator_unfit", "min, max, above, below, over", "above = 2027-01-31", '‸in = ["x"]'),
    ("below_least", "'tolerance'", "tolerance = 3", "tolerance = ‸-1"),
    ("not_above", "'span'", "tolerance = 3", "span = ‸0"),
    ("near_below_tolerance", "", "tolerance = 3", "tolerance = 3\nnear = ‸2"),
    ("key_of_other_type", "", "tolerance = 3", "tolerance = 3\n‸unit = \"%\""),
    ("recommend_unfit", "2027-12-31 at the latest", "tolerance = 3",
     "tolerance = 3\nrecommend = ‸2028-01-01"),
    ("recommend_unfit", "write recommend = 2026-12-05", "tolerance = 3",
     'tolerance = 3\nrecommend = ‸"2026-12-05"'),
    ("recommend_unfit", "3 are chosen; 2 at the most", "most = 2",
     'most = 2\nrecommend = ‸["sales", "margin", "fans"]'),
]  # fmt: skip
"""Message, words, and the edits."""
IDLE = [
    ("idle_beside_labels", "leave 'low' out", "max = 4", 'max = 4\n‸low = "GMV"'),
    ("idle_beside_labels", "leave 'high' out", "max = 4", 'max = 4\n‸high = "GMV"'),
    ("idle_first", "leave 'first' out", "first = 2", "‸first = 4"),
    ("idle_most", "leave 'most' out", "most = 2", "‸most = 3"),
    ("always_true", "", "above = 2027-01-31", "min = ‸2026-01-01"),
    ("tolerance_covers_all", "", "tolerance = 3", "tolerance = ‸800"),
    (
        "near_covers_all",
        "",
        "max = 2027-12-31\ntolerance = 3",
        "max = ‸2026-01-10",
        "above = 2027-01-31",
        "above = 2026-01-05",
    ),
    ("near_beyond_span", "", "tolerance = 3", "near = ‸200"),
    ("always_true", "", *aims("count_max = ‸2")),
    ("identical_texts", "", 'en = "In the chat group"', 'en = ‸"聊天群里"'),
]
CHANGED = [
    ("labels_changed", "tone", MAIL, '{ zh-CN = "传真", en = "By fax" }', "labels", "‸labels"),
    ("labels_changed", "tone", LABELS[LABELS.index("labels"):], "",
     "[question.tone]", "[question.‸tone]"),
    ("bounds_changed", "tone", LAST, "", "max = 4", "max = ‸3"),
    ("bounds_changed", "opening", "max = 2027-12-31", "max = ‸2028-12-31"),
    ("bounds_changed", "paid", 'due?" }\n', 'due?" }\nmin = ‸2026-01-01\n'),
    ("other_removed", "tools", "other = true\nshuffle", "shuffle",
     "[question.tools]", "[question.‸tools]"),
    ("other_added", "aims", "most = 2", "most = 2\n‸other = true"),
    ("first_changed", "order", "first = 2", "first = ‸3"),
    ("most_changed", "aims", "most = 2", "most = ‸1"),
    ("most_changed", "aims", "most = 2\n", "", "[question.aims]", "‸[question.aims]"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "words", "edits"), [
    pytest.param(*case[:2], case[2:], id=f"{case[0]}-{place}") for place, case in enumerate(WRONG)
])  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(key: str, words: str, edits: tuple[str, ...]) -> None:
    marked = spoilt(*edits, text=KINDS)
    ((found, severity, line, column, said),) = told(marked)
    assert (found, severity, (line, column)) == (key, Severity.ERROR, caret_of(marked))
    assert words in said


@pytest.mark.parametrize(("key", "words", "edits"), [
    pytest.param(*case[:2], case[2:], id=f"{case[0]}-{place}") for place, case in enumerate(IDLE)
])  # fmt: skip
def test_what_changes_nothing_is_a_warning(key: str, words: str, edits: tuple[str, ...]) -> None:
    marked = spoilt(*edits, text=KINDS)
    ((found, severity, line, column, said),) = told(marked)
    assert (found, severity, (line, column)) == (key, Severity.WARNING, caret_of(marked))
    assert words in said


@pytest.mark.parametrize(("key", "question", "edits"), [
    pytest.param(*case[:2], case[2:], id=f"{case[0]}-{place}") for place, case in enumerate(CHANGED)
])  # fmt: skip
def test_a_changed_meaning_needs_rev(key: str, question: str, edits: tuple[str, ...]) -> None:
    marked = spoilt(*edits, text=RAISED)
    ((found, severity, line, column, said),) = told(marked, KINDS)
    assert (found, severity, (line, column)) == (key, Severity.ERROR, caret_of(marked))
    assert f"rev = 2 in [question.{question}]" in said
    head = f"[question.{question}]\n"
    meant = marked.replace("‸", "")
    assert told(spoilt(head, head + "rev = 2\n", text=meant), KINDS) == []


def test_words_for_the_levels_between_ends_that_stay_are_a_warning() -> None:
    ends = LABELS[: LABELS.index("labels")] + (
        'low = { zh-CN = "口头说一声", en = "By word of mouth" }\n'
        'high = { zh-CN = "签字的报告", en = "A signed report" }\n'
    )
    ((found, severity, *_),) = told(RAISED, KINDS.replace(LABELS, ends))
    assert (found, severity) == ("labels_reworded", Severity.WARNING)


def test_one_label_in_other_words_of_one_language_is_a_warning() -> None:
    marked = spoilt('en = "In the chat group"', 'en = "In our chat"', text=RAISED)
    ((found, severity, *_),) = told(marked, KINDS)
    assert (found, severity) == ("labels_reworded", Severity.WARNING)


FRENCH = """\
format = 1
[questionnaire]
title = "Types"
[party]
brand.name = "Marque"
agency.name = "Agence"
[area.work]
title = "Travail"
[question.tone]
text = "Quel ton ?"
labels = ["À voix haute", "Dans le chat", "Par mail à {brand}", "Un rapport signé"]
[question.aims]
text = "Lesquels ?"
choices = { sales = "Ventes", margin = "Marge", fans = "Abonnés", none = "Aucun" }
[question.carrier]
text = "Qui ?"
choices = { brand = "{brand}", agency = "{agency}" }
risk.third.say = "Signez."
[question.tools]
text = "Quels outils ?"
choices = { sheet = "Un tableau", crm = "Un CRM", none = "Aucun" }
[question.order]
text = "Quoi d'abord ?"
choices = { shop = "La boutique", ads = "Du trafic", team = "L'équipe", stock = "Du stock" }
risk.stock.say = "Trop tard."
[question.opening]
text = "Quand ?"
risk.late.say = "Trop tard."
[question.paid]
text = "Quand ?"
risk.after.say = "Trop tard."
"""


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        (None, "", ""),
        ("overlay_list", '"Par mail à {brand}", ', ""),
        ("unknown_placeholder", "{brand}", "{brnd}"),
        ("not_text", '"Dans le chat"', "3"),
        ("missing_key", FRENCH[FRENCH.index("labels") : FRENCH.index("[question.aims]")], ""),
        ("not_table", FRENCH[FRENCH.index("labels") : FRENCH.index("[question.aims]")],
         'labels = "Un"\n'),
    ],
)  # fmt: skip
def test_a_further_language_tells_every_level(key: str | None, old: str, new: str) -> None:
    base = parse_questionnaire(parse_toml(KINDS.encode(), "kinds.toml")).value
    assert base is not None
    overlay = OverlayCheck(base, parse_toml(FRENCH.replace(old, new, 1).encode(), "kinds.fr.toml"))
    found = [each.message.key.partition(".")[2] for each in overlay.diagnostics()]
    assert found == ([] if key is None else [key])
    if key is None:
        overlay.apply()
        tone = base.question["tone"]
        assert isinstance(tone, ScaleTable)
        assert tone.labels[-1]["fr"] == "Un rapport signé"
