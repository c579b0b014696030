"""What a page of a PDF holds, as plain tuples in pdfplumber's coordinates."""

from typing import NamedTuple

from reportparse.geometry import Box

Color = tuple[int, int, int]  # red, green, blue, each 0 to 255


class Style(NamedTuple):
    """How a run of characters is set."""

    font: str
    """Name without its subset prefix: "Arial-BoldMT"."""
    size: float
    """Height of the type in points, as seen on the page."""
    is_bold: bool
    is_italic: bool
    color: Color | None
    """None where it is a pattern or can not be told."""


class Word(NamedTuple):
    """Characters that stand together, all of one style."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    """Where the letters stand, in points from the top; for turned words the middle of the box."""
    style: Style
    angle: int
    """0, 90, 180 or 270: how far the word is turned clockwise as the page is shown."""
    is_glued: bool
    """Follows the word before it with no space: the "1" of "2020¹"."""
    mark: int
    """Id of the marked content that the structure tree points at; -1 for none."""
    order: int
    """Place in the page's content, from 0; no two words of a page share it."""

    @property
    def box(self) -> Box:
        """The four sides."""
        return Box(self[1], self[2], self[3], self[4])


class HiddenWord(NamedTuple):
    """A word that no reader of the page can see, and why."""

    word: Word
    reason: str
    """"invisible", "off-page", "clipped", "same-colour", "covered", "tiny", or "unmapped"."""


class Path(NamedTuple):
    """A drawing operation: lines and curves, stroked, filled or both."""

    box: Box
    fill: Color | None
    stroke: Color | None
    width: float
    """Of the stroke, in points."""
    points: tuple[tuple[str, float, float], ...]
    """("m" | "l" | "c", x, top) for each segment, a curve as its three points; "z" closes.  Empty where too many."""
    depth: int
    """Place in the painting order of the page, from 0."""
    mark: int = -1
    """Id of the marked content that the structure tree points at; -1 for none."""
    is_clear: bool = False
    """What lies under its fill shines through, as under a marker pen."""


class Rule(NamedTuple):
    """A straight horizontal or vertical line, drawn as a stroke, a thin box, or the side of a box."""

    x0: float
    top: float
    x1: float
    bottom: float
    color: Color
    width: float
    """Thickness in points."""
    is_side: bool
    """The side of a filled or framed box, rather than a line of its own."""

    @property
    def is_horizontal(self) -> bool:
        """Whether it is wider than high."""
        return self.x1 - self.x0 >= self.bottom - self.top


class Fill(NamedTuple):
    """A filled rectangle."""

    box: Box
    color: Color
    depth: int
    is_clear: bool = False
    """As `Path.is_clear`."""


class Image(NamedTuple):
    """A raster image where it stands on the page."""

    box: Box
    mark: int
    depth: int
    is_part: bool = False
    """Drawn on a scanned page, of whose image it is a part."""
    size: int = 0
    """Bytes of its data, where known: two of one size are one image, drawn again."""


class Link(NamedTuple):
    """A place that can be clicked: to the web (`uri`) or to a page of the same document (`page`)."""

    box: Box
    uri: str | None
    page: int | None


class Tag(NamedTuple):
    """An element of the structure tree: "H1", "P", "Table", "TH" ..."""

    type: str
    marks: tuple[int, ...]
    """Marked content directly under it, on this page."""
    alt: str
    column_span: int
    row_span: int
    kids: tuple["Tag", ...]


class Bookmark(NamedTuple):
    """An entry of the outline."""

    title: str
    level: int
    """1 is the top."""
    page: int | None
    """From 1; None where it points nowhere."""
    top: float | None
    """Points from the top of the page, where told."""


class Page(NamedTuple):
    """One page, read and closed: nothing in it refers to the file any more."""

    number: int
    """From 1."""
    label: str
    """As the document counts: "iv", "12"."""
    box: Box
    """What is shown of the page."""
    rotation: int
    words: tuple[Word, ...]
    """In the order of the page's content, those that can be seen."""
    hidden: tuple[HiddenWord, ...]
    paths: tuple[Path, ...]
    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    tags: tuple[Tag, ...]
    problems: tuple[tuple[str, str], ...]
    """(code, message) for what could not be read as it should."""
    fold: float | None = None
    """Where the two pages of a spread meet; None where it is one page."""

    @property
    def width(self) -> float:
        """Points, as shown."""
        return self.box.x1 - self.box.x0

    @property
    def height(self) -> float:
        """Points, as shown."""
        return self.box.bottom - self.box.top
