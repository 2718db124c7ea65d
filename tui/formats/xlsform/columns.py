"""What the columns of a form are called, and in which languages its texts are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.formats.xlsform.workbook import Row
from tui.text.language_tags import is_tag, normalize_tag

_WITH_CODE = re.compile(r"(?P<name>.*)\((?P<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\)\s*")
_CODES = {
    "english": "en",
    "chinese": "zh-CN",
    "中文": "zh-CN",
    "简体中文": "zh-CN",
    "汉语": "zh-CN",
    "繁體中文": "zh-Hant",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "german": "de",
    "deutsch": "de",
    "portuguese": "pt",
    "português": "pt",
    "italian": "it",
    "italiano": "it",
    "russian": "ru",
    "русский": "ru",
    "arabic": "ar",
    "العربية": "ar",
    "japanese": "ja",
    "日本語": "ja",
    "korean": "ko",
    "한국어": "ko",
    "swahili": "sw",
    "hindi": "hi",
    "vietnamese": "vi",
    "indonesian": "id",
    "dutch": "nl",
    "turkish": "tr",
}
"""Languages by the names that forms give them."""
_ALIASES = {"zh": "zh-CN", "zh-hans": "zh-CN", "zh-hans-cn": "zh-CN"}
PLAIN = ""
"""In the place of a language: of a column that names none."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    head: str
    """Its head, as it is written."""
    name: str
    """What it holds: small letters, words joined by `_`."""
    language: str = PLAIN
    """The name of the language of its texts, as it is written."""


def column(head: str) -> Column:
    """Return what a column holds.

    >>> column("label::English (en)").name, column("Label: 中文").language
    ('label', '中文')
    """
    name, sign, language = head.partition("::")
    if not sign and head.lower().startswith(("label:", "hint:", "guidance_hint:")):
        name, _, language = head.partition(":")
    plain = re.sub(r"[\s_]+", "_", name.strip().lower())
    return Column(head, {"caption": "label"}.get(plain, plain), language.strip())


def columns(rows: Iterable[Row]) -> dict[str, Column]:
    """Return the columns of a sheet in which anything stands, by their heads."""
    return {head: column(head) for head in dict.fromkeys(h for row in rows for h in row.cells)}


def tag_of(language: str) -> str:
    """Return the tag of a language that a form names; nothing where it is not known.

    >>> tag_of("English (en)"), tag_of("中文"), tag_of("zh_CN"), tag_of("Klingon")
    ('en', 'zh-CN', 'zh-CN', '')
    """
    coded = _WITH_CODE.fullmatch(language)
    named = _CODES.get((coded["name"] if coded else language).strip().lower(), "")
    given = coded["tag"] if coded else language
    tag = normalize_tag(given.strip())
    tag = _ALIASES.get(tag.lower(), tag)
    return tag if is_tag(tag) else named
