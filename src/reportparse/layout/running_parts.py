"""Running heads that say whose report it is and, behind a sign, what the chapter is: "Annual Report | Safer roads"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from reportparse.layout.lines import Line

# A part of a head is repeated if it stands at its place on at least so many pages.
MIN_PAGES = 3
# Signs between the parts; a dash or a colon stands in titles, too.
_SIGN = re.compile(r"\s[|‖¦•·]\s")


def find_shared(lines: Sequence[Line]) -> set[int]:
    """First words (by `id`) of the lines at one place that share a part, word for word, with those of other pages."""
    parts = [(line, _SIGN.split(line.text.casefold())) for line in lines]
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for line, said in parts:
        for part in said if len(said) > 1 else ():
            pages[part].add(line.page)
    often = {part for part, on in pages.items() if len(on) >= MIN_PAGES and any(map(str.isalpha, part))}
    return {id(line.words[0]) for line, said in parts if len(said) > 1 and not often.isdisjoint(said)}
