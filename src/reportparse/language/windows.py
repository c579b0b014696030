"""Where to look for a long pattern: round what every match of it holds, so that the rest of a text is passed over."""

import re
from collections.abc import Iterable, Iterator


def find_round(
    pattern: re.Pattern[str], text: str, anchors: Iterable[re.Match[str]], reach: tuple[int, int]
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, where each match holds one of `anchors`, which are in order.

    `reach` tells how many characters a match may begin before an anchor, and look at behind one.

    >>> [match[0] for match in find_round(re.compile(r"[a-z]+ 1"), "may 1 or 2", re.finditer("1", "may 1 or 2"), (9, 9))]
    ['may 1']
    """
    before, behind = reach
    windows: list[tuple[int, int]] = []
    for anchor in anchors:
        start, end = max(0, anchor.start() - before), anchor.end() + behind
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    done = 0
    for first, last in windows:
        for match in pattern.finditer(text, max(first, done), last):
            done = match.end()
            yield match
