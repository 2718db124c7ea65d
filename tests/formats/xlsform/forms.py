"""Forms as their authors write them, made by another program: openpyxl."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Cells = Sequence[Sequence[object]]
"""The rows of a sheet, its head first."""

SURVEY_OF_A_HOUSE: Mapping[str, Cells] = {
    "survey": [
        ["type", "name", "label", "hint", "required", "relevant", "constraint", "appearance"],
        ["start", "start", None, None, None, None, None, None],
        ["begin_group", "respondent", "About you", None, None, None, None, "field-list"],
        ["note", "welcome", "Thank you for taking part.", None, None, None, None, None],
        ["text", "full_name", "What is your name?", "First and last", "yes", None, None, None],
        ["integer", "age", "How old are you?", None, "yes", None, ". >= 18 and . <= 110", None],
        [
            "select_one yes_no",
            "has_job",
            "Do you work, ${full_name}?",
            None,
            None,
            None,
            None,
            None,
        ],
        ["end_group", None, None, None, None, None, None, None],
        ["begin_group", "work", "Work", None, None, "${has_job} = 'yes'", None, None],
        ["decimal", "hours", "How many hours a week?", None, None, None, ". > 0 and . <= 80", None],
        [
            *("select_multiple tools", "tools", "Which tools do you use?", "All that apply"),
            *(None, "${age} >= 18 and ${hours} > 10", None, "minimal"),
        ],
        [
            "text",
            "why",
            "Why no computer?",
            None,
            None,
            "not(selected(${tools}, 'pc'))",
            None,
            None,
        ],
        ["end_group", None, None, None, None, None, None, None],
        ["geopoint", "where", "Where are you?", None, None, None, None, None],
    ],
    "choices": [
        ["list_name", "name", "label"],
        ["yes_no", "yes", "Yes"],
        ["yes_no", "no", "No"],
        ["tools", "pc", "Computer"],
        ["tools", "Phone 2", "Phone"],
        ["tools", 3, "Paper"],
    ],
    "settings": [
        ["form_title", "form_id", "version", "style"],
        ["A house", "House-1", 2024, "pages"],
    ],
}
"""In one language, with groups, bounds and simple conditions."""

IN_TWO_LANGUAGES: Mapping[str, Cells] = {
    "survey": [
        [
            "type",
            "name",
            "label::English (en)",
            "label::中文 (zh)",
            "guidance_hint::English (en)",
            "parameters",
        ],
        ["rank goals", "order", "Put them in order", "排一排", "Read all of them first"],
        ["range", "mood", "How do you feel?", "感觉如何？", None],
        ["range", "share", "What share?", "多少份额？", None, "start=0 end=100 step=5"],
        ["date", "began", "Since when?", None, None],
    ],
    "choices": [
        ["list_name", "name", "label::English (en)", "label::中文 (zh)"],
        ["goals", "sales", "Sales", "销量"],
        ["goals", "brand", "Brand", "品牌"],
        ["goals", "profit", "Profit", "利润"],
    ],
    "settings": [["form_title", "default_language"], ["Goals", "中文 (zh)"]],
}


def written(path: Path, sheets: Mapping[str, Cells]) -> Path:
    """Write a form and return its path."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path
