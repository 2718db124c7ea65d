"""Questionnaires on disk: what a file becomes, and finding the edition that a sheet names."""

import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from tests.checks.questionnaire_records import PARTIES, QUESTIONS, both
from tests.questionnaires import GOOD
from tui.checks.questionnaire import load, questionnaire_of
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.conditions import Operator, Predicate
from tui.domain.questionnaire import Area, Edition, NoSuchQuestionnaire, Party
from tui.domain.questions import NumberQuestion
from tui.domain.questions.number import Measure
from tui.domain.risk_rules import Level, RiskRule, Source
from tui.storage.library import bundled, find
from tui.toml.reader import parse_toml

GOOD_FILE = questionnaire_of(parse_toml(GOOD.encode(), "good.toml"))


@pytest.mark.parametrize("place", range(len(QUESTIONS)), ids=[q.kind for q in QUESTIONS])
def test_each_type_of_question_becomes_its_record(place: int) -> None:
    assert GOOD_FILE.questions[place] == QUESTIONS[place]


def test_the_frame_of_a_questionnaire() -> None:
    assert len(GOOD_FILE.questions) == len(QUESTIONS)
    assert GOOD_FILE.languages == ("zh-CN", "en")
    assert GOOD_FILE.title == both("示例", "Sample")
    assert GOOD_FILE.parties == tuple(Party(name, both(*said)) for name, said in PARTIES.items())
    assert GOOD_FILE.areas == (
        Area("goals", both("目标", "Goals"), both("目标不一致", "Goals differ")),
        Area("risk", both("风险", "Risk")),
    )
    assert GOOD_FILE.retired == {"price_list"}


def test_rules_over_several_questions() -> None:
    assert GOOD_FILE.risks == (
        RiskRule(
            id="stock_without_say",
            tests=(
                Predicate("unsold_stock", Operator.IS, ("agency",)),
                Predicate("stock_split", Operator.ABOVE, Decimal(50)),
            ),
            level=Level.MEDIUM,
            say=both("承担而无权", "Bearing it without a say"),
        ),
        RiskRule(
            id="traffic",
            tests=(
                Predicate("budget", Operator.MIN, Decimal(80), choice="traffic"),
                Predicate("horizon", Operator.DIFFERS, True),
            ),
            level=Level.LOW,
            say=both("只投流量", "Traffic only"),
            source=Source.JUDGEMENT,
        ),
    )


def measure(keys: str) -> Measure:
    text = GOOD.replace("tolerance = 5\nnear = 15\n", keys)
    (question,) = (
        each
        for each in questionnaire_of(parse_toml(text.encode(), "a.toml")).questions
        if isinstance(each, NumberQuestion)
    )
    return question.measure


@pytest.mark.parametrize(
    ("keys", "tolerance", "near", "span"),
    [
        ("", 0, 10, 100),
        ("span = 40\n", 0, 4, 40),
        ("tolerance = 20\n", 20, 20, 100),
        ("ratio = 4\n", Decimal("1.1"), 2, 100),
        ("ratio = 4\ntolerance = 3\n", 3, 3, 100),
        ("ratio = 4\nnear = 1.05\n", Decimal("1.05"), Decimal("1.05"), 100),
    ],
)
def test_what_a_number_declares_not_has_a_default(
    keys: str, tolerance: Decimal, near: Decimal, span: Decimal
) -> None:
    found = measure(keys)
    assert (found.tolerance, found.near, found.span) == (tolerance, near, span)


def test_lent_choices_speak_english_to_every_language_but_chinese() -> None:
    text = GOOD.replace("zh-CN", "zh-TW").replace(" en =", " fr =").replace(".en =", ".fr =")
    text = text.replace('"en"]', '"fr"]')
    found = questionnaire_of(parse_toml(text.encode(), "a.toml"))["signed"]
    labels: list[Mapping[str, str]] = [choice.label.words for choice in found.labels]
    assert labels == [{"zh-TW": "是", "fr": "Yes"}, {"zh-TW": "否", "fr": "No"}]


def save(folder: Path, text: str, name: str = "sample.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_mail_gateway_changes_no_digest(tmp_path: Path) -> None:
    plain = load(save(tmp_path, GOOD)).edition
    mailed = load(save(tmp_path, "\ufeff" + GOOD.replace("\n", "\r\n"), "mailed.toml")).edition
    assert plain == mailed == GOOD_FILE.edition
    assert plain != load(save(tmp_path, GOOD + "# more\n", "other.toml")).edition


def test_loading_a_wrong_file_tells_everything(tmp_path: Path) -> None:
    wrong = GOOD.replace('"choice"', '"choise"').replace("weight = 3", "weight = 9")
    with pytest.raises(InvalidFile) as caught:
        load(save(tmp_path, wrong))
    keys = [found.message.key for found in caught.value.diagnostics]
    assert keys == ["check.not_between", "check.unknown_question_type"]


def test_warnings_alone_do_not_keep_a_file_from_loading(tmp_path: Path) -> None:
    load(save(tmp_path, GOOD.replace('en = "Split"', 'en = "分担比例"')))


def test_the_bundled_questionnaires_load() -> None:
    assert "partnership.toml" in {path.name for path in bundled()}
    for path in bundled():
        assert load(path).questions


def test_an_edition_is_found_beside_the_sheets_and_in_the_users_folder(tmp_path: Path) -> None:
    save(tmp_path, "no = toml = at all", "broken.toml")
    save(tmp_path, GOOD.replace('"1.0.0"', '"1.1.0"'), "newer.toml")
    save(tmp_path, GOOD)
    assert find(GOOD_FILE.edition, tmp_path, None).questionnaire == GOOD_FILE
    assert find(GOOD_FILE.edition, None, tmp_path).questionnaire == GOOD_FILE


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('version = "1.0.0"', 'version = "1.1.0"'), "check.only_other_version"),
        (("weight = 3", "weight = 2"), "check.questionnaire_changed"),
        (('id = "sample"', 'id = "other"'), "check.no_such_questionnaire"),
    ],
)
def test_what_is_there_instead_is_told(tmp_path: Path, change: tuple[str, str], key: str) -> None:
    save(tmp_path, GOOD.replace(*change))
    save(tmp_path, '[questionnaire]\nid = "sample"\nversion = "9.9.9"\n', "sheet.toml")
    with pytest.raises(NoSuchQuestionnaire) as caught:
        find(GOOD_FILE.edition, tmp_path)
    assert caught.value.message.key == key


def test_a_bundled_edition_is_found_by_its_digest() -> None:
    first = load(bundled()[0])
    assert find(first.edition) == (first, bundled()[0])
    with pytest.raises(NoSuchQuestionnaire):
        find(Edition("nowhere", "1.0.0", "sha256:0"))


def test_the_rest_of_the_storage_does_not_load_pydantic() -> None:
    code = (
        "import sys, tui.toml.reader, tui.diagnostics.diagnostic; "
        "sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
