"""The words for a verdict: its name, and a sentence that is true of the two answers.

Nothing is called the same unless it is, and nothing agreed that is only near; the sentence says in
what the answers agree and in what they differ.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from tui.domain.answers import NonAnswer
from tui.domain.contrast import Relation
from tui.domain.privacy import Privacy
from tui.domain.report import ReportedAnswer, ReportedContrast, ReportedQuestion
from tui.domain.verdict import Verdict
from tui.i18n import Phrases
from tui.text.cleaning import one_line

Roles = Mapping[str, str]
"""Party id to what the party is called."""
Texts = Mapping[str, str]
"""Question id to the question itself."""


_INNER_QUOTES = str.maketrans("“”", "‘’")
"""Quotation marks of a text that is quoted itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Two answers with the verdict on them: all that the words depend on."""

    verdict: Verdict
    """The verdict."""
    privacy: Privacy
    """How private the answers are."""
    contrast: ReportedContrast | None
    """In what they agree and differ; None if they are not compared, or are private."""
    answers: Mapping[str, ReportedAnswer]
    """Party id to the answer; empty if they are private."""
    roles: Roles
    """What the parties are called, in the language of the words."""
    definers: tuple[str, ...] = ()
    """The texts of the definitions that are not settled, if the agreement is hollow."""
    settled: tuple[str, ...] = ()
    """The texts of those that were settled since the answers met."""


def judged(
    question: ReportedQuestion, roles: Roles, texts: Texts, settled: Collection[str] = ()
) -> Judged:
    """Return the first answers to a question of a report, with the verdict on them.

    Args:
        question: The question.
        roles: What the parties are called.
        texts: The questions, for the definitions.
        settled: The ids of what was settled since the answers met.
    """
    named = [name for name in question.rests_on if name in texts]
    return Judged(
        verdict=question.verdict,
        privacy=question.privacy,
        contrast=question.contrast,
        answers=question.answers,
        roles=roles,
        definers=tuple(texts[name] for name in named if name not in settled),
        settled=tuple(texts[name] for name in named if name in settled),
    )


def judged_after(
    question: ReportedQuestion, roles: Roles, texts: Texts, settled: Collection[str] = ()
) -> Judged:
    """Return the second answers to a question that has any, with the verdict on them."""
    after = replace(
        question,
        verdict=question.verdict_after or question.verdict,
        contrast=question.contrast_after,
        answers={**question.answers, **question.revised},
        rests_on=question.rests_on_after,
    )
    return judged(after, roles, texts, settled)


def verdict_name(found: Judged, say: Phrases) -> str:
    """Return the name of the verdict on two answers."""
    verdict = found.verdict
    relation = None if found.contrast is None else found.contrast.relation
    if found.privacy is not Privacy.SHARED and verdict in (Verdict.ALIGNED, Verdict.DIVERGENT):
        is_told = relation is Relation.NOT_APPLICABLE
        return say(f"stand.private_{'not_applicable' if is_told else verdict}")
    is_same = relation is Relation.SAME
    if is_same and verdict in (Verdict.ALIGNED, Verdict.PARTIAL, Verdict.HOLLOW):
        return say(f"stand.same_{verdict}")
    if verdict in (Verdict.ALIGNED, Verdict.HOLLOW):
        return say(f"stand.close_{verdict}")
    return say(f"verdict.{verdict}")


def verdict_sentence(found: Judged, say: Phrases) -> str:
    """Return in a sentence why the verdict is what it is."""
    match found.verdict:
        case Verdict.OPEN:
            return _open(found, say)
        case Verdict.UNANSWERED:
            silent = [party for party, said in found.answers.items() if not _is_answered(said)]
            return _of_parties("unanswered", silent, found, say)
        case Verdict.NOT_ASKED | Verdict.ONE_PARTY:
            return _one_sided(found, say)
        case Verdict.NOT_APPLICABLE | Verdict.DISCUSS:
            return say(f"meaning.{found.verdict}")
        case Verdict.HOLLOW if found.definers or found.settled:
            key = "stand.settle_first" if found.definers else "stand.settled_since"
            definers = " / ".join(
                one_line(text).translate(_INNER_QUOTES) for text in found.definers or found.settled
            )
            return say(key, contrast=_contrast(found, say), definer=definers)
        case _:
            return _contrast(found, say)


def _contrast(found: Judged, say: Phrases) -> str:
    """Return in what two answers agree and differ."""
    if found.privacy is not Privacy.SHARED:
        return say("stand.private")
    contrast = found.contrast
    if contrast is None or contrast.relation is Relation.NOT_APPLICABLE:
        return _not_applicable(found, say)

    def words(name: str) -> str:
        return one_line(getattr(contrast, name)[say.language])

    told = {name: words(name) for name in ("apart", "bound", "shared")}
    parts = [say(f"contrast.{contrast.relation}", **told)]
    own = "begins" if contrast.relation is Relation.OTHER_FIRST else "only"
    for party, text in contrast.only.items():
        items = one_line(text[say.language])
        parts.append(say(f"contrast.{own}", party=found.roles[party], items=items))
    if contrast.relation is Relation.OTHER_FIRST and contrast.shared:
        parts.append(say("contrast.same_last", **told))
    return say("contrast.and").join(parts)


def _not_applicable(found: Judged, say: Phrases) -> str:
    """Return which party says that the question does not apply to it."""
    parties = [
        party for party, said in found.answers.items() if said.state is NonAnswer.NOT_APPLICABLE
    ]
    if len(parties) != 1:
        return say(f"meaning.{found.verdict}")
    return say("stand.only_not_applicable", party=found.roles[parties[0]])


def _open(found: Judged, say: Phrases) -> str:
    """Return who has not settled its answer, and whose answer is to an older wording."""
    unsettled = [
        party
        for party, said in found.answers.items()
        if said.state in (NonAnswer.UNDECIDED, NonAnswer.LATER)
    ]
    outdated = [party for party, said in found.answers.items() if said.is_unconfirmed]
    sentences = [
        _of_parties(name, parties, found, say)
        for name, parties in (("unsettled", unsettled), ("unconfirmed", outdated))
        if parties
    ]
    return " ".join(sentences) or say("meaning.open")


def _one_sided(found: Judged, say: Phrases) -> str:
    """Return which party alone has answered, or is asked at all."""
    key, parties = "asked_of_one", list(found.answers)
    if found.verdict is Verdict.NOT_ASKED:
        key = "only_one"
        parties = [party for party, said in found.answers.items() if _is_answered(said)]
    if len(parties) != 1:
        return say(f"meaning.{found.verdict}")
    return say(f"stand.{key}", party=found.roles[parties[0]])


def _of_parties(name: str, parties: list[str], found: Judged, say: Phrases) -> str:
    """Return a sentence about one party or about both; a general one where none may be named."""
    match len(parties):
        case 0:
            return say(f"meaning.{found.verdict}")
        case 1:
            return say(f"stand.{name}", party=found.roles[parties[0]])
        case _:
            return say(f"stand.{name}_both")


def _is_answered(said: ReportedAnswer) -> bool:
    return said.value is not None or said.state is not None or said.is_unconfirmed
