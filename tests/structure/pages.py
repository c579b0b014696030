"""Pages of words placed by hand, and what the structure room makes of them."""

from reportparse.geometry import Box
from reportparse.layout import Anchor, order_pages
from reportparse.pdf import Page, Path, Style, Word
from reportparse.structure import read_structure

BODY = Style("Serif", 10.0, False, False, (0, 0, 0))
BOLD = BODY._replace(is_bold=True)
ITALIC = BODY._replace(is_italic=True)
BIG = BOLD._replace(size=16.0)
MIDDLE = BOLD._replace(size=13.0)
SMALL = BODY._replace(size=7.5)
STEP = 12.0  # from line to line, in points
SPACE = 8.0  # between paragraphs


class Sheet:
    """A page that is written on from top to bottom; words are half as wide as their type is high for each letter."""

    def __init__(self, number=1, top=60.0):
        self.number, self.y = number, top
        self.words, self.paths, self.links = [], [], []

    def line(self, text, x0=60.0, style=BODY, y=None, mark=-1):
        """One line; "^1" at the end of a word is a raised mark.  A tab is 20 points wide."""
        y = self.y if y is None else y
        for cell in text.split("\t"):
            for part in cell.split():
                word, _, note = part.partition("^")
                x0 = self._put(word, x0, y, style, mark)
                if note:
                    x0 = self._put(note, x0, y - 3.5, style._replace(size=0.6 * style.size), mark, is_glued=True)
                x0 += 0.28 * style.size
            x0 += 20.0
        self.y = y + 1.2 * style.size
        return self

    def _put(self, text, x0, y, style, mark, is_glued=False):
        x1 = x0 + 0.5 * style.size * len(text)
        box = (x0, y - 0.8 * style.size, x1, y + 0.2 * style.size)
        self.words.append(Word(text, *box, y, style, 0, is_glued, mark, len(self.words)))
        return x1

    def say(self, text, x0=60.0, width=400.0, style=BODY, hang=0.0):
        """A paragraph broken into lines of at most `width` points; all but the first stand `hang` further in."""
        lines, room = [[]], width
        for part in text.replace("\t", "\t ").split(" "):
            need = 0.5 * style.size * len(part.strip()) + 0.28 * style.size
            if need > room and lines[-1]:
                lines.append([])
                room = width - hang
            lines[-1].append(part)
            room -= need
        for place, parts in enumerate(lines):
            self.line(" ".join(parts), x0 + (hang if place else 0.0), style)
        return self.skip(SPACE)

    def skip(self, points):
        self.y += points
        return self

    def box(self, left, top, right, bottom, fill=(220, 230, 240)):
        corners = [("m", left, top), ("l", right, top), ("l", right, bottom), ("l", left, bottom), ("z", left, top)]
        self.paths.append(Path(Box(left, top, right, bottom), fill, None, 0.0, tuple(corners), 0))
        return self

    def dot(self, x0, y, side=3.0):
        curves = tuple(("c", x0 + dx, y + dy) for dx, dy in ((0, 0), (side, 0), (side, side), (0, side)))
        self.paths.append(Path(Box(x0, y, x0 + side, y + side), (0, 0, 0), None, 0.0, curves, 0))
        return self

    def page(self, tags=()):
        box, words = Box(0, 0, 600, 800), tuple(self.words)
        return Page(
            self.number, str(self.number), box, 0, words, (), tuple(self.paths), (), (), (), tuple(self.links),
            tuple(tags), (),
        )  # fmt: skip


def read(*sheets, tables=(), pictures=(), bookmarks=(), tags=()):
    """The structure of sheets; `tags` are those of the first page.

    `tables` and `pictures` are (page, box) that the text flows round.
    """
    pages = [sheet.page(tags if place == 0 else ()) for place, sheet in enumerate(sheets)]
    anchors = [Anchor(f"t{place}", page, Box(*box)) for place, (page, box) in enumerate(tables, 1)]
    anchors += [Anchor(f"g{place}", page, Box(*box)) for place, (page, box) in enumerate(pictures, 1)]
    return read_structure(order_pages(pages, anchors), pages, bookmarks)


def outline(structure):
    """(level, title) of each section."""
    return [(section.level, section.title) for section in structure.sections]


def numbers(structure):
    return [paragraph.number for paragraph in structure.paragraphs]


def texts(structure):
    return [paragraph.text for paragraph in structure.paragraphs]


def tree(items):
    """Items as (marker, text, kids)."""
    return [(item.marker, item.text, tree(item.items)) for item in items]


PROSE = (
    "The force has worked with its partners for the whole of the year and has met most of the aims that the plan set "
    "out at the start, although two of them will need another year of work before they can be called done."
)
