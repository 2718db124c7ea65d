"""The questionnaires that tests ask: as text, each with what it is there for.

Those that are shipped stand in `questionnaires/`; the domain's tests build records instead
(`tests/domain/builders.py`).
"""

SMALL = """\
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
"""Five questions over two areas, with what a saved session needs of each sort: one to guess and
to put into the contract, one in words, one of each kind of privacy, a risk, a `{brand}`."""

SMALL_IN_FRENCH = """\
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
"""An overlay that translates `SMALL` whole, with a text and a table in each way to write one."""

GOOD = """\
# start
format = 1

[questionnaire]
id = "sample"
version = "1.0.0"
languages = ["zh-CN", "en"]
title = { zh-CN = "示例", en = "Sample" }

[party.brand]
name = { zh-CN = "品牌方", en = "Brand" }
[party.agency]
name = { zh-CN = "代运营", en = "Agency" }

[area.goals]
title = { zh-CN = "目标", en = "Goals" }
about = { zh-CN = "目标不一致", en = "Goals differ" }
[area.risk]
title = { zh-CN = "风险", en = "Risk" }

[choices.frequency]
weekly = { zh-CN = "每周", en = "Weekly" }
monthly = { zh-CN = "每月", en = "Monthly" }

[question.unsold_stock]
type = "owner"
area = "risk"
core = true # q1
predict = true
contract = true
text = { zh-CN = "谁承担滞销库存？", en = "Who bears unsold stock?" }
clause.zh-CN = "滞销库存由{brand}承担。"
clause.en = "{brand} bears unsold stock."
recommend = ["brand"]
weight = 3
[question.unsold_stock.risk.nobody]
if = [{ in = ["nobody", "shared"] }]
level = "high"
say.zh-CN = "无人承担"
say.en = "Nobody bears it"
source = "article"

[question.reports]
type = "choice"
area = "goals" # first
text = { zh-CN = "{agency}多久汇报一次？", en = "How often does {agency} report?" }
choices = "frequency"
near_pairs = [["weekly", "monthly"]]

[question.stock_split]
type = "number"
area = "risk"
text = { zh-CN = "分担比例", en = "Split" }
show_if = [{ q = "unsold_stock", is = "shared" }]
unit = "%"
min = 0
max = 100
tolerance = 5
near = 15
defined_by = ["unsold_stock"]

[question.kpis]
type = "multi"
area = "goals"
text = { zh-CN = "考核指标", en = "Metrics" }
choices.gmv = "GMV"
choices.roi = "ROI"
choices.none = { zh-CN = "都没有", en = "None" }
exclusive = ["none"]
must = ["gmv"]
recommend = ["roi", "gmv"]

[question.signed]
type = "yesno"
area = "goals"
text = { zh-CN = "是否签字？", en = "Signed?" }
show_if_any = [{ q = "kpis", has = "gmv" }, { q = "reports", is_not = "weekly", who = "both" }]

[question.horizon]
type = "scale"
area = "goals"
text = { zh-CN = "短期还是长期？", en = "Short or long term?" }
low = { zh-CN = "短期", en = "Short" }
high = { zh-CN = "长期", en = "Long" }

[question.growth]
type = "range"
area = "goals"
text = { zh-CN = "增长目标", en = "Growth target" }
min = 1
max = 500.5
decimals = 1
ratio = 8
private = "overlap"

[question.budget]
type = "allocation"
area = "goals"
text = { zh-CN = "预算分配", en = "Budget split" }
choices.traffic = { zh-CN = "流量", en = "Traffic" }
choices.content = { zh-CN = "内容", en = "Content" }
recommend = { traffic = 40, content = 60 }

[question.priorities]
type = "ranking"
area = "goals"
text = { zh-CN = "目标排序", en = "Rank the goals" }
choices.profit = { zh-CN = "利润", en = "Profit" }
choices.growth = { zh-CN = "增长", en = "Growth" }

[question.picture]
type = "text"
area = "goals"
text = { zh-CN = "成功是什么样？", en = "What does success look like?" }
max_length = 100

[risk.stock_without_say]
if = [{ q = "unsold_stock", is = "agency" }, { q = "stock_split", above = 50 }]
level = "medium"
say = { zh-CN = "承担而无权", en = "Bearing it without a say" }

[risk.traffic]
if = [{ q = "budget", choice = "traffic", min = 80 }, { q = "horizon", differs = true }]
level = "low"
say = { zh-CN = "只投流量", en = "Traffic only" }
source = "judgement"

[retired.price_list]
since = "0.9.0"
replaced_by = "reports"
"""
"""A question of each type with nearly every key of the format, and nothing wrong in it: what the
checker's tests spoil in one place, and what the reader's compare with records.

Its lines are counted on: a test tells where a problem is."""

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
"""The head of a questionnaire in two languages."""

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
"""A question of each type, named for it, in two areas."""


def of_each_type(wild: str = "") -> str:
    """Return a questionnaire with a question of each type, with `wild` in all of its words.

    For the app, where every field is filled and every word is drawn.
    """
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
    return (_HEAD + _TEN).format(id="paper", **told)


def _both(text: str) -> str:
    """Return a text in both languages, as TOML."""
    literal = text.replace("\\", "\\\\").replace('"', '\\"').replace("\0", "")
    return f'{{ zh-CN = "{literal}（中）", en = "{literal}" }}'


WITH_A_GATED_AREA = (
    _HEAD.format(id="gated", title=_both("Paper"), brand=_both("Brand"), agency=_both("Agency"))
    + """\
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
)
"""A second area that has no question for those who say no in the first."""

WHO_IS_ASKED = (
    _HEAD.format(id="asked", title=_both("Paper"), brand=_both("Brand"), agency=_both("Agency"))
    + """\
[area.past]
title = { zh-CN = "以往", en = "The past" }
[question.before]
type = "yesno"
area = "past"
core = true
firmness = false
text = { zh-CN = "以前合作过吗？", en = "Have you worked together before?" }
[question.how]
type = "scale"
area = "past"
core = true
text = { zh-CN = "合作得怎么样？", en = "How did it go?" }
show_if = [{ q = "before", is = "yes", who = "brand" }]
show_if_any = [{ q = "before", is = "yes", who = "agency" }, { q = "before", undecided = true }]
[area.money]
title = { zh-CN = "欠款", en = "Debts" }
show_if = [{ q = "before", is = "yes" }]
[question.owed]
type = "yesno"
area = "money"
core = true
text = { zh-CN = "{brand}欠{agency}钱吗？", en = "Does {brand} owe {agency} anything?" }
ask.brand = { zh-CN = "你们欠{agency}钱吗？", en = "Do you owe {agency} anything?" }
ask.agency = { zh-CN = "{brand}欠你们钱吗？", en = "Does {brand} owe you anything?" }
[area.ahead]
title = { zh-CN = "以后", en = "From now on" }
[question.aim]
type = "yesno"
area = "ahead"
core = true
text = { zh-CN = "目标写下来了吗？", en = "Is the aim written down?" }
[question.staff]
type = "number"
area = "ahead"
core = true
asked_of = "agency"
name = { zh-CN = "人手", en = "Staff" }
text = { zh-CN = "{agency}有几个人？", en = "How many people does {agency} have?" }
practice = { zh-CN = "写下名字。", en = "Write down the names." }
clause = { zh-CN = "{agency}派出专人。", en = "{agency} appoints its people." }
min = 0
max = 500
[question.staff.risk.few]
if = [{ below = 3 }]
level = "high"
say = { zh-CN = "人手太少。", en = "Too few hands." }
[question.names]
type = "text"
area = "ahead"
core = true
text = { zh-CN = "都是谁？", en = "Who are they?" }
show_if = [{ q = "staff", above = 0 }]
[area.purse]
title = { zh-CN = "资金", en = "The purse" }
[question.budget]
type = "choice"
area = "purse"
core = true
asked_of = "brand"
text = { zh-CN = "预算批了吗？", en = "Is the budget approved?" }
choices.yes = { zh-CN = "批了", en = "It is" }
choices.no = { zh-CN = "没批", en = "Not yet" }
"""
)
"""What says who is asked, when, and in which words."""

SHOP = """\
format = 1
[questionnaire]
id = "shop"
version = "1.0.0"
languages = ["zh-CN", "en"]
title = { zh-CN = "店铺", en = "Shop" }
[party.brand]
name = { zh-CN = "品牌方", en = "Brand" }
[party.agency]
name = { zh-CN = "代运营", en = "Agency" }
[area.money]
title = { zh-CN = "钱", en = "Money" }
[area.work]
title = { zh-CN = "活", en = "Work" }
[choices.often]
daily = { zh-CN = "每天", en = "Daily" }
weekly = { zh-CN = "每周", en = "Weekly" }
never = { zh-CN = "从不", en = "Never" }
[question.pay]
type = "yesno"
area = "money"
core = true
predict = true
text = { zh-CN = "{brand}付押金吗？", en = "Does {brand} pay a deposit?" }
[question.cash]
type = "number"
area = "money"
private = "own"
text = { zh-CN = "现金够用几个月？", en = "For how many months does the cash last?" }
unit = { zh-CN = "个月", en = "months" }
min = 0
max = 60
[question.cash.risk.short]
if = [{ below = 3 }]
level = "high"
say = { zh-CN = "现金不多。", en = "Cash is short." }
[question.rate]
type = "range"
area = "money"
private = "overlap"
text = { zh-CN = "佣金多少可以接受？", en = "Which commission is acceptable?" }
unit = "%"
min = 0
max = 50
[question.fee]
type = "number"
area = "money"
text = { zh-CN = "月费多少？", en = "What is the monthly fee?" }
unit = { zh-CN = "元", en = "yuan" }
min = 0
max = 100000
tolerance = 500
near = 2000
[question.report]
type = "choice"
area = "work"
text = { zh-CN = "多久汇报一次？", en = "How often is there a report?" }
choices = "often"
[question.call]
type = "choice"
area = "work"
text = { zh-CN = "多久通一次电话？", en = "How often is there a call?" }
choices = "often"
[question.kpis]
type = "multi"
area = "work"
text = { zh-CN = "看哪些指标？", en = "Which figures count?" }
choices.gmv = "GMV"
choices.roi = "ROI"
choices.fans = { zh-CN = "粉丝数", en = "Followers" }
choices.none = { zh-CN = "都不看", en = "None of these" }
exclusive = ["none"]
[question.mood]
type = "scale"
area = "work"
text = { zh-CN = "合作顺不顺？", en = "How does it go?" }
low = { zh-CN = "很不顺", en = "Badly" }
high = { zh-CN = "很顺", en = "Well" }
[question.split]
type = "allocation"
area = "work"
text = { zh-CN = "预算怎么分？", en = "How is the budget split?" }
choices.ads = { zh-CN = "广告", en = "Ads" }
choices.people = { zh-CN = "人力", en = "People" }
[question.order]
type = "ranking"
area = "work"
text = { zh-CN = "哪个更重要？", en = "Which matters more?" }
choices.price = { zh-CN = "价格", en = "Price" }
choices.speed = { zh-CN = "速度", en = "Speed" }
choices.quality = { zh-CN = "质量", en = "Quality" }
[question.wish]
type = "text"
area = "work"
text = { zh-CN = "还想说什么？", en = "What else?" }
max_length = 300
[retired.old]
since = "0.5.0"
"""
"""Shared and private questions side by side, a list that two share, and no rule that is broken:
what is spoilt by mistakes that look right, and what a later edition changes."""
