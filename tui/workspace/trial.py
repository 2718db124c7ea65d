"""Trying a questionnaire out: a session from its file of which nothing is kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tui.checks.questionnaire import load
from tui.diagnostics.diagnostic import InvalidFile
from tui.domain.answers import Answer
from tui.domain.message import Message
from tui.domain.migration import FormerAnswer, migrate_answers
from tui.domain.minutes import NO_MINUTES
from tui.domain.questionnaire import Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.storage.cannot_open import CannotOpen
from tui.storage.no_folder import NoFolder
from tui.storage.sessions import OpenSession


class Trial(NamedTuple):
    """How a questionnaire is to be tried out."""

    path: Path
    """Its file."""
    reveal: Reveal = Reveal.AREA
    """When the answers are to meet."""
    length: Length = Length.FULL
    """How many of the questions are asked."""


def try_out(trial: Trial) -> OpenSession:
    """Return a session in which a questionnaire can be walked through as either party.

    Each party is called what the questionnaire calls it. The two read different languages where
    it has several, so that both stand on the screen.

    Raises:
        InvalidFile: It is no questionnaire, or has errors.
    """
    questionnaire = load(trial.path)
    first, *others = questionnaire.languages
    left, right = questionnaire.parties
    sheets = tuple(
        Sheet(
            edition=questionnaire.edition,
            party=Respondent(id=party.id, name=party.name[language], language=language),
            date=date.today(),
            length=trial.length,
        )
        for party, language in ((left, first), (right, others[0] if others else first))
    )
    session = Session(
        questionnaire=questionnaire, sheets=(sheets[0], sheets[1]), reveal=trial.reveal
    )
    return OpenSession(session, NoFolder(trial.path), tried=trial.path)


def reread(path: Path, session: Session) -> Session:
    """Return a session over a changed questionnaire, with the answers that still fit.

    What was decided about them is not kept: it may be about something else now.

    Args:
        path: The file.
        session: The session as it is.

    Raises:
        CannotOpen: It has errors now; the first is told.
    """
    try:
        anew = try_out(Trial(path, session.reveal, session.sheets[0].length)).session
    except InvalidFile as invalid:
        raise CannotOpen(Message("trial.not_reread", {"problem": invalid.first.told})) from invalid
    questionnaire = anew.questionnaire
    if questionnaire.party_ids != session.questionnaire.party_ids:
        return anew
    areas = {area.id for area in questionnaire.areas}
    left, right = (
        replace(
            new,
            answers=_kept(old.answers, session.questionnaire, questionnaire),
            importance={area: n for area, n in old.importance.items() if area in areas},
            at=old.at if old.at in questionnaire else "",
        )
        for old, new in zip(session.sheets, anew.sheets, strict=True)
    )
    return replace(
        anew,
        sheets=(left, right),
        minutes=NO_MINUTES,
        finished={
            party: frozenset(area for area in done if area in areas)
            for party, done in session.finished.items()
        },
        met=frozenset(each for each in session.met if each in questionnaire),
        position=session.position,
    )


def _kept(
    answers: Mapping[str, Answer], former: Questionnaire, questionnaire: Questionnaire
) -> Mapping[str, Answer]:
    """Return answers as the questions of the newer questionnaire take them."""
    plain = {}
    for name, answer in answers.items():
        question = former[name]
        value, guess = (
            None if each is None else question.plain(each) for each in (answer.value, answer.guess)
        )
        plain[name] = FormerAnswer(replace(answer, value=None, guess=None), value, guess)
    return migrate_answers(plain, questionnaire).answers
