"""The pictures of the README show the app as it is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pictures import FOLDER, SHOTS, draw

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize("name", SHOTS)
async def test_a_picture_is_what_the_app_shows(name: str, tmp_path: Path) -> None:
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    is_stale = await draw(name, tmp_path) != kept
    assert not is_stale, f"screenshots/{name}.svg is stale: `python -m tests.pictures` draws anew"


def test_every_picture_has_a_script_that_draws_it() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(SHOTS)


@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_loads_nothing_from_elsewhere(name: str) -> None:
    assert not re.search(
        r"url\((?!#)|href=|src=|@import", (FOLDER / f"{name}.svg").read_text("utf-8")
    )


def test_a_picture_is_the_same_whoever_draws_it(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path; from tests.pictures import draw;"
        "sys.stdout.buffer.write(asyncio.run(draw('divergence-zh', Path(sys.argv[1]))).encode())"
    )
    elsewhere = [
        {"PYTHONHASHSEED": "1", "TERM": "dumb", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
        {"PYTHONHASHSEED": "2", "TERM": "xterm-256color", "COLORTERM": "truecolor", "TZ": "UTC"},
    ]
    drawn = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / str(number))],
            cwd=REPOSITORY,
            env=os.environ | environment,
            capture_output=True,
            check=True,
        ).stdout
        for number, environment in enumerate(elsewhere)
    }
    assert len(drawn) == 1
