"""A questionnaire printed for colleagues: all that its author wrote, and room for what they say."""

import html
import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import docx
import pytest

from tests.cli.test_cli import duiqi
from tests.exports.documents import HOSTILE
from tests.exports.test_markdown import FORBIDDEN, shown, structure
from tests.questionnaires import GOOD, of_each_type
from tui.checks.questionnaire import questionnaire_of
from tui.domain.localized_text import LocalizedText
from tui.domain.questionnaire import Questionnaire
from tui.exports.document import Document
from tui.exports.formats import Format, written
from tui.exports.questionnaire import questionnaire_document
from tui.i18n import LANGUAGES, Language
from tui.toml.reader import parse_toml

DAY = date(2026, 11, 26)
FORMATS = (Format.PAGE, Format.WORD, Format.MARKDOWN)
NAMES = {"zh-CN": ("品牌方", "代运营"), "en": ("Brand", "Agency")}


def loaded(text: str) -> Questionnaire:
    return questionnaire_of(parse_toml(text.encode(), "sample.toml"))


def printed(text: str = GOOD, *languages: str) -> Document:
    return questionnaire_document(loaded(text), DAY, languages)


def text_of(content: bytes, to: Format) -> str:
    """Return what a file shows, on one line."""
    if to is Format.WORD:
        told = docx.Document(io.BytesIO(content))
        told_by = told.element.body.itertext()
        return " ".join("\n".join(told_by).split())
    if to is Format.MARKDOWN:
        return " ".join(shown(content.decode()).split())
    page = re.sub(r"<style>.*?</style>|<[^>]+>", " ", content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(page).split())


def texts(record: object) -> Iterator[LocalizedText]:
    """Yield all texts that stand in a questionnaire."""
    if isinstance(record, LocalizedText):
        yield record
    elif isinstance(record, tuple | dict):
        for each in record.values() if isinstance(record, dict) else record:
            yield from texts(each)
    elif is_dataclass(record):
        for field in fields(record):
            if not field.name.startswith("_") and field.name != "placed_rules":
                yield from texts(getattr(record, field.name))


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("languages", [LANGUAGES, *((each,) for each in LANGUAGES)])
def test_every_text_of_the_file_is_there_in_the_languages_asked_for(
    to: Format, languages: tuple[Language, ...]
) -> None:
    told = text_of(written(printed(GOOD, *languages), to), to)
    for text in texts(loaded(GOOD)):
        for tag, words in text.words.items():
            named = words.format(brand=NAMES[tag][0], agency=NAMES[tag][1])
            if tag in languages:
                assert " ".join(named.split()) in told
    if languages == (Language.ENGLISH,):
        assert not re.search("[\u4e00-\u9fff]", told)


def test_conditions_are_told_in_words() -> None:
    told = text_of(written(printed(GOOD, "en"), Format.MARKDOWN), Format.MARKDOWN)
    for words in (
        "Asked only if: Who bears unsold stock?: is “Both together” (either party)",
        "Asked only if: Metrics: names “GMV” (either party); or "
        "How often does Agency report?: is not “Weekly” (both parties)",
        "if Who bears unsold stock?: is one of “Nobody”, “Both together”",
        "Fires if: Who bears unsold stock?: is “Agency”; and Split: above 50",
        "Fires if: “Traffic” in Budget split: at least 80; and "
        "Short or long term?: the two are not aligned",
        "Counts as aligned: up to 5 apart; near up to 15",
        "a number · 0% to 100%",
        "a range · 1 to 500.5 · decimal places: 1 at most",
        "None · excludes the others",
        "private: only whether the two meet is told",
    ):
        assert words in told, words


def test_so_are_both_gates_at_once_and_words_for_one_party() -> None:
    added = """firmness = false
ask.brand = { zh-CN = "你们签字吗？", en = "Do you sign?" }
show_if = [{ q = "horizon", above = 2 }]
show_if_any = [{ q = "kpis", has = "gmv" }, { q = "reports", is = "weekly" }]
"""
    later = '[question.later]\ntype = "yesno"\narea = "goals"\n'
    text = GOOD.replace("[risk.stock", later + 'text = "GMV"\n' + added + "\n[risk.stock", 1)
    told = text_of(written(printed(text, "en"), Format.MARKDOWN), Format.MARKDOWN)
    assert "Put to Brand: Do you sign?" in told
    assert "Asked: in the full interview only · no firmness asked" in told
    assert (
        "Short or long term?: above 2 (either party); and (Metrics: names “GMV” (either party); or "
        "How often does Agency report?: is “Weekly” (either party))"
    ) in told


def test_it_says_which_party_alone_is_asked_and_nothing_of_two_answers() -> None:
    text = GOOD.replace("tolerance = 5\nnear = 15\n", 'asked_of = "brand"\n', 1)
    text = text.replace('defined_by = ["unsold_stock"]\n', "", 1)
    told = text_of(written(printed(text, "en"), Format.MARKDOWN), Format.MARKDOWN)
    assert "in the full interview only · asked of Brand only" in told
    assert "up to 15" not in told


def test_word_has_room_for_comments_below_each_question() -> None:
    file = docx.Document(io.BytesIO(written(printed(), Format.WORD)))
    asked = loaded(GOOD)
    assert len(file.tables) == 1 + len(asked.questions) + len(asked.risks)  # the first is the head
    for table in file.tables[1:]:
        label, *_, room = table.rows[-1].cells
        assert label.text.startswith("批注")
        assert (room.text.strip(), len(room.paragraphs)) == ("", 3)


def test_texts_that_bite_stay_text() -> None:
    harmless = structure(written(printed(of_each_type("x")), Format.MARKDOWN).decode())
    for bait in HOSTILE:
        if len(bait) > 100 or "{" in bait:  # what is no placeholder is refused in a questionnaire
            continue
        text = of_each_type(bait)
        told = printed(text)
        whole = written(told, Format.MARKDOWN).decode()
        assert structure(whole) == harmless
        assert not FORBIDDEN & {*structure(whole)}
        assert "<script>alert" not in written(told, Format.PAGE).decode()
        if bait in HOSTILE[:2]:  # a name is a name in Word, which takes longest to write
            assert bait in text_of(written(told, Format.WORD), Format.WORD)


def test_the_command_line_prints_one(tmp_path: Path) -> None:
    file = tmp_path / "sample.toml"
    file.write_text(GOOD, encoding="utf-8")
    done = duiqi("export", str(file), "--to", "docx,md,html", "-o", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    made = {path.suffix for path in tmp_path.iterdir()} - {".toml"}
    assert made == {".docx", ".md", ".html"}
    assert all(path.name.startswith("示例 问卷") for path in tmp_path.glob("[!s]*"))
    done = duiqi("export", str(file), "--to", "md", "-o", "-", "--language", "en")
    assert done.stdout.startswith("# Questionnaire, for comments\n")


def test_what_cannot_be_printed_is_told(tmp_path: Path) -> None:
    file = tmp_path / "sample.toml"
    file.write_text(GOOD, encoding="utf-8")
    done = duiqi("export", str(file), "--to", "docx,xlsx", "-o", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "html, docx, md, not as xlsx" in done.stderr
    file.write_text(GOOD.replace('"scale"', '"scele"'), encoding="utf-8")
    done = duiqi("export", str(file), "--to", "docx", "-o", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "did you mean 'scale'?" in done.stderr
    assert [*tmp_path.iterdir()] == [file]
