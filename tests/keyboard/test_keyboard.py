"""On a question of every type, nothing but a whole, known key does anything."""

from random import Random

from tests.keyboard.attack import Attack
from tests.keyboard.noise import noise
from tests.keyboard.screens import NEXT_QUESTION, QUESTIONS
from tests.terminal.sequences import ALT, NO_COMMANDS, NOTHING


def test_what_is_no_key_does_nothing_on_any_question() -> None:
    attacked = Attack("choice")
    try:
        for row, place in enumerate(QUESTIONS.values()):
            if row:
                attacked.go(NEXT_QUESTION, place)
            drawn = noise(Random(row), 40)
            attacked.send([(0.0, sequence) for sequence in (*NOTHING, *NO_COMMANDS, *ALT)])
            attacked.send([(0.0, b"".join(data for _, data in drawn))])
            if place.refusal:
                attacked.paste(ended=True)
            else:
                attacked.check()
        attacked.end()
    finally:
        attacked.close()
