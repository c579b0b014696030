"""Running heads that say a heading of the report again, or go on with it: "Performance report continued"."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from reportparse.layout.lines import Line
from reportparse.pdf import Page
from reportparse.text import cut_continued, squeeze

# They are set in type smaller by this factor.
MIN_LARGER = 1.15
# Longer texts are no titles.
MAX_TITLE_WORDS = 25


def find_echoes(lines: Sequence[Line], pages: Sequence[Page]) -> set[int]:
    """First words (by `id`) of those of the outermost lines that say again a heading in larger type.

    On one page alone nothing runs: its last line may be a table's row on what the page is about.
    """
    if len(pages) < 2:
        return set()
    outer = [line for line in lines if any(map(str.isalpha, line.text))]  # a number may stand in large type by chance
    wanted = {_squeeze_title(line): line.style.size for line in outer if len(line.words) <= MAX_TITLE_WORDS}
    titles: dict[str, float] = {}
    least = MIN_LARGER * min(wanted.values(), default=0.0)
    for page in pages:
        for style, run in groupby(page.words, key=attrgetter("style")):
            if style.size < least:
                continue
            words = list(run)
            if len(words) <= MAX_TITLE_WORDS and (text := squeeze("".join([word.text for word in words]))) in wanted:
                titles[text] = max(titles.get(text, 0.0), style.size)
    if not titles:
        return set()
    sizes = [titles.get(_squeeze_title(line), 0.0) for line in outer]
    return {id(line.words[0]) for line, size in zip(outer, sizes, strict=True) if size >= MIN_LARGER * line.style.size}


def _squeeze_title(line: Line) -> str:
    return squeeze(cut_continued(line.text))
