"""Where the two stand on a question, in the words of the line below their columns."""

from tui.domain.analysis import QuestionAnalysis
from tui.domain.answers import Answer
from tui.domain.privacy import Privacy
from tui.domain.session import Session
from tui.domain.wording import contrast_in_words, reported_answer
from tui.i18n import Phrases
from tui.phrasing.spoken import phrases_at_table
from tui.phrasing.verdict_words import Judged, verdict_name, verdict_sentence
from tui.widgets.verdict_line import VerdictSummary


def verdict_summary(session: Session, found: QuestionAnalysis, say: Phrases) -> VerdictSummary:
    """Return where the answers to a revealed question leave the two: its name, and why.

    The columns above the line say who answered what; the name stands in both parties' languages.

    Args:
        session: The session.
        found: What was found on the question.
        say: The interface's words.
    """
    question = found.finding.question
    languages = (sheet.party.language for sheet in session.sheets)
    spoken = phrases_at_table(languages, say)
    judged = [(_judged(session, found, each), each) for each in spoken]
    sentence, *translations = (verdict_sentence(each, words) for each, words in judged)
    return VerdictSummary(
        verdict=found.finding.verdict,
        word=" ".join(verdict_name(each, words) for each, words in judged),
        sentence=sentence,
        is_private=question.privacy is not Privacy.SHARED,
        translations=tuple(translations),
        caution=_caution(session, found, say),
    )


def _judged(session: Session, found: QuestionAnalysis, say: Phrases) -> Judged:
    """Return all that the words for the verdict depend on; nothing of private answers."""
    questionnaire, question = session.questionnaire, found.finding.question
    is_shared = question.privacy is Privacy.SHARED

    def told(party: str) -> Answer:
        return session.answer(party, question.id)

    return Judged(
        verdict=found.finding.verdict,
        privacy=question.privacy,
        contrast=contrast_in_words(session, found.finding),
        answers={
            party: reported_answer(session, question, told(party), is_own=False)
            for party in questionnaire.party_ids
            if is_shared and question.is_asked_of(party)
        },
        roles={party.id: party.name[say.language] for party in questionnaire.parties},
        definers=tuple(
            definer.text.format(session.names)[say.language] for definer in found.shaky_definers
        ),
    )


def _caution(session: Session, found: QuestionAnalysis, say: Phrases) -> str:
    """Return what is risky about the two answers; of several risks the most serious."""
    agreed = sorted(
        (risk for risk in found.risks if risk.is_agreed), key=lambda risk: risk.rule.level.rank
    )
    if not agreed:
        return ""
    risk = agreed[0].rule.say.format(session.names)[say.language]
    return say("interview.agreed_risk", risk=risk)
