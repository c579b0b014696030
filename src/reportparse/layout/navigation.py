"""Links that lead through the document and say nothing of it: "Back to top", lists of titles, "Home › Plans"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from operator import attrgetter

from reportparse.geometry import has_middle_in
from reportparse.layout.lines import Line, find_lines, find_rows, make_line
from reportparse.pdf import Page, Style, Word
from reportparse.text import squeeze

# Baselines nearer than this, in points, are one.
SAME_LEVEL_PT = 3.0
# A link alone on its line that so often says the same in so few words leads through the document.
MIN_WAYS, MAX_WAY_WORDS = 5, 4
# So many titles in a row, or below each other, each of them a link to its place, are a list of what comes.
MIN_TITLES = 2
# The name of such a list stands right above it, this near in sizes of its type, and has few words.
MAX_STEP_EM, MAX_NAME_WORDS = 2.5, 4
# Arrows between the steps of a path through a site, and so many of them.
_ARROWS = frozenset("›»>→/")
MIN_ARROWS = 2


def find_navigation(pages: Sequence[Page]) -> Iterator[Line]:
    """The lines that are such links and nothing else."""
    yield from _find_repeated(pages)
    yield from _find_lists(pages)
    for page in pages:
        if page.links:
            yield from _find_paths(page)


def _find_repeated(pages: Sequence[Page]) -> Iterator[Line]:
    """Lines that are links and nothing else, the same again and again: "Back to top", as web pages have them."""
    targets = Counter((link.uri, link.page) for page in pages for link in page.links)
    led = {target for target, count in targets.items() if count >= MIN_WAYS}
    if not led:
        return  # as in most reports
    lines = [line for page in pages if page.links for line in find_lines(page.number, _linked(page, led))]
    counts = Counter(line.text for line in lines if len(line.words) <= MAX_WAY_WORDS)
    often = {text for text, count in counts.items() if count >= MIN_WAYS}
    if not often:
        return
    for page in pages:
        ways = [line for line in lines if line.page == page.number and line.text in often]
        for way in ways:
            known = {word.order for word in way.words}
            level = [word for word in page.words if abs(word.baseline - way.baseline) <= SAME_LEVEL_PT]
            if all(word.order in known or word.angle for word in level):
                yield way


def _linked(page: Page, targets: AbstractSet[tuple[str | None, int | None]]) -> list[Word]:
    """The words that stand in links to `targets`: (address, page)."""
    boxes = [link.box for link in page.links if (link.uri, link.page) in targets]
    return [word for word in page.words if any(has_middle_in(word.box, box) for box in boxes)] if boxes else []


def _find_lists(pages: Sequence[Page]) -> Iterator[Line]:
    """The lines of lists of titles without pages, as web pages have them, each with the list's name above it.

    Each title is a link into the document, where it stands again in another type.
    """
    told = {page.number: list(_read_links(page)) for page in pages if page.links}
    titles = _find_titles(pages, {_squeeze(words) for links in told.values() for words in links})
    for page in pages:
        links = told.get(page.number, [])
        named = {words[0].order for words in links if titles[_squeeze(words)] - {words[0].style}}
        if len(named) >= MIN_TITLES:
            yield from _find_list(page, {word.order for words in links for word in words}, named)


def _read_links(page: Page) -> Iterator[list[Word]]:
    """The words of each link into the document."""
    for link in page.links:
        if link.page is not None:
            words = [word for word in page.words if has_middle_in(word.box, link.box)]
            if words:
                yield words


def _find_titles(pages: Sequence[Page], wanted: AbstractSet[str]) -> dict[str, set[Style]]:
    """Those of the wanted texts that are all that follows in one type somewhere, each with the types that say it."""
    titles: defaultdict[str, set[Style]] = defaultdict(set)
    for page in pages if len(wanted) >= MIN_TITLES else ():
        for style, run in groupby(page.words, key=attrgetter("style")):
            if (text := _squeeze(run)) in wanted:
                titles[text].add(style)
    return titles


def _find_list(page: Page, linked: AbstractSet[int], named: AbstractSet[int]) -> Iterator[Line]:
    """The rows of a page that hold nothing but links, where at least half of them name titles; words by their order."""
    rows = find_rows([word for word in page.words if not word.angle])
    for is_list, group in groupby(range(len(rows)), key=lambda place: _is_linked(rows[place], linked)):
        places = list(group)
        firsts = [word.order for place in places for word in rows[place] if word.order in named]
        if is_list and len(firsts) >= max(MIN_TITLES, len(places) / 2):
            above = rows[places[0] - 1] if places[0] else []
            first = places[0] - (bool(above) and _is_name(above, rows[places[0]]))
            yield from (make_line(page.number, row) for row in rows[first : places[-1] + 1])


def _is_linked(row: Sequence[Word], linked: AbstractSet[int]) -> bool:
    """Whether a row holds links alone, each with a bullet at most."""
    others = [word.text for word in row if word.order not in linked]
    return len(others) < len(row) and all(len(text) == 1 and not text.isalnum() for text in others)


def _is_name(row: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether the row above a list names it: a few words in another type, right above."""
    is_near = below[0].baseline - row[0].baseline <= MAX_STEP_EM * row[0].style.size
    return is_near and len(row) <= MAX_NAME_WORDS and row[0].style != below[-1].style and row[-1].text[-1].isalnum()


def _find_paths(page: Page) -> Iterator[Line]:
    """The rows that tell where a web page stands in its site: links parted by arrows, then the page's own name."""
    if sum(word.text in _ARROWS for word in page.words) < MIN_ARROWS:
        return
    for row in find_rows([word for word in page.words if not word.angle]):
        names = [word for word in row if word.text not in _ARROWS]
        if len(row) - len(names) >= MIN_ARROWS and row[0] in names and row[-1] in names:
            linked = [word for word in names if any(has_middle_in(word.box, link.box) for link in page.links)]
            if 2 * len(linked) >= len(names):
                yield make_line(page.number, row)


def _squeeze(words: Iterable[Word]) -> str:
    return squeeze("".join([word.text for word in words]))
