"""Contents pages: lists of titles with page numbers; a witness for the headings, no content of its own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from reportparse.geometry import unite
from reportparse.layout import Flow, FlowLine, Line
from reportparse.layout.lines import make_line
from reportparse.structure.records import ContentsEntry
from reportparse.text import fold_title

_ENTRY = re.compile(
    r"^(?P<title>.*?[^\W\d_].*?)(?:[\s.…·_]{2,}|\s)(?P<page>\d{1,3}|[ivxl]{1,6})(?:\s*[-–]\s*\d{1,3})?$"
)
_ENTRY_REVERSED = re.compile(r"^(?P<page>\d{1,3})(?:\s*[-–]\s*\d{1,3})?\s+(?P<title>[^\W\d_].*)$")
_LEADER = re.compile(r"(?:\s*[.…·_]){4,}")
_NAME = re.compile(
    r"^(table of )?contents?( page)?$|^(cynnwys( *[|/–—-] *contents)?|contents *[|/–—-] *cynnwys)$|^in this report$",
    re.IGNORECASE,
)
_LONGEST_NAME = len("table of contents page")
# What a page that begins with a list may call it, in letters: "What you will find inside".
LONGEST_HEAD = 30
# A quick look at the end of a line before the pattern, and how long a tail holds all that it sees.
_PAGE_ENDS = frozenset("0123456789ivxl")
_PAGE_END = re.compile(r"[\s.…·_](?:\d{1,3}|[ivxl]{1,6})(?:\s*[-–]\s*\d{1,3})?$")
_TAIL = 24
# Fewest entries of a contents page, and the share of lines that must be entries.
MIN_ENTRIES = 4
MIN_SHARE = 0.6
# ... and of a list of tables or figures that stands below the contents, in their form.
MIN_BELOW = 1
# Part of the entries of a page that stand in one box where the list does.
MOST_BOXED = 0.8
# Fewest lines of a cover above a list: one or two are the list's own name.
MIN_COVER = 3
# Lines of one title follow each other this near, in parts of the type size.
MAX_LEADING_EM = 1.6
# ... and further from the next title than from each other by this, in parts of the type size.
MIN_APART_EM = 0.2
# A name left of a list, of a group of its titles, stands off from these by this, in parts of the type size.
MIN_GROUP_GAP_EM = 1.5
# A list that no word names stands on one of the first pages, and this part of its titles stands on later ones; of one
# with the pages in front as many stand on the very pages that it says.
MAX_PAGE, MIN_FOUND, MIN_ON_PAGE = 6, 0.5, 0.7


class Contents(NamedTuple):
    """What a contents page lists."""

    entries: tuple[ContentsEntry, ...]
    lines: tuple[Line, ...]


def take_contents(flow: Flow) -> tuple[Contents, Flow]:
    """Split off the contents pages; hand on the flow without them."""
    taken: list[Line] = []
    listed: list[ContentsEntry] = []
    for whole in _runs(flow):
        run = _without_cover(whole) if whole[0].region.page == 1 else whole
        run = _without_groups(run) if run[0].region.page <= MAX_PAGE else run
        entries = _read_entries(run)
        run, entries = _find_boxed(run, entries)
        if run[0].region.page <= MAX_PAGE and sum(map(bool, entries)) < MIN_SHARE * len(run):
            run, entries = _find_stretch(run, entries)
        if _is_contents(run, entries) or _goes_on(run, entries, taken) or _is_borne_out(run, entries, flow):
            taken.extend(item.line for item in run)
            listed.extend(_make_entries(run, entries, len(listed)))
    gone = set(map(_end_of, taken))
    lines = tuple(item.line for item in flow if isinstance(item, FlowLine) and _end_of(item.line) in gone)
    return Contents(tuple(listed), lines), [
        item for item in flow if not (isinstance(item, FlowLine) and _end_of(item.line) in gone)
    ]


def _end_of(line: Line) -> tuple[int, int]:
    """The page of a line and the place of its last word there, which the line keeps without the name of a group."""
    return line.page, line.words[-1].order


def _without_groups(run: list[FlowLine]) -> list[FlowLine]:
    """The lines without the names that stand left of some of them, each naming a group of the titles."""
    edges = Counter(round(item.line.box.x0) for item in run if not _is_name(item.line))
    edge = edges.most_common(1)[0][0] if edges else 0
    return [item._replace(line=_cut_at(item.line, edge)) for item in run]


def _cut_at(line: Line, edge: float) -> Line:
    """What of a line begins at an edge, far behind words left of it; the line itself where nothing does."""
    gap = MIN_GROUP_GAP_EM * line.style.size
    if round(line.box.x0) < edge:
        for place, (before, word) in enumerate(pairwise(line.words), 1):
            if round(word.x0) == edge and word.x0 - before.x1 >= gap:
                return make_line(line.page, line.words[place:])
    return line


def _without_cover(run: list[FlowLine]) -> list[FlowLine]:
    """The lines from the first entry on, where what stands above is of other sizes: the lines of a cover."""
    first = next((place for place, item in enumerate(run) if _ends_in_page(item.line.text)), 0)
    sizes = {round(item.line.style.size) for item in run[first:]}
    others = [round(item.line.style.size) not in sizes for item in run[:first]]
    has_name = any(_NAME.match(item.line.text) for item in run[:first])
    return run[first:] if len(others) >= MIN_COVER and all(others) and not has_name else run


def _find_boxed(
    run: list[FlowLine], entries: list[re.Match[str] | None]
) -> tuple[list[FlowLine], list[re.Match[str] | None]]:
    """The lines of the box that nearly all entries stand in: what a page holds outside it is none of the list."""
    frames = [item.region.frame for item, entry in zip(run, entries, strict=True) if entry is not None]
    frame = max(frames, key=frames.count, default=None)
    if frame is None or frames.count(frame) < max(MIN_ENTRIES, MOST_BOXED * len(frames)):
        return run, entries
    inside = [item for item in run if item.region.frame is frame]
    return inside, _read_entries(inside)


def _find_stretch(
    run: list[FlowLine], entries: list[re.Match[str] | None]
) -> tuple[list[FlowLine], list[re.Match[str] | None]]:
    """The most entries that follow each other, with the name of the list: what a page holds beside it is text.

    In a box or column of their own names of groups may stand between them.
    """
    listed = {place for place, entry in enumerate(entries) if entry is not None} | set(_find_rest(run, entries))
    best = _find_longest([place in listed for place in range(len(run))])
    for _, group in groupby(range(len(run)), key=lambda place: id(run[place].region)):
        places = list(group)
        count = sum(place in listed for place in places)
        if count > len(best) and count >= MIN_SHARE * len(places):
            best = range(places[0], places[-1] + 1)
    if sum(entries[place] is not None for place in best) < MIN_ENTRIES:
        return run, entries
    first = best.start - (best.start == 1 and len(run[0].line.text) <= LONGEST_HEAD)
    if all(_is_name(item.line) for item in run[: best.start]):
        first = 0  # "Cynnwys" over "Contents"
    return run[first : best.stop], entries[first : best.stop]


def _find_longest(are_listed: Sequence[bool]) -> range:
    """The most lines of entries that follow each other, by their places."""
    best = range(0)
    for is_listed, group in groupby(range(len(are_listed)), key=are_listed.__getitem__):
        places = list(group)
        if is_listed and len(places) > len(best):
            best = range(places[0], places[-1] + 1)
    return best


def _goes_on(run: Sequence[FlowLine], matches: Sequence[re.Match[str] | None], taken: Sequence[Line]) -> bool:
    """Whether a list goes on with the contents of the page before, or is one of tables below them, with leaders."""
    if taken and run[0].region.page == taken[-1].page and len(run) > MIN_BELOW:
        are_led = all(match is not None and _LEADER.search(match.string) for match in matches[1:])
        return are_led and matches[0] is None
    is_next = bool(taken) and run[0].region.page == taken[-1].page + 1
    return is_next and _is_contents(run, matches, has_name=True)


def _is_borne_out(run: Sequence[FlowLine], matches: Sequence[re.Match[str] | None], flow: Flow) -> bool:
    """Whether a list without the word "Contents" is one: its pages rise, and lines on later pages bear its titles.

    Where the pages stand in front, as numbers of other lists do, they have to be those on which the titles stand, all
    as far from the pages of the file.
    """
    page = run[0].region.page
    if page > MAX_PAGE or not _is_contents(run, matches, has_name=True):
        return False
    later: dict[str, int] = {}
    lines = [item.line for item in flow if isinstance(item, FlowLine) and item.region.page > page]
    for line in lines:
        later.setdefault(fold_title(line.text), line.page)
    for line, below in pairwise(lines):  # "Priority 1" over "Safer places"
        later.setdefault(fold_title(f"{line.text} {below.text}"), line.page)
    entries = [(fold_title(_LEADER.sub("", match["title"])), match) for match in matches if match is not None]
    borne = [(later[title], match) for title, match in entries if title in later]
    if any(match.re is _ENTRY_REVERSED for _, match in borne):
        offsets = Counter(at - int(match["page"]) for at, match in borne)
        return max(offsets.values()) >= MIN_ON_PAGE * len(entries)
    return len(borne) >= MIN_FOUND * len(entries)


def _make_entries(
    run: Sequence[FlowLine], matches: Sequence[re.Match[str] | None], count: int
) -> Iterator[ContentsEntry]:
    """Each line with a page; one before it without a page begins its title where that goes on in small letters."""
    rest = _find_rest(run, matches)
    before: Line | None = None
    for place, (item, match) in enumerate(zip(run, matches, strict=True)):
        if match is None:
            before = None if place in rest else item.line
            continue
        title, lines = _LEADER.sub("", match["title"]).strip(), [item.line]
        if before is not None and title[:1].islower():
            title, lines = f"{before.text} {title}", [before, item.line]
        for other in (run[at].line for at, owner in rest.items() if owner == place):
            title = title if match.string == f"{item.line.text} {other.text}" else f"{title} {other.text}"
            lines.append(other)
        count += 1
        box = unite(line.box for line in lines)
        yield ContentsEntry(f"contents{count}", title, match["page"], item.line.page, box)
        before = None


def _read_entries(run: Sequence[FlowLine]) -> list[re.Match[str] | None]:
    """Each line read as an entry; the page may stand before its title."""
    entries = [_ENTRY.match(item.line.text) if _ends_in_page(item.line.text) else None for item in run]
    if run[0].region.page <= MAX_PAGE and sum(entry is not None for entry in entries) < MIN_ENTRIES:
        turned = list(_read_turned([item.line.text for item in run]))
        return turned if sum(entry is not None for entry in turned) >= MIN_ENTRIES else entries
    return entries


def _read_turned(texts: Sequence[str]) -> Iterator[re.Match[str] | None]:
    """Each line as an entry that begins with its page, which may be larger and a line of its own before the title."""
    is_title = False
    for text, below in zip(texts, [*texts[1:], ""], strict=True):
        is_alone = text.isdigit() and not below[:1].isdigit()
        yield None if is_title else _ENTRY_REVERSED.match(f"{text} {below}" if is_alone else text)
        is_title = is_alone and not is_title


def _ends_in_page(text: str) -> bool:
    return text[-1] in _PAGE_ENDS and bool(_PAGE_END.search(text[-_TAIL:]))


def _runs(flow: Flow) -> list[list[FlowLine]]:
    """Lines of one page up to each change of region, or from the line that says "Contents", in one language or two."""
    runs: list[list[FlowLine]] = []
    for item in flow:
        if not isinstance(item, FlowLine):
            continue
        is_head = len(item.line.text) <= _LONGEST_NAME and _is_name(item.line)
        is_head = is_head and not (runs and len(runs[-1]) == 1 and _is_name(runs[-1][0].line))
        if not runs or is_head or _heads_next(runs[-1], item.line) or runs[-1][-1].region.page != item.region.page:
            runs.append([])
        runs[-1].append(item)
    return [run for run in runs if len(run) > MIN_BELOW]


def _is_name(line: Line) -> bool:
    return _NAME.match(line.text) is not None


def _find_rest(run: Sequence[FlowLine], matches: Sequence[re.Match[str] | None]) -> dict[int, int]:
    """The lines without a page that go on with the title of an entry, by their places, with the place of the entry."""
    rest: dict[int, int] = {}
    after = [*(item.line for item in run[1:]), None]
    for place in range(1, len(run)):
        owner = place - 1 if matches[place - 1] is not None else rest.get(place - 1)
        entry = matches[owner] if owner is not None else None
        if owner is None or entry is None or matches[place] is not None:
            continue
        above, line = run[place - 1].line, run[place].line
        if entry.string == f"{above.text} {line.text}" or _goes_on_below(above, line, after[place], entry):
            rest[place] = owner
    return rest


def _goes_on_below(above: Line, line: Line, below: Line | None, entry: re.Match[str]) -> bool:
    """Whether a line is the rest of a title: in its type behind a page, or nearer to it than to the next one.

    A title in two languages has a type for each.
    """
    if not 0 < line.baseline - above.baseline <= MAX_LEADING_EM * line.style.size:
        return False
    if entry.re is _ENTRY_REVERSED and line.words[0].style == above.words[-1].style:
        return True
    if below is None or below.page != line.page or below.box.top < line.box.top:
        return True
    space = line.box.top - above.box.bottom
    return below.box.top - line.box.bottom > space + MIN_APART_EM * line.style.size


def _heads_next(run: Sequence[FlowLine], line: Line) -> bool:
    """Whether a line is set as the word "Contents" above a list is, which is larger: what comes next on its page."""
    first = run[0].line
    return _is_name(first) and len(run) > MIN_ENTRIES and line.style == first.style and line.style != run[1].line.style


def _is_contents(run: Sequence[FlowLine], matches: Sequence[re.Match[str] | None], *, has_name: bool = False) -> bool:
    entries = [match for match in matches if match is not None]
    if len(entries) < MIN_ENTRIES:
        return False
    numbers = [int(match["page"]) for match in entries if match["page"].isdigit()]
    rising = sum(a <= b for a, b in pairwise(numbers)) >= 0.9 * (len(numbers) - 1) if len(numbers) > 1 else False
    is_named = bool(_NAME.match(run[0].line.text))
    has_name = has_name or is_named
    leaders = sum(bool(_LEADER.search(item.line.text)) for item in run)
    share = len(entries) / (len(run) - is_named - len(_find_rest(run, matches)))
    return rising and share >= MIN_SHARE and (has_name or leaders >= 0.5 * len(run))
