"""Running heads that say a heading of the report again, or go on with it: "Performance report continued"."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median

from reportparse.layout.lines import Line
from reportparse.pdf import Page
from reportparse.text import cut_continued, squeeze

# They are set in type smaller by this factor.
MIN_LARGER = 1.15
# Longer texts are no titles.
MAX_TITLE_WORDS = 25
# One that no other page has at its height is smaller than the text of its page, by this factor, and stands this far
# above it, in sizes of that: titles of tables and charts at the head of a page stand close over them.
MAX_SMALL, MIN_CLEAR_EM = 0.95, 2.0


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


def find_lone_heads(lines: Sequence[Line], echoes: Collection[int], pages: Sequence[Page]) -> Iterator[Line]:
    """Those of the first lines of pages that say a title again where no other page does: of a chapter of two pages."""
    by_number = {page.number: page for page in pages}
    for line in lines:
        if id(line.words[0]) in echoes and _stands_clear(line, by_number[line.page]):
            yield line


def _stands_clear(line: Line, page: Page) -> bool:
    """Whether the first line of a page is alone there, in type smaller than its text, and far above it."""
    usual = median([word.style.size for word in page.words])
    own = {word.order for word in line.words}
    below = min((word.top for word in page.words if word.order not in own), default=line.box.bottom)
    return line.style.size < MAX_SMALL * usual and below - line.box.bottom >= MIN_CLEAR_EM * usual


def _squeeze_title(line: Line) -> str:
    return squeeze(cut_continued(line.text))
