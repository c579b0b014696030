"""Which blocks are headings, and of which level: bookmarks and tags first, then numbering and type."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reportparse.layout.strip_figures import is_figure
from reportparse.pdf import Bookmark, Page, Style
from reportparse.structure.asides import is_aside
from reportparse.structure.blocks import CLOSERS, MIN_PROSE_LETTERS, SAME_EDGE_PT, Block, Element
from reportparse.structure.captions import find_captions, is_called
from reportparse.structure.closing import without_closing
from reportparse.structure.cover import OPEN_ENDS, tells_meeting
from reportparse.structure.faces import parts_languages
from reportparse.structure.levels import close_gaps, look_of, rank_by_type
from reportparse.structure.outline import (
    MIN_WITNESSED,
    extend,
    find_below,
    find_inside,
    find_text_below,
    heads_prose,
    heads_something,
    match_bookmarks,
    match_tags,
    numbers,
    with_numbers,
)
from reportparse.structure.plain import find_apart, find_coloured, find_underlined
from reportparse.structure.records import ContentsEntry
from reportparse.structure.signatures import signs, tells_speaker, without_signed
from reportparse.structure.standing_out import MIN_LARGER_PT, stands_out, stands_out_small
from reportparse.structure.title_pages import is_content, without_cover, without_title_pages
from reportparse.structure.titles import NUMBERED, is_number_alone, read_title
from reportparse.structure.typography import Typography
from reportparse.text import cut_continued, fold_title
from reportparse.years import TELLS_WHEN

# A chapter on money may have the year alone above what is planned for it.
_WHEN = re.compile(TELLS_WHEN, re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(r"20\d\d\s?[/–-]\s?(?:20)?\d\d")
MAX_LETTERS = 260
# What only says more of a title stands this near below it, in sizes of its type.
MAX_BELOW_EM = 1.5
MAX_LINES = 5
# In a narrow column or margin, where lines are no longer than this many letters, a heading may have more of them.
NARROW = 26
# Headings for each page of a whole outline of two levels or more: those of chapters alone have a quarter of that.
MIN_PER_PAGE = 0.5
# Part of a report's letters that a paper bound with it has: introductions in larger type have up to 0.07.
MIN_RUNNING = 0.1
# Contents whose titles head the text of the report, so many and nearly all of them, list its chapters.
MIN_LISTED, MOST_LISTED = 4, 0.8
# A quotation set apart has at least this many spaces.
MIN_QUOTED_SPACES = 5


def find_headings(
    elements: Sequence[Element],
    typography: Typography,
    bookmarks: Sequence[Bookmark],
    pages: Sequence[Page],
    contents: Sequence[ContentsEntry],
) -> dict[int, int]:
    """Place of each heading in `elements`, with its level from 1."""
    blocks = {index: element for index, element in enumerate(elements) if isinstance(element, Block)}
    candidates = {
        index: block
        for index, block in blocks.items()
        if _may_be_heading(block)
        and not is_aside(elements, index)
        and not _is_broken_off(elements, index)
        and not _is_below_title(elements, index)
        and not _leads_to_list(elements, index)
    }
    told = _find_told(candidates, bookmarks, pages, contents)
    captions = find_captions(candidates, elements, typography.body.size)
    candidates = {index: block for index, block in candidates.items() if index in told or index not in captions}
    chosen = _find_set_apart(elements, candidates, typography, pages, contents)
    signed = {index for index in chosen if signs(elements, index) or tells_speaker(elements, index)}
    chosen = {index: block for index, block in chosen.items() if index not in signed}
    witnessed = match_bookmarks(candidates, bookmarks)
    if len(witnessed) < max(MIN_WITNESSED, 0.5 * len(bookmarks)):
        witnessed = match_tags(candidates, pages)
    witnessed = {index: level for index, level in witnessed.items() if not _is_of_cover(blocks[index])}
    if len(witnessed) >= MIN_WITNESSED:
        chosen = without_cover(without_signed(chosen, witnessed), elements, witnessed)
        chosen = {index: block for index, block in chosen.items() if not _is_of_cover(block)}
        found = extend(witnessed, candidates, chosen)
        is_sparse = len(found) < (1.0 if len(set(found.values())) == 1 else MIN_PER_PAGE) * len(pages)
        more = find_below(found, chosen, elements) if is_sparse else find_inside(witnessed, found, chosen, elements)
        return with_numbers(found | more, elements)
    underlined = find_underlined(chosen, pages)
    ranked = _rank_by_type(elements, candidates, chosen, contents, underlined, witnessed)
    ranked = {index: level for index, level in ranked.items() if not _is_of_cover(candidates[index])}
    return close_gaps(without_closing(_without_eyebrows(ranked, candidates), elements, typography))


def with_continued(levels: Mapping[int, int], elements: Sequence[Element]) -> dict[int, int]:
    """The headings with those lines that say again, however set, that the part which they stand in is continued."""
    told: dict[str, int] = {}
    found: dict[int, int] = {}
    for index, element in enumerate(elements):
        if not isinstance(element, Block) or len(element.lines) > 1:
            continue
        title = cut_continued(element.text)
        if index in levels:
            told = {name: level for name, level in told.items() if level < levels[index]}
            told[fold_title(title)] = levels[index]
        elif title != element.text and fold_title(title) in told:
            found[index] = told[fold_title(title)]
    return {**levels, **found}


def _find_set_apart(
    elements: Sequence[Element],
    candidates: Mapping[int, Block],
    typography: Typography,
    pages: Sequence[Page],
    contents: Sequence[ContentsEntry],
) -> dict[int, Block]:
    """The candidates that are no running text: by their type, by a line under them, or by space and words."""
    titles = {fold_title(entry.title) for entry in contents}
    running = _find_running(elements)
    below = {index: find_text_below(elements, index, running) for index in candidates}
    small = _find_small(elements, candidates, below)
    rest = {
        index: block
        for index, block in candidates.items()
        if _is_set_in(block, running) or not (index in small or stands_out(block, typography.over(below[index])))
    }
    named = {index for index, block in rest.items() if NUMBERED.match(block.text) or fold_title(block.text) in titles}
    plain = find_underlined(rest, pages) | find_coloured(rest, elements, typography)
    plain |= find_apart(rest, elements, typography, named)
    return {index: block for index, block in candidates.items() if index not in rest or index in plain}


def _find_small(
    elements: Sequence[Element], candidates: Mapping[int, Block], below: Mapping[int, Style | None]
) -> set[int]:
    """Places of bold blocks smaller than the prose that they head; in a type of several of these, all over text."""
    small = {index for index, block in candidates.items() if (text := below[index]) and stands_out_small(block, text)}
    looks = Counter(candidates[index].style for index in small)
    often = {style for style, count in looks.items() if count >= MIN_WITNESSED}
    alike = {index for index, block in candidates.items() if block.style in often and heads_something(elements, index)}
    return small | alike


def _find_running(elements: Sequence[Element]) -> set[Style]:
    """The types that paragraphs of several lines are set in, also where another one has more letters in the report.

    A pack of papers has the types of them all.
    """
    blocks = [element for element in elements if isinstance(element, Block)]
    letters: Counter[Style] = Counter()
    for block in blocks:
        letters[block.style] += len(block.text)
    prose = Counter(
        block.style
        for block in blocks
        if len(block.lines) > 1 and len(block.text) >= MIN_PROSE_LETTERS and block.text.rstrip(CLOSERS)[-1:] == "."
    )
    least = MIN_RUNNING * letters.total()
    return {style for style, count in prose.items() if count >= MIN_WITNESSED and letters[style] >= least}


def _is_set_in(block: Block, running: Collection[Style]) -> bool:
    """Whether a word of a block is in one of the types, the others no larger: "Date: 23 June", the first word bold.

    A title in two languages says the other one so.
    """
    if parts_languages(block.lines[0]):
        return False
    sizes = {word.style.size for word in block.words}
    return len(sizes) == 1 and any(word.style in running for word in block.words)


def _may_be_heading(block: Block) -> bool:
    text = block.text
    return (
        len(text) <= MAX_LETTERS
        and (len(block.lines) <= MAX_LINES or len(text) <= NARROW * len(block.lines))
        and (any(letter.isalpha() for letter in text) or _FINANCIAL_YEAR.fullmatch(text) is not None)
        and not is_figure(text)
        and not _is_quotation(text)
        and not _WHEN.fullmatch(text)
        and not (block.marker is not None and block.marker.kind == "bullet")
    )


def _is_of_cover(block: Block) -> bool:
    return tells_meeting(block.page, block.text)


def _is_broken_off(elements: Sequence[Element], index: int) -> bool:
    """Whether a sentence goes on in small letters in the next column or page, in its own type, up to its end."""
    block, after = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(block, Block) or not isinstance(after, Block) or after.region is block.region:
        return False
    is_sentence = block.text[-1] not in ".!?:" and after.text[0].islower() and after.text.rstrip(CLOSERS)[-1:] in ".!?"
    return is_sentence and look_of(after) == look_of(block)


def _leads_to_list(elements: Sequence[Element], index: int) -> bool:
    """Whether a line ends in a colon, over the items of a list in its own type: on a slide that may be large."""
    block, after = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(block, Block) or not isinstance(after, Block) or not block.text.endswith(":"):
        return False
    is_item = after.page == block.page and after.marker is not None and after.marker.kind == "bullet"
    return is_item and look_of(after) == look_of(block)


def _is_below_title(elements: Sequence[Element], index: int) -> bool:
    """Whether a line in small letters says more of the larger title right above it: "to the members of the firm"."""
    block, above = elements[index], elements[index - 1] if index else None
    if not isinstance(block, Block) or not isinstance(above, Block) or above.page != block.page:
        return False
    step = block.lines[0].baseline - above.lines[-1].baseline
    is_under = 0 < step <= MAX_BELOW_EM * above.style.size and abs(block.x0 - above.x0) <= SAME_EDGE_PT
    is_smaller = block.style.size + MIN_LARGER_PT <= above.style.size
    is_title = above.text[0].isupper() and above.text[-1] not in ".,;:"
    return is_under and is_smaller and is_title and block.text[0].islower()


def _is_quotation(text: str) -> bool:
    """Whether the words are somebody's, set apart in quotes: titles in quotes are short, and end without a stop."""
    is_quoted = text[0] in '“‘"' and text.rstrip(".")[-1] in '”’"'
    return is_quoted and (text.count(" ") >= MIN_QUOTED_SPACES or text[-2] == ".")


def _find_told(
    candidates: Mapping[int, Block],
    bookmarks: Sequence[Bookmark],
    pages: Sequence[Page],
    contents: Sequence[ContentsEntry],
) -> set[int]:
    """Places of what the outline, the tags or the contents name, or what is counted in its type: "2.1" before "2.2"."""
    titles = {fold_title(entry.title) for entry in contents}
    listed = {index for index, block in candidates.items() if fold_title(block.text) in titles}
    numbers = {index: read_title(block.text).number or "" for index, block in candidates.items() if _has_number(block)}
    looks = {(look_of(candidates[index]), number) for index, number in numbers.items()}
    counted = {
        index
        for index, number in numbers.items()
        if number.endswith(".1") or any((look_of(candidates[index]), near) in looks for near in _neighbours_of(number))
    }
    named = {*match_bookmarks(candidates, bookmarks), *match_tags(candidates, pages), *listed, *counted}
    return {index for index in named if not is_called(candidates[index].text)}


def _neighbours_of(number: str) -> list[str]:
    """The numbers before and after one: of "2.1" these are "2.0" and "2.2"."""
    above, dot, last = number.rpartition(".")
    return [f"{above}{dot}{int(last) + step}" for step in (-1, 1)] if last.isdigit() else []


def _has_number(block: Block) -> bool:
    """Whether a block begins with the number of a section: "2. Money", "3.1 Crime"."""
    return block.marker is not None and block.marker.kind == "number" and read_title(block.text).number is not None


def _rank_by_type(
    elements: Sequence[Element],
    candidates: Mapping[int, Block],
    apart: Mapping[int, Block],
    contents: Sequence[ContentsEntry],
    underlined: Collection[int],
    witnessed: Collection[int],
) -> dict[int, int]:
    """Headings by type alone: what is set apart and is followed by text; larger type is a higher level."""
    chosen: dict[int, Block] = {}
    first_page = min((block.page for block in candidates.values()), default=0)
    looks = Counter(look_of(block) for block in candidates.values() if block.page > first_page)
    titles = {fold_title(entry.title) for entry in contents}
    later = {fold_title(block.text) for block in candidates.values() if block.page > first_page} if titles else set()
    on_first = {index: block for index, block in apart.items() if block.page == first_page}
    opening = _find_opening(elements, on_first, witnessed)
    for index, block in apart.items():
        title = fold_title(block.text)
        is_listed = title in titles and (block.page > first_page or title not in later)  # a cover may say a title, too
        is_own = block.page == first_page and not looks[look_of(block)]
        if not is_listed and is_own and index not in opening:
            continue  # the cover's own type
        if not is_listed and not _is_followed(elements, index):
            continue
        chosen[index] = block
    chosen = without_cover(without_title_pages(_without_display(chosen, contents), elements), elements)
    return rank_by_type(chosen, underlined)


def _find_opening(elements: Sequence[Element], apart: Mapping[int, Block], witnessed: Collection[int]) -> set[int]:
    """Places of what heads a text on the first page, where a report without a cover begins: no title heads some.

    It is smaller than the title, or has a number, or a tag names it, or its type heads texts there more than once.
    """
    over = {index for index in apart if heads_prose(elements, index)}
    heading = {index for index in apart if _leads(elements, index)}
    chapters = {index for index in apart if index + 1 in heading and look_of(apart[index + 1]) != look_of(apart[index])}
    heading |= chapters  # right over the title of a first part
    looks = Counter(look_of(apart[index]) for index in heading)
    largest = max((block.style.size for block in apart.values()), default=0.0)
    return {
        index
        for index, block in apart.items()
        if looks[look_of(block)] > 1
        or (index in over and (block.style.size < largest or index in witnessed))
        or (index in heading and read_title(block.text).number is not None)
    }


def _leads(elements: Sequence[Element], index: int) -> bool:
    """Whether text stands below a block, be it a short sentence that leads to a list, or a table or big numbers."""
    return heads_something(elements, index) and (is_content(elements[index + 1]) or _is_big_number(elements[index + 1]))


def _is_big_number(element: Element) -> bool:
    return isinstance(element, Block) and is_figure(element.text)


def _without_display(chosen: Mapping[int, Block], contents: Sequence[ContentsEntry]) -> dict[int, Block]:
    """Leave out what stands among the chapters that the contents list and is larger than all their titles: display."""
    titles = {fold_title(entry.title) for entry in contents}
    listed = {index: block for index, block in chosen.items() if fold_title(block.text) in titles}
    told = {fold_title(block.text) for block in listed.values()}
    if len(told) < max(MIN_LISTED, MOST_LISTED * len(titles)):
        return dict(chosen)
    begin, last = max(entry.page for entry in contents), max(listed)
    largest = max(block.style.size for block in listed.values()) + MIN_LARGER_PT
    return {
        index: block
        for index, block in chosen.items()
        if block.page <= begin or index > last or block.style.size < largest
    }


def _without_eyebrows(levels: Mapping[int, int], candidates: Mapping[int, Block]) -> dict[int, int]:
    """Leave out small lines right above a title of a higher level: "WELCOME" over the foreword's name.

    Those that number it are of it: "Theme 1:".
    """
    kept: dict[int, int] = {}
    for index, level in levels.items():
        above = levels.get(index + 1, level)
        is_eyebrow = above < level and candidates[index].page == candidates[index + 1].page
        if not is_eyebrow or is_number_alone(candidates[index].text):
            kept[index] = above if is_eyebrow else level
    return kept


def _is_followed(elements: Sequence[Element], index: int) -> bool:
    """Whether anything stands below."""
    return index + 1 < len(elements)


def is_one_heading(first: Block, second: Block) -> bool:
    """Whether a heading goes on in the next column or page, or in its bar: its words can not end where they do.

    Nor do those of a title's number end, which may stand over it in another type.
    """
    if numbers(first, second):
        return True
    if look_of(first) != look_of(second) or (first.region is second.region and first.region.frame is None):
        return False
    last = first.words[-1].text.casefold()
    return second.text[:1].islower() or last in OPEN_ENDS or last[-1] in ",-–&"
