"""A report as Markdown: told whole, and what people typed is text in whatever reads it."""

from datetime import date
from functools import cache, lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.exports.documents import HOSTILE, document, spoilt
from tui.exports import markdown
from tui.exports.document import Part
from tui.exports.markdown_text import escaped
from tui.i18n import Language, Phrases
from tui.text.cleaning import one_line

FORBIDDEN = {
    *("html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence"),
    *("em_open", "s_open", "hr", "blockquote_open", "ordered_list_open", "hardbreak"),
}
"""What no report has, so that it can only come of a text."""


AROUND = (("- ", ""), ("- **", "** · x"), ("x: ", ""), ("", ""), ("- x / ", " · y"))
"""What stands before and behind the lines of people."""


@lru_cache(maxsize=2)
def tokens(text: str) -> list[Token]:
    """Return what a renderer sees, the parts of each line included."""
    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [each for token in found for each in (token, *(token.children or ()))]


def shown(text: str) -> str:
    """Return what a renderer shows."""
    return "".join(
        "\n" if token.type == "softbreak" else token.content + "\n" * (token.type == "inline")
        for token in tokens(text)
        if token.type in ("text", "softbreak")
    )


def structure(text: str) -> list[str]:
    """Return what a renderer makes of a text, but for how a line is cut."""
    return [token.type for token in tokens(text) if token.type not in ("text", "softbreak")]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_a_hostile_text_is_text_and_there_whole(text: str) -> None:
    told = spoilt(document(), text)
    whole = markdown.written(told).decode()
    assert structure(whole) == harmless()
    assert text in shown(whole)
    assert not FORBIDDEN & {*harmless()}
    for found in (
        markdown.summary(told),
        markdown.decisions(told),
        markdown.item(told, next(told.items(Part.TO_SETTLE)).id),
    ):
        assert not FORBIDDEN & {*structure(found)}
        assert text in shown(found)


@cache
def harmless() -> list[str]:
    """Return what a renderer makes of a report whose texts are all one harmless word."""
    return structure(markdown.written(spoilt(document(), "plain")).decode())


@given(st.text(st.sampled_from("\\`*_[]()<>#+-.!|~&$;:@=/aä1长 {}^\"'"), max_size=12))
def test_any_line_is_text_wherever_a_report_has_one(text: str) -> None:
    line = one_line(text)
    found = "\n\n".join(f"{before}{escaped(line)}{after}" for before, after in AROUND)
    assert structure(found) == around("x" if line else "")
    assert shown(found).count(line) >= len(AROUND)


@cache
def around(word: str) -> list[str]:
    """Return what a renderer makes of a harmless word wherever a report has one."""
    return structure("\n\n".join(f"{before}{word}{after}" for before, after in AROUND))


def test_a_report_is_told_in_the_order_of_its_sections() -> None:
    told = markdown.written(document("en")).decode()
    lines = [line for line in told.splitlines() if line.startswith(("# ", "## "))]
    assert lines == [
        "# Alignment report · Atelier Vaudrenne × 屿舟电商",
        "## From the last meeting",
        "## Decided",
        "## Still to settle",
        "## Parked",
        "## Aligned or near, nothing to settle",
        "## How to read this",
    ]
    assert told.endswith("\nSHA-256: c0ffee\n")
    assert Phrases(Language.ENGLISH)("report.notice") in told


def test_what_is_to_be_done_has_a_box() -> None:
    told = markdown.written(document("en")).decode()
    assert "- [ ] **Store ownership** · decided" in told
    assert "- [x] **Price approval** · decided" in told
    assert "- **GMV definition** · decided" in told  # dropped
    assert "- **Short or long** · parked" in told
    for line in (
        "  - Decision:\n    - Transfer the store.\n    - 账号一个月内转给品牌。",
        "  - Owner: 周叙\n  - Due: Fri 4 Dec 2026\n  - State: open",
        "  - Meeting of: Thu 1 Oct 2026",
    ):
        assert f"\n{line}\n" in told


def test_the_map_is_a_table() -> None:
    types = [token.type for token in tokens(markdown.written(document()).decode())]
    assert types.count("table_open") == 1
    assert types.count("tr_open") == 1 + 5
    told = markdown.written(document("en")).decode()
    assert "\n| Resources | ≠ ≠ ≈ ≈ ≈ = = | 5 to talk about |\n" in told
    assert "≠!✓" in told  # on which both hold a red line, and which is settled


def test_the_minutes_have_no_map() -> None:
    told = document("en", questions=(), areas=())
    assert "table_open" not in structure(markdown.written(told).decode())


def test_the_summary_is_short_and_names_what_was_decided() -> None:
    told = markdown.summary(document("en"))
    assert told.splitlines()[0].startswith("**Alignment report · Atelier Vaudrenne × 屿舟电商** · ")
    assert (
        "- [ ] **Store ownership** · The brand, all of it ·"
        " Transfer the store. 账号一个月内转给品牌。 · 周叙 · Fri 4 Dec 2026" in told
    )
    assert "\nStill to settle: 21 · Parked: 1\n" in told
    assert markdown.decisions(document("en")).count("**") == 2 * 4
    assert markdown.decisions(document("en", decisions=(), carried=())) == ""


def test_one_question_is_told_whole() -> None:
    told = document("en")
    item = next(told.items(Part.TO_SETTLE))
    found = markdown.item(told, item.id)
    assert found in markdown.written(told).decode()
    assert all(said.words[0] in found for said in item.said)
    with pytest.raises(KeyError):
        markdown.item(told, "nowhere")


def test_both_languages_stand_side_by_side_and_chinese_alone_has_its_colon() -> None:
    assert "负责人 / Owner: 周叙" in markdown.written(document()).decode()
    alone = markdown.written(document("zh-CN")).decode()
    assert "负责人：周叙" in alone
    assert "Owner" not in alone


def test_the_same_document_gives_the_same_bytes() -> None:
    assert markdown.written(document()) == markdown.written(document())
    assert document().day == date(2026, 11, 20)


def test_the_summary_ends_with_the_next_date() -> None:
    told = markdown.summary(document("en"))
    assert told.splitlines()[-1] == "Next meeting: Fri 18 Dec 2026"
