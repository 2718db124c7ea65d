"""A small questionnaire as a file, and sessions at it."""

from datetime import date
from pathlib import Path

from tui.checks.questionnaire import load
from tui.domain.answers import Answer
from tui.domain.questionnaire import Edition, Questionnaire
from tui.domain.reveal import Reveal
from tui.domain.session import Session
from tui.domain.sheet import Length, Respondent, Sheet
from tui.storage import library

DAY = date(2026, 11, 23)

TEXT = """\
format = 1
[questionnaire]
id = "small"
version = "1.0.0"
languages = ["zh-CN", "en"]
title = { zh-CN = "小问卷", en = "Small" }
[party.brand]
name = { zh-CN = "品牌方", en = "Brand" }
[party.agency]
name = { zh-CN = "代运营", en = "Agency" }
[area.goals]
title = { zh-CN = "目标", en = "Goals" }
[area.trust]
title = { zh-CN = "信任", en = "Trust" }
[question.aim]
type = "choice"
area = "goals"
core = true
predict = true
contract = true
weight = 2
text = { zh-CN = "{brand} 要什么？", en = "What does {brand} want?" }
practice = { zh-CN = "先写下来。", en = "Write it down first." }
[question.aim.choices]
sales = { zh-CN = "销量", en = "Sales" }
image = { zh-CN = "形象", en = "Image" }
profit = { zh-CN = "利润", en = "Profit" }
[question.aim.risk.sales_only]
if = [{ is = "sales" }]
level = "high"
say = { zh-CN = "只看销量会伤 {brand}。", en = "Sales alone harm {brand}." }
source = "article"
[question.days]
type = "number"
area = "goals"
core = true
text = { zh-CN = "几天？", en = "How many days?" }
unit = { zh-CN = "天", en = "days" }
min = 0
max = 90
decimals = 1
[question.wish]
type = "text"
area = "trust"
core = true
text = { zh-CN = "还想说什么？", en = "What else?" }
[question.floor]
type = "range"
area = "trust"
core = true
private = "overlap"
text = { zh-CN = "底线在哪里？", en = "What is the floor?" }
min = 0
max = 1000
[question.cash]
type = "number"
area = "trust"
core = true
private = "own"
text = { zh-CN = "账上多少？", en = "How much in the bank?" }
min = 0
max = 100000
"""

FRENCH = """\
format = 1
[questionnaire]
title = "Petit questionnaire"
[party]
brand.name = "Marque"
agency.name.fr = "Agence"
[area.goals]
title = "Objectifs"
[area.trust]
title = "Confiance"
[question.aim]
text = "Que veut {brand} ?"
practice = "Écrivez-le d'abord."
risk.sales_only.say = "Les ventes seules nuisent à {brand}."
[question.aim.choices]
sales = { fr = "Ventes" }
image = "Image"
profit = "Bénéfice"
[question.days]
text = "Combien de jours ?"
unit = "jours"
[question.wish]
text = "Autre chose ?"
[question.floor]
text = "Quel est le plancher ?"
[question.cash]
text = "Combien en banque ?"
"""
"""The same in a third language, as the text of an overlay."""


def find(edition: Edition, beside: Path) -> Questionnaire:
    """Find a questionnaire among the bundled ones and in a folder."""
    return library.find(edition, beside).questionnaire


def written(folder: Path) -> Path:
    """Write the questionnaire into `folder` and give its path."""
    path = folder / "small.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def loaded(folder: Path) -> Questionnaire:
    """Return the questionnaire, by way of `folder`."""
    return load(written(folder))


def sheet(asked: Questionnaire, party: str, **answers: object) -> Sheet:
    """Return a party's sheet with answers by question: an `Answer`, or a value in plain form."""
    told = {
        question: said if isinstance(said, Answer) else Answer(value=asked[question].read(said))
        for question, said in answers.items()
    }
    name = {"brand": "Lumière 品牌", "agency": "代运营 = Agency"}[party]
    who = Respondent(id=party, name=name, language="en", answered_by=("林",))
    return Sheet(edition=asked.edition, party=who, date=DAY, length=Length.FULL, answers=told)


def session(asked: Questionnaire, **more: object) -> Session:
    """Return a session at which nothing has been said yet."""
    sheets = more.pop("sheets", None) or (sheet(asked, "brand"), sheet(asked, "agency"))
    return Session(questionnaire=asked, sheets=sheets, **{"reveal": Reveal.AREA} | more)


def said(of: Session, party: str, question: str, raw: object, **more: str) -> Session:
    """Return the session in which a party has answered a question."""
    value = of.questionnaire[question].read(raw)
    return of.answered(party, question, Answer(value=value, **more))
