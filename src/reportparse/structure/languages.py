"""Titles told in two languages, one line below the other: the report's text has the words of one of them alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reportparse.layout.halves import ENDS
from reportparse.structure.blocks import CLOSERS, MIN_PROSE_LETTERS, Block, Element
from reportparse.structure.levels import Look, look_of
from reportparse.structure.typography import SAME_SIZE_PT, Typography

# Words in small letters, names aside; those of one or two letters are words of many languages.
_WORD = re.compile(r"(?<![^\s'’(|/])[^\W\d_A-Z]{3,}")
# Lines in a pair of types are in two languages if the text has at least this part of the words of one and at most that
# part of the other's, of so many words of each.
MIN_KNOWN, MAX_KNOWN, MIN_WORDS = 1 / 2, 1 / 3, 5
# Halves of a title begin at one height, to this part of its type's size.
SAME_LEVEL_EM = 0.5

_Pair = tuple[Block, Block]


def find_languages(pairs: Sequence[_Pair], elements: Sequence[Element], typography: Typography) -> Iterator[_Pair]:
    """Those of the pairs, each of lines right below one another, that say one title in two languages.

    A report gives each language its type throughout, in sizes that go with the place: two types with few words in one
    size are those of the languages if they are so in all sizes, and the few do not tell otherwise.  What stands below
    several titles, as the day of accounts does, is in the language of each.
    """
    alike: defaultdict[tuple[Look, Look], list[_Pair]] = defaultdict(list)
    below_titles = Counter(below for _, below in {(above.text, below.text) for above, below in pairs})
    for above, below in pairs:
        if below_titles[below.text] == 1 and _may_be_title(above, below, typography):
            alike[look_of(above), look_of(below)].append((above, below))
    known = _find_known(elements, typography) if alike else frozenset[str]()
    whole = _find_whole(elements) if alike else {}
    texts = {
        looks: [*((above.text, below.text) for above, below in group), *whole.get(looks, ())]
        for looks, group in alike.items()
    }
    for looks, group in alike.items():
        own = [_count_known((pair[side] for pair in texts[looks]), known) for side in (0, 1)]
        is_few = min(total for _, total in own) < MIN_WORDS
        every = [_count_known(_set_in(look, texts, looks), known) for look in looks] if is_few else own
        if _tell_languages(every) and (not is_few or _agree(own, every)):
            yield from group


def _agree(own: Sequence[tuple[int, int]], every: Sequence[tuple[int, int]]) -> bool:
    """Whether what a few lines set in the type of the other language say has none but few words of the text, too."""
    side = min((0, 1), key=lambda place: every[place][0] / every[place][1])
    count, total = own[side]
    return total > 0 and count <= MAX_KNOWN * total


def _tell_languages(counts: Sequence[tuple[int, int]]) -> bool:
    """Whether one of two types has words of the text, and the other one words that are not: known ones of all."""
    shares = sorted(count / total for count, total in counts if total >= MIN_WORDS)
    return len(shares) == 2 and shares[0] <= MAX_KNOWN and shares[1] >= MIN_KNOWN


def _set_in(
    look: Look, texts: Mapping[tuple[Look, Look], Sequence[tuple[str, str]]], looks: tuple[Look, Look]
) -> Iterator[str]:
    """What is set as one of two types in pairs of both, in whatever size and order."""
    faces = {each[1:] for each in looks}
    for pair, lines in texts.items():
        if len(faces) == 2 and {each[1:] for each in pair} == faces:
            side = 0 if pair[0][1:] == look[1:] else 1
            yield from (line[side] for line in lines)


def are_halves(left: Block, right: Block, typography: Typography) -> bool:
    """Whether two blocks begin at one height on one ground, each in a type of its own and none in that of the text.

    They are the halves of a title.
    """
    is_on_one = left.region.frame is right.region.frame is not None and left.region is not right.region
    first, other = left.lines[0], right.lines[0]
    is_level = abs(first.baseline - other.baseline) <= SAME_LEVEL_EM * first.style.size
    is_one_size = first.style.size == other.style.size and left.style != right.style
    are_titles = not any(
        block.marker or block.text[-1] in ENDS or block.style == typography.body for block in (left, right)
    )
    return is_on_one and is_level and is_one_size and are_titles and left.box.x1 < right.box.x0


def _may_be_title(above: Block, below: Block, typography: Typography) -> bool:
    """Whether two lines that are no sentences are set each in a type of its own, and none as the text is or smaller."""
    looks = [look_of(above), look_of(below)]
    is_small = min(above.style.size, below.style.size) < typography.body.size - SAME_SIZE_PT
    is_text = any(block.style == typography.body for block in (above, below))
    is_said = any(block.text.rstrip(CLOSERS)[-1:] in ENDS for block in (above, below))
    return looks[0] != looks[1] and not is_small and not is_text and not is_said


def _find_whole(elements: Sequence[Element]) -> Mapping[tuple[Look, Look], list[tuple[str, str]]]:
    """First line and last of blocks of two types, by those: titles whose lines nothing but their colours tell apart."""
    whole: defaultdict[tuple[Look, Look], list[tuple[str, str]]] = defaultdict(list)
    for block in elements:
        if isinstance(block, Block) and block.lines[0].style != block.lines[-1].style:
            first, last = block.lines[0], block.lines[-1]
            whole[look_of(first), look_of(last)].append((first.text, last.text))
    return whole


def _find_known(elements: Sequence[Element], typography: Typography) -> frozenset[str]:
    """The words of the report's prose, in its own face: notes and statements have it in other sizes."""
    prose = (each for each in elements if isinstance(each, Block) and len(each.text) >= MIN_PROSE_LETTERS)
    own = typography.body._replace(size=0.0)
    same = (block for block in prose if block.style._replace(size=0.0) == own)
    return frozenset(word for block in same for word in _WORD.findall(block.text))


def _count_known(texts: Iterator[str], known: Collection[str]) -> tuple[int, int]:
    """How many of the words of some titles stand in the text, and how many words they have."""
    words = Counter(word in known for text in texts for word in _WORD.findall(text))
    return words[True], words.total()
