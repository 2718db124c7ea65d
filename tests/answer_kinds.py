"""A questionnaire with every way to answer that the second edition of the format brought."""

HEAD = """\
format = 1
[questionnaire]
id = "kinds"
version = "1.0.0"
languages = ["zh-CN", "en"]
title = { zh-CN = "新题型", en = "New kinds" }
[party.brand]
name = { zh-CN = "品牌方", en = "Brand" }
[party.agency]
name = { zh-CN = "代运营", en = "Agency" }
[area.work]
title = { zh-CN = "工作", en = "Work" }
"""

LABELS = """\
[question.tone]
type = "scale"
area = "work"
core = true
text = { zh-CN = "汇报多正式？", en = "How formal are reports?" }
max = 4
labels = [
    { zh-CN = "口头说一声", en = "By word of mouth" },
    { zh-CN = "聊天群里", en = "In the chat group" },
    { zh-CN = "写邮件给{brand}", en = "By mail to {brand}" },
    { zh-CN = "签字的报告", en = "A signed report" },
]
"""

MOST = """\
[question.aims]
type = "multi"
area = "work"
core = true
text = { zh-CN = "最看重哪两项？", en = "Which two matter most?" }
choices.sales = { zh-CN = "销售额", en = "Sales" }
choices.margin = { zh-CN = "毛利", en = "Margin" }
choices.fans = { zh-CN = "粉丝", en = "Followers" }
choices.none = { zh-CN = "都不看", en = "None of these" }
exclusive = ["none"]
most = 2
"""

DAYS = """\
[question.opening]
type = "date"
area = "work"
core = true
text = { zh-CN = "哪天开店？", en = "When does the shop open?" }
min = 2026-01-01
max = 2027-12-31
tolerance = 3
[question.opening.risk.late]
if = [{ above = 2027-01-31 }]
level = "high"
say = { zh-CN = "赶不上年货节。", en = "Too late for the New Year sales." }
[question.paid]
type = "date"
area = "work"
core = true
text = { zh-CN = "哪天付首款？", en = "When is the first payment due?" }
[question.paid.risk.after]
if = [{ over = "opening" }]
level = "low"
say = { zh-CN = "开店之后才付。", en = "Paid after the opening." }
"""

FIRST = """\
[question.order]
type = "ranking"
area = "work"
core = true
text = { zh-CN = "先做哪两件？", en = "Which two come first?" }
choices.shop = { zh-CN = "装修店铺", en = "Decorate the shop" }
choices.ads = { zh-CN = "投广告", en = "Buy traffic" }
choices.team = { zh-CN = "搭团队", en = "Build the team" }
choices.stock = { zh-CN = "备货", en = "Stock up" }
first = 2
[question.order.risk.stock]
if = [{ choice = "stock", above = 2 }]
level = "low"
say = { zh-CN = "备货排在后面。", en = "Stock comes late." }
"""

OTHER = """\
[question.carrier]
type = "choice"
area = "work"
core = true
predict = true
text = { zh-CN = "谁来发货？", en = "Who ships?" }
choices.brand = { zh-CN = "{brand}自己", en = "{brand} itself" }
choices.agency = { zh-CN = "{agency}的仓库", en = "The depot of {agency}" }
other = true
[question.carrier.risk.third]
if = [{ is = "other" }]
level = "low"
say = { zh-CN = "要和第三方签约。", en = "Sign with them, too." }
[question.tools]
type = "multi"
area = "work"
core = true
text = { zh-CN = "用哪些工具？", en = "Which tools are used?" }
choices.sheet = { zh-CN = "表格", en = "A spreadsheet" }
choices.crm = { zh-CN = "客户系统", en = "A CRM" }
choices.none = { zh-CN = "都不用", en = "None" }
exclusive = ["none"]
other = true
shuffle = true
"""

KINDS = HEAD + LABELS + MOST + DAYS + FIRST + OTHER
