"""The questionnaire as a whole."""

from tui.domain.questionnaire import Area, Edition, Party, Questionnaire
from tui.formats.questionnaire import build_conditions
from tui.formats.questionnaire.build_questions import Surroundings, question
from tui.formats.questionnaire.build_texts import Texts
from tui.formats.questionnaire.shapes.questionnaire import FileShape


def build(shape: FileShape, digest: str) -> Questionnaire:
    """Return the questionnaire that a file without errors holds."""
    around = surroundings(shape)
    texts = around.texts
    left, right = around.parties
    places = {area: place for place, area in enumerate(shape.area)}
    questions = [question(name, found, around) for name, found in shape.question.items()]
    return Questionnaire(
        edition=Edition(shape.questionnaire.id, shape.questionnaire.version, digest),
        languages=texts.languages,
        title=texts.line(shape.questionnaire.title),
        parties=(left, right),
        areas=tuple(
            Area(name, texts.line(area.title), texts.text(area.about))
            for name, area in shape.area.items()
        ),
        questions=tuple(sorted(questions, key=lambda question: places[question.area])),
        risks=tuple(build_conditions.rule(name, rule, texts) for name, rule in shape.risk.items()),
        retired=frozenset(shape.retired),
    )


def surroundings(shape: FileShape) -> Surroundings:
    """Return what each question needs to know of the whole."""
    texts = Texts(tuple(shape.questionnaire.languages))
    parties = (Party(name, texts.line(party.name)) for name, party in shape.party.items())
    return Surroundings(texts, tuple(parties), shape.choices)
