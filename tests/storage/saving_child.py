"""Run as a process of its own: saves one session again and again and says what is on the disk."""

import sys
from dataclasses import replace
from pathlib import Path

from tui.domain.answers import Answer
from tui.storage.autosave import Autosaver, SaveState, SaveStatus
from tui.storage.sessions import open_session


def main(folder: Path) -> None:
    opened = open_session(folder)
    session = opened.session
    number = int(session.answer("brand", "days").value or 0) * 100
    print("ready", flush=True)

    def tell(state: SaveState) -> None:
        if state.status is SaveStatus.FAILED:
            print("failed", state.message, flush=True)

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
