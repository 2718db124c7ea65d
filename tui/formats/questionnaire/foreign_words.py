"""Words of other form systems, and what stands for them here.

Someone who has written forms for ODK, Google or a web framework writes their words first. Each row
is consulted only for a key or type that this format lacks.
"""

from collections.abc import Mapping

from tui.formats.questionnaire.models import (
    AreaTable,
    HeadTable,
    PartyTable,
    PredicateTable,
    QuestionnaireFile,
    QuestionTable,
    RetiredTable,
    RuleTable,
)
from tui.formats.table import Table


def _all(meaning: str, words: str) -> dict[str, str]:
    """Return the same meaning for each of several words."""
    return dict.fromkeys(words.split(), meaning)


KEYS: Mapping[type[Table], Mapping[str, str]] = {
    QuestionnaireFile: {
        **_all("questionnaire", "survey form meta metadata head header settings"),
        **_all("party", "side sides role roles respondents"),
        **_all("area", "section sections group groups page pages category categories topic topics"),
        **_all("area", "block blocks chapter dimension dimensions"),
        **_all("choices", "list lists options optionsets choice_lists scales"),
        **_all("question", "item items field fields"),
        **_all("risk", "rule rules warnings alerts"),
        **_all("retired", "removed deprecated archived"),
    },
    HeadTable: {
        **_all("title", "name label heading"),
        **_all("languages", "language lang langs locale locales default_language"),
        **_all("id", "form_id slug key"),
    },
    PartyTable: _all("name", "title label text"),
    AreaTable: {
        **_all("title", "name label text heading"),
        **_all("about", "description hint intro note summary"),
    },
    RetiredTable: {
        **_all("since", "version from in"),
        **_all("replaced_by", "replacement by successor replaced now moved_to"),
    },
    RuleTable: {
        **_all("say", "text message label title description warning"),
        **_all("level", "severity priority weight importance"),
        **_all("if", "when condition conditions show_if show_if_any relevant tests rule"),
        **_all("source", "origin basis reference"),
    },
    QuestionTable: {
        **_all("text", "label title name question prompt caption wording"),
        **_all("hint", "description help help_text tooltip subtitle guidance_hint explanation"),
        **_all("choices", "options answers items values choice_list list_name enum rows"),
        **_all("show_if", "relevant relevance visible_if visible_when depends_on condition when"),
        **_all("show_if", "enable_if enabled_if display_if branching skip_logic if show_if_all"),
        **_all("min", "minimum min_value lower_bound"),
        **_all("max", "maximum max_value upper_bound"),
        **_all("max_length", "maxlength max_chars"),
        **_all("area", "section group page category topic chapter"),
        **_all("private", "confidential secret hidden"),
        **_all("check.no_required", "required mandatory optional require obligatory"),
        **_all("check.no_default", "default default_value initial prefill"),
        **_all("check.no_formula", "calculate calculation formula computed expression"),
        **_all("check.no_constraint", "constraint constraint_message validation validate pattern"),
        **_all("check.no_constraint", "regex validators"),
        **_all("check.no_note", "note notes"),
        **_all("check.no_appearance", "appearance widget style placeholder read_only readonly"),
        **_all("check.no_id_key", "id key"),
    },
    PredicateTable: {
        **_all("q", "question id name field variable question_id ref"),
        **_all("is", "equals equal eq = == === value answer answered_with is_equal equal_to"),
        **_all("is_not", "not_equals not_equal ne neq != <> isnt not differs_from"),
        **_all("in", "one_of any_of is_in is_one_of values"),
        **_all("not_in", "none_of not_one_of is_not_in"),
        **_all("min", "gte ge >= at_least from minimum"),
        **_all("max", "lte le <= at_most to maximum"),
        **_all("above", "gt > greater_than more_than greater larger_than"),
        **_all("below", "lt < less_than lower_than less smaller_than"),
        **_all("has", "contains includes include selected has_any"),
        **_all("has_not", "not_contains contains_not excludes not_selected"),
        **_all("who", "party side role by_whom respondent"),
        **_all("choice", "option item row"),
        **_all("unanswered", "empty blank missing is_empty"),
    },
}
"""A key of another system by the kind of table it stands in: our key, or the message that there is
no such thing here."""

TYPES: Mapping[str, str] = {
    **_all("choice", "select select_one single single_choice radio dropdown enum list mcq"),
    **_all("multi", "select_multiple multiple multiple_choice checkbox checkboxes multiselect"),
    **_all("multi", "multi_choice multichoice multi_select 多选 复选"),
    **_all("choice", "单选 选择 下拉"),
    **_all("yesno", "是非 判断 是否"),
    **_all("owner", "谁负责 归属 责任方 responsible who party"),
    **_all("scale", "量表 评分 打分"),
    **_all("number", "数字 数值 整数 小数 金额"),
    **_all("range", "区间 范围"),
    **_all("allocation", "分配 比例分配"),
    **_all("ranking", "排序 排名"),
    **_all("text", "文本 文字 填空 问答 简答 开放"),
    **_all("check.no_date_type", "日期 时间"),
    **_all("yesno", "boolean bool yes_no acknowledge toggle switch"),
    **_all("scale", "likert rating slider nps stars linear_scale"),
    **_all("number", "integer int decimal float numeric money currency percent percentage amount"),
    **_all("allocation", "constant_sum budget split distribution"),
    **_all("ranking", "rank order sort ordering"),
    **_all("range", "interval between min_max"),
    **_all("text", "string str textarea long_text short_text open open_ended comment paragraph"),
    **_all("check.no_note_type", "note info statement heading section html"),
    **_all("check.no_formula", "calculate calculation formula computed hidden"),
    **_all("check.no_date_type", "date time datetime day month"),
    **_all("check.no_media_type", "image file photo audio video signature geopoint barcode"),
}
"""A type of question of another system: our type, or the message that there is none here."""


def meaning(words: Mapping[str, str], name: str) -> str | None:
    """Return what a word of another system is here, however it joins and writes its parts."""
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    return words.get(plain)


def key_meant(table: type[Table], name: str) -> str | None:
    """Return what a key of another system is in a table of this format."""
    words = next((KEYS[kind] for kind in table.__mro__ if kind in KEYS), {})
    return meaning(words, name)


def type_meant(name: str) -> str | None:
    """Return what a type of question of another system is here; XLSForm names a list behind it.

    >>> type_meant("select_one frequency"), type_meant("Yes/No")
    ('choice', 'yesno')
    """
    first = name.replace("/", "_").removesuffix("题").split()
    return meaning(TYPES, first[0]) if first else None
