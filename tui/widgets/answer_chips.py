"""What can be said beside an answer, as chips that can be clicked: what is chosen stands out."""

from rich.cells import cell_len

from tui.commands import COMMANDS, Command
from tui.domain.answers import ContractState
from tui.widgets.answer_column import Column
from tui.widgets.appearance import Appearance
from tui.widgets.lines import Line, Row

CHIPS = tuple(command for command in COMMANDS if command.is_chip)
"""The commands that stand below each answer."""


def chip_rows(appearance: Appearance, column: Column, width: int) -> list[Row]:
    """Return the commands of an answer in lines of at most `width` cells."""
    lines = [Line()]
    for command in CHIPS:
        if command.id == "firmness" and not column.question.firmness:
            continue
        text = f"{command.key_label} {_label(command, column)}"
        if lines[-1].width + cell_len(text) + 1 > width:
            lines.append(Line())
        side = column.side if _is_chosen(command, column) else None
        _add_chip(lines[-1], text, f"do:{command.id}", appearance, side)
    return [line.row() for line in lines]


def contract_rows(appearance: Appearance, column: Column, width: int) -> list[Row]:
    """Return what asks where the matter stands in the contract, in lines of at most `width` cells.

    There is none where the question does not want it, nor for a guess.
    """
    if not column.question.contract or column.is_guess:
        return []
    say = column.phrases
    chips = sum(cell_len(say(f"contract.short_{state}")) + 2 for state in ContractState)
    asked = say("contract.question")
    if cell_len(asked) + 2 + chips > width:
        asked = say("contract.question_short")
    lines = [Line(1).add(f"{asked} ", appearance.quiet, "do:contract")]
    for state in ContractState:
        side = column.side if column.answer.contract is state else None
        label, target = say(f"contract.short_{state}"), f"do:contract:{state}"
        if lines[-1].width + cell_len(label) + 1 > width:
            lines.append(Line())
        _add_chip(lines[-1], label, target, appearance, side)
    return [line.row() for line in lines]


def _label(command: Command, column: Column) -> str:
    """Return the word of a chip: how firmly the answer is held, where that was said."""
    if command.id == "firmness" and column.answer.firmness is not None:
        return column.phrases(f"firmness.{column.answer.firmness}")
    return column.phrases(f"chip.{command.id}")


def _is_chosen(command: Command, column: Column) -> bool:
    answer = column.answer
    match command.id:
        case "note":
            return bool(answer.note)
        case "private_note":
            return bool(answer.private_note)
        case "firmness":
            return answer.firmness is not None
        case _:
            return answer.state == command.id


def _add_chip(line: Line, text: str, target: str, appearance: Appearance, side: str | None) -> None:
    """Put a chip behind what is there; one that is chosen has its `side`'s colour and a mark."""
    if side is None:
        line.add(" ").add(text, appearance.quiet, target)
    else:
        style = appearance.chosen(side)
        line.add(appearance.marks.ticked_off, style).add(text, style, target)
    line.add(" ")
