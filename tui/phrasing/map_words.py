"""The map of the areas in words: what a tile is, and what an area comes to."""

from tui.domain.area_map import AreaRow, Tile, TileState
from tui.domain.verdict import Verdict
from tui.i18n import Phrases

COUNTED = (TileState.DECIDED, TileState.PARKED, TileState.ANSWERED_ANEW)
"""The states that are counted, beside what is still to be talked about."""


def tile_verdict(tile: Tile, say: Phrases) -> str:
    """Return what the verdict on the first answers is called."""
    verdict = tile.question.verdict
    if tile.is_private and verdict in (Verdict.ALIGNED, Verdict.DIVERGENT):
        return say(f"stand.private_{verdict}")
    return say(f"verdict.{verdict}")


def tile_words(tile: Tile, say: Phrases) -> str:
    """Return how a question stands: its verdict, what is to be noted, and what came of it."""
    words = [tile_verdict(tile, say)]
    words += [say("map.is_blocking")] * tile.is_blocking
    words += [say("map.is_risky")] * tile.is_risky
    if tile.state is not TileState.UNTOUCHED:
        words.append(say(f"map.is_{tile.state}"))
    return " · ".join(words)


def area_counts(row: AreaRow, say: Phrases) -> str:
    """Return how many questions of an area are to be talked about, and how many were settled."""
    counts = [("to_talk", row.to_talk)]
    counts += [(str(state), row.count(state)) for state in COUNTED]
    told = [say(f"map.{name}", count=count) for name, count in counts if count]
    return " · ".join(told) or say("map.nothing")
