"""The questionnaire as a whole."""

from tui.domain.questionnaire import Area, Edition, Party, Questionnaire
from tui.formats.questionnaire import build_conditions
from tui.formats.questionnaire.build_questions import Surroundings, question
from tui.formats.questionnaire.build_texts import Texts
from tui.formats.questionnaire.models import QuestionnaireFile


def build(file: QuestionnaireFile, digest: str) -> Questionnaire:
    """Return the questionnaire that a file without errors holds."""
    around = surroundings(file)
    texts = around.texts
    left, right = around.parties
    places = {area: place for place, area in enumerate(file.area)}
    questions = [question(name, found, around) for name, found in file.question.items()]
    return Questionnaire(
        edition=Edition(file.questionnaire.id, file.questionnaire.version, digest),
        languages=texts.languages,
        title=texts.line(file.questionnaire.title),
        parties=(left, right),
        areas=tuple(
            Area(name, texts.line(area.title), texts.text(area.about))
            for name, area in file.area.items()
        ),
        questions=tuple(sorted(questions, key=lambda question: places[question.area])),
        risks=tuple(build_conditions.rule(name, rule, texts) for name, rule in file.risk.items()),
        retired=frozenset(file.retired),
    )


def surroundings(file: QuestionnaireFile) -> Surroundings:
    """Return what each question needs to know of the whole."""
    texts = Texts(tuple(file.questionnaire.languages))
    parties = (Party(name, texts.line(party.name)) for name, party in file.party.items())
    return Surroundings(texts, tuple(parties), file.choices, file.area)
