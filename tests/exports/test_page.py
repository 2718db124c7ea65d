"""The web page without a browser: whole, safe wherever it is opened, and small enough to send."""

import base64
import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.domain import builders as b
from tests.exports import reports
from tests.exports.documents import HOSTILE, document, spoilt
from tests.exports.test_self_assessment import alone
from tests.sample_answers import reply
from tui.checks.questionnaire import load
from tui.domain.report import Report
from tui.domain.report_builder import report
from tui.domain.report_level import ReportLevel
from tui.domain.verdict import Verdict
from tui.exports.compiled_templates import environment
from tui.exports.document import Document, Part
from tui.exports.kickoff import kickoff_document
from tui.exports.over_time import over_time
from tui.exports.page import written
from tui.i18n import Language, Phrases
from tui.text.cleaning import is_clean, one_line
from tui.text.dates import brief_day

VOID = {"meta", "wbr", "br", "hr", "img", "input", "link"}
LIMIT = 300_000
"""Bytes of a page, so that it can be sent with any message."""


@dataclass
class Page(HTMLParser):
    """What a browser reads: the elements with their attributes, and the text."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, attrs)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        """Return every value of an attribute."""
        return [told[name] for _, told in self.tags if name in told]


def read(content: bytes, most: int | None = LIMIT) -> Page:
    """Return a page once it is held to what every page must be, and to its size unless None."""
    page = Page()
    page.feed(content.decode())
    page.close()
    assert page._open == []
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {
        tag for tag, _ in page.tags
    }
    names = {name for _, told in page.tags for name in told}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src"})
    ids = Counter(page.all("id"))
    assert max(ids.values(), default=1) == 1
    for link in page.all("href"):
        assert link[0] == "#"
        assert link[1:] in ids
    (style,) = re.findall("<style>(.*?)</style>", content.decode(), re.DOTALL)
    assert not re.findall(r"url\(|@import|//|expression|</", style)
    policy = next(told["content"] for _, told in page.tags if "http-equiv" in told)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert most is None or len(content) < most
    return page


@cache
def every_question() -> Document:
    """Return the document of two parties that differ on all that a bundled questionnaire asks."""
    asked = load(Path("questionnaires/partnership.toml"))
    said = [
        {
            q.id: b.answer(reply(q, party).value, note="写下来 in words " * 4)
            for q in asked.questions
        }
        for party in range(2)
    ]
    session = replace(b.session(brand=said[0], agency=said[1]), questionnaire=asked)
    return kickoff_document(report(session), ("en", "zh-CN"), "0" * 64)


def kickoff(told: Report, *languages: str) -> Document:
    return kickoff_document(told, languages or ("en", "zh-CN"), "0" * 64)


@cache
def whole() -> Report:
    """Return a report with whatever one can have: decisions, second answers, a private question."""
    told = reports.talked_over()
    hidden, anew = (item.question for item in told.agenda[4:6])
    questions = [
        replace(
            question,
            revised=dict.fromkeys(question.answers, question.answers["brand"]),
            reasons={"agency": "想过了 <b>"},
            verdict_after=Verdict.ALIGNED,
        )
        if question.id == anew
        else question
        for question in reports.private(hidden).questions
    ]
    decisions = [
        replace(each, owner="罗敏", due=date(2027, 1, 8)) if each.is_parked else each
        for each in told.decisions
    ]
    return replace(told, questions=tuple(questions), decisions=tuple(decisions))


LEVELS = {
    "own": lambda *said: kickoff(replace(whole(), level=ReportLevel.OWN), *said),
    "shared": lambda *said: kickoff(whole(), *said),
    "minutes": lambda *said: kickoff(reports.minutes(), *said),
    "alone": lambda *said: alone(*(said or ("zh-CN", "en"))),
}
"""The kinds of document, by the languages to write them in."""


@pytest.mark.parametrize("languages", [(), ("en",), ("zh-CN",), ("zh-CN", "en")], ids="-".join)
@pytest.mark.parametrize("kind", LEVELS)
def test_every_kind_of_report_is_a_page_that_asks_for_nothing(
    kind: str, languages: tuple[str, ...]
) -> None:
    told = LEVELS[kind](*languages)
    page = read(written(told))
    assert page.tags[0] == ("html", {"lang": told.languages[0]})
    assert set(page.all("lang")) <= {*told.languages, "zh-CN", "en", "zh"}
    for words in (told.headline, told.notice, *(s.title for s in told.sections)):
        assert all(text in page.text for text in words)


_SHORT = (Part.DECIDED, Part.AGREED, Part.NOT_COMPARED)
"""What is told in a line each: why it once was to be talked about is left out."""


@pytest.mark.parametrize("kind", LEVELS)
def test_all_that_is_to_be_talked_about_is_on_the_page(kind: str) -> None:
    told = LEVELS[kind]("en")
    page = read(written(told))
    for section in told.sections:
        for item in section.items:
            expected = [*item.name]
            if section.part is not Part.DECIDED:
                expected += [f for said in item.said if said.is_red_line for f in said.firmness]
            if section.part not in _SHORT:
                expected += [words for each in item.noted for words in each]
                expected += [words for risk in item.risks for each in risk for words in each]
                for said in item.said:
                    expected += [*said.contract, said.note, said.private_note, said.reason]
                    expected += said.words if item.first is None else ()
            if item.decision is not None:
                expected += [*item.decision.agreed, *item.decision.text.splitlines()]
                expected += [item.decision.owner, *(text for _, text in item.decision.clauses)]
                if item.decision.due is not None:
                    expected.append(brief_day(item.decision.due, "en", told.day.year))
            assert [words for words in expected if words not in page.text] == []


def test_what_the_two_expected_is_told_once() -> None:
    noted = {item.id: item.noted for item in kickoff(reports.example(), "en").items()}
    say = Phrases(Language.ENGLISH)
    assert noted["term_focus"] == ((say("document.false_consensus_neither"),),)
    assert noted["budget_split"] == ((say("item.expected_both"),),)


def test_a_report_of_every_question_can_be_sent() -> None:
    told = every_question()
    assert sum(len(area.tiles) for area in told.areas) > 70
    assert len(list(told.items(Part.TO_SETTLE))) > 60
    read(written(told))


@cache
def tags(kind: str) -> set[str]:
    """Return the elements of a report whose texts are all one harmless word."""
    return {tag for tag, _ in read(written(spoilt(LEVELS[kind](), "plain"))).tags}


@pytest.mark.parametrize("kind", ["shared", "alone"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_a_hostile_text_is_text_and_there_whole(text: str, kind: str) -> None:
    page = read(written(spoilt(LEVELS[kind](), text)), most=None)
    assert text in page.text
    assert {tag for tag, _ in page.tags} <= tags(kind)


def test_what_people_and_files_say_is_told_whole_and_clean() -> None:
    page = read(written(kickoff(reports.hostile())), most=None)
    for text in reports.HOSTILE:
        assert one_line(text) in page.text
    assert is_clean(page.text)


def test_every_tile_leads_to_its_question() -> None:
    told = kickoff(whole())
    page = read(written(told))
    tiles = [told for _, told in page.tags if told.get("class", "").startswith("tile ")]
    assert len(tiles) == sum(len(area.tiles) for area in told.areas)
    assert all(tile["href"] for tile in tiles)
    named = {tile["title"].split(" / ")[0].split(": ")[0] for tile in tiles}
    assert {item.name[0] for item in told.items() if item.id} == named


def test_every_sign_is_explained_as_it_is_drawn() -> None:
    same = next(q.id for q in reports.example().questions if q.verdict is Verdict.ALIGNED)
    told = kickoff(reports.private(same))
    drawn = {(tile.verdict, tile.mark) for area in told.areas for tile in area.tiles}
    assert drawn == {(verdict, sign) for verdict, sign, _ in told.legend}
    assert (Verdict.ALIGNED, "≈", ("Near (private)", "接近（保密）")) in told.legend


def test_the_minutes_have_neither_map_nor_empty_sections() -> None:
    page = read(written(LEVELS["minutes"]("en")))
    assert "map" not in page.all("class")
    assert "Still to settle" in page.text
    heads = [tag for tag, _ in page.tags if tag == "h2"]
    assert len(heads) == len(LEVELS["minutes"]("en").sections) + 1


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(document()) == written(document())


def test_what_has_changed_over_reports_is_on_the_page_with_the_trend() -> None:
    told = document("en")
    earlier = replace(reports.example(), date=date(2026, 5, 5), agenda=())
    changed = over_time([earlier, reports.example()], told.phrases)
    page = read(written(replace(told, over_time=changed)))
    assert "2026-05-05" in page.text
    for words in (changed.headline, changed.opened[0].name, changed.trend[0].title):
        assert words[0] in page.text


def test_hostile_texts_of_what_has_changed_are_text() -> None:
    told = document("en")
    earlier = replace(reports.example(), date=date(2026, 5, 5), agenda=())
    changed = over_time([earlier, reports.example()], told.phrases)
    text = "<script>alert(1)</script>"
    page = read(written(replace(told, over_time=spoilt(changed, text))))
    assert text in page.text
    assert "script" not in {tag for tag, _ in page.tags}


def test_a_template_is_compiled_once_and_anew_where_that_is_lost(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("{{ 1 + 1 }}")
    assert environment(tmp_path).get_template("page").render() == "2"
    (kept,) = (tmp_path / "__pycache__").iterdir()
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1], whole[:20], b"no template"):
        kept.write_bytes(damaged)
        assert environment(tmp_path).get_template("page").render() == "2"
        assert kept.read_bytes() == whole
    (tmp_path / "page").write_text("{{ 1 + 2 }}")
    assert environment(tmp_path).get_template("page").render() == "3"


def test_a_page_is_written_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("{{ 1 + 1 }}")
    (tmp_path / "__pycache__").touch()
    assert environment(tmp_path).get_template("page").render() == "2"


def test_a_tile_tells_of_second_answers_and_the_legend_explains_it() -> None:
    made = kickoff(reports.answered_anew(), "en")
    anew = [t for area in made.areas for t in area.tiles if t.after is not None]
    assert anew
    page = written(made).decode()
    legend = page.partition('<p class="legend">')[2].partition("</p>")[0]
    for tile in anew:
        assert f"→{tile.mark_after}</span>" in page
        assert f">{tile.mark_after}</b>" in legend
    assert "<b>→</b>" in legend
