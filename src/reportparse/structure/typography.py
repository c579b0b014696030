"""What is usual in a report: the type of most letters, and the step between its lines."""

from collections import Counter, defaultdict
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from reportparse.layout import Flow, FlowLine
from reportparse.pdf import Style

# Types that differ by less than this, in points, are one: a word processor's rounding.
SAME_SIZE_PT = 0.6
# Usual step of a type that has no two lines in a row, in type sizes: CSS "normal" and Word's single spacing.
USUAL_STEP_EM = 1.2
# A line that fills this part of its column goes on below it, as the last of a paragraph seldom does; a type with so
# many of them has no wider step than these: a short paper may have more paragraphs of one line than lines of text.
MIN_FULL, MIN_WITHIN = 0.85, 4
# Headings of several lines are not set wider than this, in type sizes, or than the text; further apart they are lines
# of a cover.
MAX_STEP_EM = 1.5
# Weights as fonts are named, in the numbers of CSS; longer words before those that they end in.
WEIGHTS = {
    "extralight": 2, "ultralight": 2, "thin": 1, "semilight": 3, "light": 3, "book": 4, "semibold": 6, "demi": 6,
    "extrabold": 8, "ultrabold": 8, "medium": 5, "bold": 7, "heavy": 8, "black": 9,
}  # fmt: skip

_STOPS = ".:;!?"


class Typography(NamedTuple):
    """What is usual in a report."""

    body: Style
    """Of most letters."""
    steps: dict[float, float]
    """Usual step from baseline to baseline, in points, by type size."""
    reach: float
    """How wide the text of the pages is, over all its columns, in points."""
    right: float
    """How far right it reaches, in points."""

    def step(self, size: float) -> float:
        """The usual step of this type."""
        usual = self.steps.get(round(size, 1), USUAL_STEP_EM * size)
        if abs(size - self.body.size) < SAME_SIZE_PT:
            return usual
        airy = self.steps.get(round(self.body.size, 1), 0.0) / (self.body.size or 1)
        return min(usual, max(MAX_STEP_EM, airy) * size)

    def over(self, style: Style | None) -> "Typography":
        """What is usual where text is set in a smaller type than in most of the report."""
        is_smaller = style is not None and style.size < self.body.size - SAME_SIZE_PT
        return self._replace(body=style) if is_smaller and style is not None else self


def measure_typography(flow: Flow) -> Typography:
    """Find the type of most letters, and the usual step between lines of each type.

    Below a line that ends a sentence the next paragraph may begin: such steps tell only where there are no others.
    """
    letters: Counter[Style] = Counter()
    steps: defaultdict[float, list[float]] = defaultdict(list)
    ends: defaultdict[float, list[float]] = defaultdict(list)
    within: defaultdict[float, list[float]] = defaultdict(list)
    left, right = float("inf"), 0.0
    for region, items in groupby((item for item in flow if isinstance(item, FlowLine)), key=attrgetter("region")):
        lines = [item.line for item in items]
        for line in lines:
            letters[line.style] += len(line.text)
        left, right = min(left, region.box.x0), max(right, region.box.x1)
        for a, b in pairwise(lines):
            size, step = b.style.size, b.baseline - a.baseline
            is_one = round(a.style.size, 1) == round(size, 1) and family_of(a.style) == family_of(b.style)
            if is_one and 0.8 < step / (size or 1) < 2.5:
                (ends if a.text[-1] in _STOPS else steps)[round(size, 1)].append(step)
                if a.box.x1 >= b.box.x0 + MIN_FULL * (region.box.x1 - b.box.x0):
                    within[round(size, 1)].append(step)
    usual = {size: _usual(values) for size, values in (ends | steps).items()}
    sure = {size: _usual(values) for size, values in within.items() if len(values) >= MIN_WITHIN}
    usual |= {size: min(step, usual[size]) for size, step in sure.items()}
    body = letters.most_common(1)[0][0] if letters else Style("", 10.0, False, False, (0, 0, 0))
    return Typography(body, usual, max(0.0, right - left), right)


def weight_of(style: Style) -> int:
    """How heavy a type is, from 1 for thin to 9 for black, by its name where that tells; text faces are 4.

    >>> [weight_of(Style(name, 9.0, False, False, None)) for name in ("Futura-Light", "Futura", "Futura-Medium")]
    [3, 4, 5]
    """
    name = style.font.rsplit("-", 1)[-1].casefold()
    told = next((weight for word, weight in WEIGHTS.items() if word in name), 4)
    return max(told, 7) if style.is_bold else told


def family_of(style: Style) -> str:
    """What the faces of one family share in their names: "Arial" of "Arial-BoldMT" and of "Arial,Bold"."""
    return style.font.replace(",", "-").split("-")[0].removesuffix("MT")


def _usual(values: list[float]) -> float:
    """The step that is met most, to half a point: paragraphs' spaces lie above it."""
    counts = Counter(round(value * 2) / 2 for value in values)
    top = counts.most_common(1)[0][0]
    return median(value for value in values if abs(value - top) <= 0.75)
