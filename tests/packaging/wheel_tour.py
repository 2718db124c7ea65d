"""The installed program in a real terminal: home, the example, its report, and an export of it.

    .venv/bin/python -m tests.packaging.wheel_tour PATH/TO/duiqi

`.ci/run` does this with the wheel, installed outside the checkout: what is missing in it, such as
a style or a text, ends the program or leaves a screen empty.
"""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.terminal.harness import Terminal, isolated_environment
from tui.i18n import LANGUAGES, Phrases

_NOT_OURS = {"PYTHONPATH": ""}
"""The wheel must find nothing of the checkout."""


def main(duiqi: str) -> int:
    """Walk through the program; raise where something is not as it should be."""
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            _see_home(duiqi, home, language)
            report = _export_the_example(duiqi, home, language)
            environment = isolated_environment(home) | _NOT_OURS
            subprocess.run([duiqi, "check", str(report)], env=environment, check=True)
    return 0


def _opened(home: Path, *command: str) -> Terminal:
    there = partial(os.chdir, home)  # where the export will be
    return Terminal(command, home=home, rows=36, columns=120, environment=_NOT_OURS, before=there)


def _see_home(duiqi: str, home: Path, language: str) -> None:
    app = _opened(home, duiqi, "--lang", language)
    try:
        app.wait_for(Phrases(language)("home.new"))
        app.send("ctrl+q")
        _must_be_good(app)
    finally:
        app.close()


def _export_the_example(duiqi: str, home: Path, language: str) -> Path:
    """Look at a question and the report of the example, and export that."""
    say = Phrases(language)
    app = _opened(home, duiqi, "demo", "--lang", language)
    try:
        app.wait_for(say("report.title", date="").strip())  # it is finished, and opens on that
        app.send("escape")
        app.wait_for(f"F4 {say('chip.undecided')}")
        app.send("f9")
        app.wait_for(say("report.title", date="").strip())
        app.send("ctrl+s")
        app.wait_for(say("export.title"))
        app.send("up", "up", "up", "enter")  # over the end of the list to TOML, beside the page
        app.send("down", "enter")
        app.wait_for(lambda: any(home.glob("*.toml")) and any(home.glob("*.html")))
        app.wait_for(say("export.close"))
        app.send("ctrl+q")
        _must_be_good(app)
    finally:
        app.close()
    (report,) = home.glob("*.toml")
    return report


def _must_be_good(app: Terminal) -> None:
    """Assert that the program ended well and left the terminal as it was."""
    code, complaints = app.exit_code(), app.complaints()
    if code != 0 or complaints:
        raise SystemExit(f"ended with {code}, {complaints}; screen:\n{app.screen_text()}")


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).absolute())))
