"""Run as a process of its own: saves one session again and again and says what is on the disk."""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from tui.domain.answers import Answer
from tui.storage.autosave import Autosaver, SaveStatus
from tui.storage.sessions import open_session


def main(folder: Path) -> None:
    opened = open_session(folder)
    session = opened.session
    days = session.answer("brand", "days").value
    number = int(days) * 100 if isinstance(days, int | Decimal) else 0
    print("ready", flush=True)

    def tell() -> None:
        if saver.state.status is SaveStatus.FAILED:
            print("failed", saver.state.message, flush=True)

    saver = Autosaver(opened.folder.save, tell, debounce=0)
    while True:
        number += 1
        answer = Answer(value=session.questionnaire["wish"].read(f"第{number}个愿望"))
        left, right = (sheet.with_answer("wish", answer) for sheet in session.sheets)
        session = replace(session, sheets=(left, right))
        saver.submit(session)
        if saver.flush().status is SaveStatus.SAVED:
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
