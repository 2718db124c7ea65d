"""A session in the list of home: what it is called, where it stands, and how far it is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.i18n import Phrases

if TYPE_CHECKING:  # the first screen is up before sessions are looked for
    from tui.storage.recent import Summary

_TALKED_ABOUT = ("discussion", "minutes", "meeting_end")
_FOR_ONE = ("question", "area_start", "area_end", "guesses", "handover")
"""The stages at which one party is at the keyboard, or is about to be."""


def called(summary: "Summary", times: str) -> str:
    """Return the title that a session was given, else the names of its parties."""
    return summary.title or f" {times} ".join(summary.names) or summary.folder.name


def state(summary: "Summary", say: Phrases) -> str:
    """Return how far a session is; of blind answers no more than that they are given."""
    if summary.trouble is not None:
        return say.say(summary.trouble)
    met = min((each.met for each in summary.progress), default=0)
    asked = max((each.asked for each in summary.progress), default=0)
    is_answered = all(each.is_complete for each in summary.progress)
    counts = {"met": met, "asked": asked}
    if summary.is_alone:
        return say("home.alone_done" if is_answered else "home.alone", **counts)
    is_over = is_answered and (summary.is_ended or summary.stage == "result")
    if summary.decided or summary.parked or summary.stage in _TALKED_ABOUT:
        key = "home.finished" if is_over else "home.discussed"
        key += "_parked" if summary.parked else ""
        return say(key, decided=summary.decided, parked=summary.parked)
    if is_over:
        return say("home.shown")
    if summary.stage == "reveal":
        return say("home.waiting")
    return say("home.answered" if met else "home.not_begun", **counts)


def place(summary: "Summary", say: Phrases) -> str:
    """Return where a session was left: the stage, the area, the question or whose turn it is."""
    stage = summary.stage if f"home.at_{summary.stage}" in _STAGES else "question"
    parts = [say(f"home.at_{stage}"), _in(summary.area, say), _in(summary.item, say)]
    is_for_one = stage in _FOR_ONE and not summary.is_alone and not summary.is_ended
    if is_for_one and not parts[2] and summary.turn:
        parts.append(say("home.turn", name=summary.turn))
    return " · ".join(filter(None, parts))


def in_language(wordings: Mapping[str, str], language: str) -> str:
    """Return a text in a language, else in a kin of it, else in the first that it has."""
    kin = language.partition("-")[0]
    near = (text for tag, text in wordings.items() if tag.partition("-")[0] == kin)
    return wordings.get(language) or next(near, "") or next(iter(wordings.values()), "")


def _in(wordings: Mapping[str, str], say: Phrases) -> str:
    return in_language(wordings, say.language)


_STAGES = {f"home.at_{stage}" for stage in (*_FOR_ONE, *_TALKED_ABOUT, "reveal", "result")}
