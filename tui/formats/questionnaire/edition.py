"""Which edition a questionnaire file holds, told without reading all of it, and how it is found."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from tui.domain.questionnaire import Edition, Questionnaire
from tui.toml.reader import TomlFile

Find = Callable[[Edition, Path], Questionnaire]
"""Returns the questionnaire of an edition; it may also lie in the folder of the file that names it.

Raises `NoSuchQuestionnaire` or `InvalidFile`.
"""


def digest(file: TomlFile) -> str:
    """Return what tells an edition from any other, untouched by a mail gateway's line ends."""
    content = file.text.replace("\r\n", "\n").encode()
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def edition_of(file: TomlFile) -> Edition | None:
    """Return the edition that a file claims to hold; None where it is no questionnaire."""
    head = file.data.get("questionnaire")
    if "question" not in file.data or not isinstance(head, dict):
        return None
    return Edition(str(head.get("id")), str(head.get("version")), digest(file))
