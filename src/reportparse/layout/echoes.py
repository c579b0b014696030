"""Running heads that say a heading of the report again, or go on with it: "Performance report continued"."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median

from reportparse.layout.lines import Line
from reportparse.pdf import Page, Word
from reportparse.text import cut_continued, squeeze

# They are set in type smaller by this factor.
MIN_LARGER = 1.15
# Longer texts are no titles.
MAX_TITLE_WORDS = 25
# One that no other page has at its height is no larger than the text of its page, to this factor, and stands this far
# above it, in sizes of that: titles at the head of a page stand close over what they head.
MAX_SIZE, MIN_CLEAR_EM = 1.02, 2.0


def find_echoes(lines: Sequence[Line], pages: Sequence[Page]) -> set[int]:
    """First words (by `id`) of those of the outermost lines that say again a heading in larger type.

    Those that say that it is continued may be as large as the heading.

    On one page alone nothing runs: its last line may be a table's row on what the page is about.
    """
    if len(pages) < 2:
        return set()
    outer = [line for line in lines if any(map(str.isalpha, line.text))]  # a number may stand in large type by chance
    wanted = {_squeeze_title(line): _least(line) for line in outer if len(line.words) <= MAX_TITLE_WORDS}
    titles: dict[str, float] = {}
    least = min(wanted.values(), default=0.0)
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
    return {id(line.words[0]) for line, size in zip(outer, sizes, strict=True) if size >= _least(line)}


def find_lone_heads(
    lines: Sequence[Line], echoes: Collection[int], pages: Sequence[Page], known: Iterable[Line]
) -> Iterator[Line]:
    """Those of the first lines of pages that say a title again where no other page does: of a chapter of two pages.

    Above them, or in their row, stands nothing but what is `known` to run on all pages.
    """
    by_number = {page.number: page for page in pages}
    gone = {(line.page, word.order) for line in known for word in line.words}
    for line in lines:
        page = by_number[line.page]
        if id(line.words[0]) in echoes and (line.page, line.words[0].order) not in gone:
            own = {word.order for word in line.words}
            others = [w for w in page.words if w.order not in own and (line.page, w.order) not in gone]
            if _stands_clear(line, others) or _goes_on(line, others):
                yield line


def _goes_on(line: Line, others: Sequence[Word]) -> bool:
    """Whether a line above all text of its page, and in larger type, says that its title is continued."""
    if not others or not _is_continued(line):
        return False
    usual = median([word.style.size for word in others])
    top = min([word.top for word in others if not word.angle], default=0.0)
    return line.style.size >= MIN_LARGER * usual and line.box.bottom <= top


def _stands_clear(line: Line, others: Sequence[Word]) -> bool:
    """Whether a line no larger than the text of its page stands far above all of it."""
    if not others:
        return False
    usual = median([word.style.size for word in others])
    below = min([word.top for word in others])
    return line.style.size <= MAX_SIZE * usual and below - line.box.bottom >= MIN_CLEAR_EM * usual


def _least(line: Line) -> float:
    """The least size of a heading that a line says again."""
    return line.style.size * (1.0 if _is_continued(line) else MIN_LARGER)


def _is_continued(line: Line) -> bool:
    return cut_continued(line.text) != line.text


def _squeeze_title(line: Line) -> str:
    return squeeze(cut_continued(line.text))
