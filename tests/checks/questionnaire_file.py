"""A small questionnaire with a question of each type, and with nothing wrong in it."""

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
