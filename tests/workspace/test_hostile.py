"""A few of the hostile files of `python -m tests.hostile`, in the suite; cost is judged there."""

import pytest

from tests.hostile.scenes import Scene, scenes
from tests.hostile.trial import play

SCENES = {scene.name: scene for scene in scenes(values=0)}
ON_THE_COMMAND_LINE = (
    "questionnaire: every text has controls",
    "questionnaire: a pipe",
    "overlay: markup in a key",
    "sheet: 4 GiB",
    "sheet: no permission",
    r"sheet: named b'a\x1b]0;x\x07b'",
    "minutes: GBK",
    "report: dotted key",
    r"self-assessment: named b'a\xff\xfe\xed\xa0\x80'",
    "settings: a folder",
    "session: a link in a circle",
    r"session: named b'a\nb\n\nc'",
    "session's lock: a link to a device",
)
IN_THE_APP = ("questionnaire: a pipe", r"session: named b'a\x1b[2J\x1b[31m'")


def test_there_are_hostile_files_of_every_kind() -> None:
    assert len(SCENES) >= 350


@pytest.mark.parametrize(
    "scene", [SCENES[name] for name in ON_THE_COMMAND_LINE], ids=lambda scene: ascii(scene.name)
)
def test_the_command_line_tells_of_a_hostile_file_and_does_nothing_else(scene: Scene) -> None:
    assert play(scene, in_app=False).faults == []


@pytest.mark.parametrize(
    "scene", [SCENES[name] for name in IN_THE_APP], ids=lambda scene: ascii(scene.name)
)
def test_the_app_goes_on_beside_a_hostile_file(scene: Scene) -> None:
    assert play(scene).faults == []
