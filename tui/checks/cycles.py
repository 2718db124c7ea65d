"""Circles among questions that depend on each other."""

from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]
"""Question to the questions that it depends on."""


def cycles(graph: Graph) -> Iterator[list[str]]:
    """Return circles of `graph`, none of which shares a question with one given before.

    Takes time linear to the graph: each question is entered once.

    >>> list(cycles({"a": ["b"], "b": ["c", "a"], "c": []}))
    [['a', 'b']]
    """
    seen: set[str] = set()
    told: set[str] = set()
    for start in graph:
        if start not in seen:
            yield from _from(start, graph, seen, told)


def _from(start: str, graph: Graph, seen: set[str], told: set[str]) -> Iterator[list[str]]:
    """Search in depth from `start`; a question met again on the way to itself closes a circle."""
    way = [start]
    places = {start: 0}
    seen.add(start)
    ahead = [iter(graph[start])]
    while ahead:
        following = next(ahead[-1], None)
        if following is None:
            ahead.pop()
            del places[way.pop()]
        elif following in places:
            circle = way[places[following] :]
            if following not in told and told.isdisjoint(circle):
                told.update(circle)
                yield circle
        elif following in graph and following not in seen:
            seen.add(following)
            places[following] = len(way)
            way.append(following)
            ahead.append(iter(graph[following]))


def in_words(circle: Sequence[str]) -> str:
    """Return a circle as a person reads it.

    >>> in_words(["a", "b"])
    'a -> b -> a'
    """
    return " -> ".join((*circle, circle[0]))
