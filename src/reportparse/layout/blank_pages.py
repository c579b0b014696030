"""What a blank page says of itself: "This page is intentionally left blank"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportparse.layout.lines import Line, make_line
from reportparse.pdf import Page

# So few words say it; "This page has been left blank on purpose" has eight.
MAX_WORDS = 10
_BLANK = re.compile(r"\bpage\b.*\bblank\b|\bblank\spage\b|\btudalen\b.*\bwag\b", re.IGNORECASE)


def find_blank_pages(pages: Sequence[Page], gone: Mapping[int, AbstractSet[int]]) -> Iterator[Line]:
    """All that a page says, where it says that it is blank; `gone` are the words of its head and foot, by order."""
    for page in pages:
        away = gone.get(page.number, frozenset())
        if 0 < len(page.words) - len(away) <= MAX_WORDS:
            words = [word for word in page.words if word.order not in away and not word.angle]
            if words and _BLANK.search(" ".join([word.text for word in words])):
                yield make_line(page.number, words)
