"""Questionnaires for tests, as files."""

from pathlib import Path

LONG = "由品牌方逐项书面批准之后方可执行的一项很长很长的约定，" * 6

_HEAD = """\
format = 1
[questionnaire]
id = "{id}"
version = "1.0.0"
languages = ["zh-CN", "en"]
title = {title}
[party.brand]
name = {brand}
[party.agency]
name = {agency}
"""

_TEN = """\
[area.goals]
title = {area}
[area.trust]
title = {area}
[question.q_choice]
type = "choice"
area = "goals"
core = true
text = {text}
hint = {text}
practice = {text}
choices.one = {label}
choices.two = {other}
[question.q_choice.risk.much]
if = [{{ is = "one" }}]
level = "high"
say = {text}
[question.q_yesno]
type = "yesno"
area = "goals"
core = true
text = {text}
[question.q_owner]
type = "owner"
area = "goals"
core = true
text = {text}
[question.q_multi]
type = "multi"
area = "goals"
core = true
text = {text}
choices.one = {label}
choices.two = {other}
choices.three = {third}
[question.q_scale]
type = "scale"
area = "goals"
core = true
text = {text}
low = {label}
high = {other}
[question.q_number]
type = "number"
area = "trust"
core = true
text = {text}
unit = {label}
min = 0
max = 90
[question.q_range]
type = "range"
area = "trust"
core = true
text = {text}
unit = {label}
min = 0
max = 90
[question.q_allocation]
type = "allocation"
area = "trust"
core = true
text = {text}
choices.one = {label}
choices.two = {other}
[question.q_ranking]
type = "ranking"
area = "trust"
core = true
text = {text}
choices.one = {label}
choices.two = {other}
choices.three = {third}
[question.q_text]
type = "text"
area = "trust"
core = true
text = {text}
"""


def of_each_type(wild: str = "") -> Path:
    """Return a questionnaire with a question of each type, with `wild` in all of its words."""
    words = {
        "title": "Paper",
        "brand": "Brand",
        "agency": "Agency",
        "area": "Area",
        "text": "What?",
        "label": "First",
        "other": "Second",
        "third": "Third",
    }
    told = {name: _both(f"{word} {wild}".strip()) for name, word in words.items()}
    return _written("paper", (_HEAD + _TEN).format(id="paper", **told))


def with_a_gated_area() -> Path:
    """Return a questionnaire whose second area has no question for those who say no."""
    told = {"title": _both("Paper"), "brand": _both("Brand"), "agency": _both("Agency")}
    body = """\
[area.goals]
title = { zh-CN = "目标", en = "Goals" }
[area.trust]
title = { zh-CN = "信任", en = "Trust" }
[question.start]
type = "yesno"
area = "goals"
core = true
text = { zh-CN = "开始？", en = "Start?" }
[question.follow]
type = "yesno"
area = "trust"
core = true
text = { zh-CN = "继续？", en = "Go on?" }
show_if = [{ q = "start", is = "yes" }]
"""
    return _written("gated", _HEAD.format(id="gated", **told) + body)


def _both(text: str) -> str:
    literal = text.replace("\\", "\\\\").replace('"', '\\"').replace("\0", "")
    return f'{{ zh-CN = "{literal}（中）", en = "{literal}" }}'


def _written(name: str, text: str) -> Path:
    path = Path.cwd() / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path
