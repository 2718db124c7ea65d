"""Makes the table of keys that the README shows from the commands of the app.

Run `python -m tests.packaging.key_table` after a change of a key or a word; a test fails while the
table is stale.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tui.commands import COMMANDS, FIELD_KEYS, Place
from tui.i18n import Language, Phrases

README = Path(__file__).parents[2] / "README.md"
TONGUES = Language.ENGLISH, Language.CHINESE
WHERE = {
    Place.HOME: ("home", "首页"),
    Place.SETUP: ("set-up", "新建会谈"),
    Place.INTERVIEW: ("questions", "答题"),
    Place.HANDOVER: ("hand-over", "交接"),
    Place.REVEAL: ("reveal", "亮答案前"),
    Place.AREA_START: ("start of an area", "领域开头"),
    Place.AREA_END: ("end of an area", "领域结尾"),
    Place.GUESSES: ("guesses", "猜一猜"),
    Place.REVIEW: ("discussion", "讨论"),
    Place.MEETING_END: ("end of a meeting", "会谈小结"),
    Place.REPORT: ("report", "报告"),
    Place.OVER_TIME: ("over time", "前后对比"),
    Place.DECISIONS: ("decisions", "决定"),
    Place.SOLO: ("self-assessment", "自评"),
    Place.LIST: ("lists", "列表"),
    Place.DIALOG: ("dialogs", "对话框"),
}
"""What the screens are called, in English and in Chinese."""


def where(places: frozenset[Place], tongue: int) -> str:
    """Return the names of places; those where it is not, where these are fewer."""
    every, all_but, mark = (("everywhere", ", but not: ", ", "), ("各处", "，除了：", "、"))[tongue]
    left = [place for place in Place if place not in places]
    names = [WHERE[place][tongue] for place in Place if place in places]
    if not left:
        return every
    if len(left) <= 5:
        return every + all_but + mark.join(WHERE[place][tongue] for place in left)
    return mark.join(names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def rows() -> Iterator[str]:
    """Return the lines of both tables: of the commands, then of fields and lists."""
    yield _row("Key", "English", "中文", "Where", "在哪里")
    yield _row(*["---"] * 5).replace(" ", "")
    for command in COMMANDS:
        words = [Phrases(tongue)(f"command.{command.id}") for tongue in TONGUES]
        yield _row(command.key_labels, *words, *(where(command.places, n) for n in (0, 1)))
    yield ""
    yield "In answers, fields and lists / 在选项、输入框和列表里:"
    yield ""
    yield _row("Key", "按键", "English", "中文", "Where", "在哪里")
    yield _row(*["---"] * 6).replace(" ", "")
    for keys in FIELD_KEYS:
        names = [Phrases(tongue)(f"keys.{keys.id}") for tongue in TONGUES]
        words = [Phrases(tongue)(f"keys.{keys.id}_do") for tongue in TONGUES]
        yield _row(*names, *words, *(where(keys.places, n) for n in (0, 1)))


def updated(readme: str) -> str:
    """Return the README with its tables of keys as they should be."""
    table = "\n".join(rows())
    pattern = r"(## Keys\n\n)\|.*?\n\n(?=F1 lists)"
    return re.sub(pattern, lambda found: f"{found[1]}{table}\n\n", readme, flags=re.DOTALL)


if __name__ == "__main__":
    README.write_text(updated(README.read_text(encoding="utf-8")), encoding="utf-8")
