"""Headings that an outline or tags name, and those that they leave out: parts of chapters, told by their type."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, pairwise, takewhile

from rapidfuzz import fuzz

from reportparse.pdf import Bookmark, Page, Style, read_heading_tags
from reportparse.structure.blocks import MIN_PROSE_LETTERS, Block, Element
from reportparse.structure.levels import Look, look_of, rank_by_type
from reportparse.structure.titles import NUMBERED, is_number_alone
from reportparse.text import fold_title

# A bookmark's words and a heading's are the same from here on: entries are cut short or lose their number.
SAME_TITLE = 92
# Fewest headings that bookmarks or tags must name before they are believed for the whole report.
MIN_WITNESSED = 3
# A chapter over this many pages has parts, whether its outline tells them or not.
MIN_LONG = 2
# Number and title of a chapter, one on a shape that the other is not on: their space, in sizes of the title's type, and
# how far their left edges differ at most.
MAX_GAP_EM, SAME_EDGE_PT = 1.5, 3.0


def match_bookmarks(candidates: Mapping[int, Block], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """Blocks that an entry of the outline names, on its page or the one after.

    An entry may tell but the first words of a title that is set as others of its level are.
    """
    found: dict[int, int] = {}
    missed: list[tuple[int, list[int]]] = []
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, block in candidates.items():
        by_page[block.page].append(index)
    folded = {index: fold_title(block.text) for index, block in candidates.items()} if bookmarks else {}
    for entry in bookmarks:
        if entry.page is None or not entry.title:
            continue
        title = fold_title(entry.title)
        near = [index for page in (entry.page, entry.page + 1) for index in by_page[page] if index not in found]
        ranked = [(fuzz.ratio(title, folded[index]), -index) for index in near]
        best = max(ranked, default=(0.0, 0))
        if best[0] >= SAME_TITLE:
            found[-best[1]] = entry.level
        else:
            missed.append((entry.level, [index for index in near if folded[index].startswith(f"{title} ")]))
    looks = {(level, look_of(candidates[index])) for index, level in found.items()}
    for level, begun in missed:
        alike = (index for index in begun if index not in found and (level, look_of(candidates[index])) in looks)
        found |= dict.fromkeys(islice(alike, 1), level)
    return found


def match_tags(candidates: Mapping[int, Block], pages: Sequence[Page]) -> dict[int, int]:
    """Blocks whose words all stand in heading elements of the structure tree."""
    levels: dict[tuple[int, int], int] = {}
    for page in pages:
        levels.update({(page.number, mark): level for mark, level in read_heading_tags(page).items()})
    found: dict[int, int] = {}
    for index, block in candidates.items():
        told = {levels.get((block.page, word.mark), 0) for word in block.words}
        if len(told) == 1 and (level := told.pop()):
            found[index] = level
    return found


def extend(witnessed: dict[int, int], candidates: Mapping[int, Block], chosen: Mapping[int, Block]) -> dict[int, int]:
    """Add blocks of just the type of witnessed headings; the witness may have forgotten some."""
    levels: defaultdict[Look, Counter[int]] = defaultdict(Counter)
    for index, level in witnessed.items():
        levels[look_of(candidates[index])][level] += 1
    found = dict(witnessed)
    for index, block in chosen.items():
        look = look_of(block)
        if index not in found and look in levels and sum(levels[look].values()) > 1:
            found[index] = levels[look].most_common(1)[0][0]
    return found


def with_numbers(found: Mapping[int, int], elements: Sequence[Element]) -> dict[int, int]:
    """The headings, with the lines that number them right above: "Theme 3" over "Roads", as an outline names it."""
    pairs = [(index, level) for index, level in found.items() if index and numbers(*elements[index - 1 : index + 1])]
    return {**{index - 1: level for index, level in pairs}, **found}


def numbers(above: Element, element: Element) -> bool:
    """Whether a block only numbers the title below it, in its type or a larger one: "Theme 3" over "Roads".

    Either may stand on a shape.
    """
    if not isinstance(above, Block) or not isinstance(element, Block) or not is_number_alone(above.text):
        return False
    is_larger = above.style.size < element.style.size or look_of(above) == look_of(element)
    if above.page != element.page or not is_larger or NUMBERED.match(element.text):
        return False
    gap = element.box.top - above.box.bottom
    is_near = 0 <= gap <= MAX_GAP_EM * element.style.size and abs(above.x0 - element.x0) <= SAME_EDGE_PT
    return above.region is element.region or is_near


def find_below(found: Mapping[int, int], apart: Mapping[int, Block], elements: Sequence[Element]) -> dict[int, int]:
    """Headings by type below those of an outline that names the chapters alone: types that often stand over prose."""
    top = max(found.values())
    rest = {index: block for index, block in apart.items() if index not in found}
    return {index: top + level for index, level in rank_by_type(_find_often(rest, elements)).items()}


def _find_often(blocks: Mapping[int, Block], elements: Sequence[Element]) -> dict[int, Block]:
    """Those of the blocks that head something, in types that head prose often; chapters have colours of their own."""
    faces = Counter(look_of(block)[:3] for index, block in blocks.items() if heads_prose(elements, index))
    often = {face for face, count in faces.items() if count >= MIN_WITNESSED}
    return {i: block for i, block in blocks.items() if look_of(block)[:3] in often and heads_something(elements, i)}


def find_inside(
    witnessed: Mapping[int, int], found: Mapping[int, int], apart: Mapping[int, Block], elements: Sequence[Element]
) -> dict[int, int]:
    """Headings by type inside the chapters whose parts the outline does not name, and in other long stretches of text.

    Types that head prose so often head other things, too.  In a chapter without a name for any part its own types
    tell the levels, those of names elsewhere among them.
    """
    unnamed = _find_unnamed(witnessed, found, elements)
    places = _find_long(found, elements) | {place for begin, end in unnamed for place in range(begin + 1, end)}
    inside = {index: block for index, block in apart.items() if index in places and index not in found}
    chosen = _find_often(inside, elements)
    rest = {index: block for index, block in apart.items() if index not in found and index > min(found)}
    chosen |= _find_alike(chosen, rest, elements)
    levels: dict[int, int] = {}
    for begin, end in unnamed:
        own = {index: chosen.pop(index) for index in range(begin + 1, end) if index in chosen}
        if own:
            inner = (index for index in range(begin + 1, end) if found.get(index, 0) > found[begin])
            own |= {index: apart[index] for index in inner if index in apart}
            levels |= {index: found[begin] + level for index, level in rank_by_type(own).items()}
    parts: defaultdict[int, dict[int, Block]] = defaultdict(dict)
    for index, block in chosen.items():
        parts[max(place for place in found if place < index)][index] = block
    for begin, part in parts.items():
        levels |= {index: found[begin] + level for index, level in rank_by_type(part).items()}
    return levels


def _find_alike(
    chosen: Mapping[int, Block], rest: Mapping[int, Block], elements: Sequence[Element]
) -> dict[int, Block]:
    """Those of the rest that stand over prose in a type of several of the chosen ones: a page may have one part."""
    looks = Counter(look_of(block) for block in chosen.values())
    often = {look for look, count in looks.items() if count >= MIN_WITNESSED}
    return {index: block for index, block in rest.items() if look_of(block) in often and heads_prose(elements, index)}


def _find_unnamed(
    witnessed: Mapping[int, int], found: Mapping[int, int], elements: Sequence[Element]
) -> list[tuple[int, int]]:
    """First and last place of each chapter of an outline of several levels that has no entry for a part of it.

    A title said again at the head of a page, "Review – continued", begins none.
    """
    top = min(witnessed.values())
    begins: list[int] = []
    for index in sorted(index for index, level in found.items() if level == top):
        if not begins or not _says_again(elements[index], elements[begins[-1]]):
            begins.append(index)
    chapters = pairwise([*begins, len(elements)])
    if top == max(witnessed.values()):
        return []
    return [(begin, end) for begin, end in chapters if not any(begin < index < end for index in witnessed)]


def _says_again(element: Element, title: Element) -> bool:
    if not isinstance(element, Block) or not isinstance(title, Block):
        return False
    return fold_title(element.text).startswith(fold_title(title.text))


def _find_long(found: Mapping[int, int], elements: Sequence[Element]) -> set[int]:
    """The places in stretches of several pages without a heading."""
    places: set[int] = set()
    for begin, end in pairwise([*sorted(found), len(elements)]):
        if len({element.page for element in elements[begin:end]}) >= MIN_LONG:
            places.update(range(begin + 1, end))
    return places


def heads_something(elements: Sequence[Element], index: int) -> bool:
    """Whether a block stands over a table, a picture or other text of its region."""
    block, below = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    if below is None or block.page != below.page:
        return False
    if not isinstance(block, Block) or not isinstance(below, Block):
        return True
    return look_of(below) != look_of(block) and below.region is block.region


def heads_prose(elements: Sequence[Element], index: int) -> bool:
    """Whether a block stands over prose of its region, in another type."""
    block, below = elements[index], elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(block, Block) or not isinstance(below, Block) or block.page != below.page:
        return False
    if below.region is not block.region or look_of(below) == look_of(block):
        return False
    return len(below.text) + _count_in_list(below, islice(elements, index + 2, None)) >= MIN_PROSE_LETTERS


def find_text_below(elements: Sequence[Element], index: int, running: Collection[Style]) -> Style | None:
    """The type of the prose right below a block in its column, where text is set in it: notes have a smaller one."""
    below = elements[index + 1] if heads_prose(elements, index) else None
    return below.style if isinstance(below, Block) and below.style in running else None


def _count_in_list(first: Block, rest: Iterable[Element]) -> int:
    """Letters of the items that stand behind the first one of a list."""
    items = takewhile(lambda item: isinstance(item, Block) and item.marker == first.marker, rest)
    return sum(len(item.text) for item in items if isinstance(item, Block)) if first.marker else 0
