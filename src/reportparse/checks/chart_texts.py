"""Does the text say what the charts of its section show?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportparse.checks.alike import count_digits, have_one_unit, tells, words_of, words_of_measure
from reportparse.checks.material import Material
from reportparse.checks.rounding import show
from reportparse.checks.texts import Text, is_exact
from reportparse.models import Check, Figure, Picture

# A number with fewer digits is met by chance.
MIN_DIGITS = 3
# Two values further apart than this factor are of two measures that have their words in common.
MAX_FACTOR = 1.5


class _Drawn(NamedTuple):
    """A value of a chart."""

    picture: Picture
    figure: Figure
    error: float
    words: frozenset[str]
    """Of what it measures."""


def check_chart_texts(material: Material) -> Iterator[Check]:
    """What each text tells of the charts in its section: one value of one period, printed or measured."""
    parents = {section.id: section.parent for section in material.report.sections}
    charts = _find_values(material)
    for text in material.texts if charts else ():
        near = charts[text.section] + (charts[parents.get(text.section)] if text.section else [])
        for sentence, figures in text.sentences() if near and text.figures else ():
            for figure in figures:
                if figure.role in ("actual", "baseline") and figure.period and not figure.place and is_exact(figure):
                    yield from _check_figure(text, sentence, figure, near)


def _find_values(material: Material) -> defaultdict[str | None, list[_Drawn]]:
    pictures = {picture.id: picture for picture in material.report.pictures}
    found: defaultdict[str | None, list[_Drawn]] = defaultdict(list)
    for figure in material.report.figures:
        if figure.source.kind == "picture" and figure.value is not None and figure.period:
            picture = pictures[figure.source.id]
            words = words_of_measure(figure)
            found[picture.section].append(_Drawn(picture, figure, _error_of(picture, figure, material.factors), words))
    return found


def _error_of(picture: Picture, figure: Figure, factors: Mapping[str, float]) -> float:
    """How far off the value may be: the largest error of the points that have it."""
    factor = factors.get(picture.id, 1.0)
    errors = [
        factor * (point.error or 0.0)
        for series in picture.series or ()
        for point in series.points
        if figure.value in (abs(point.y), abs(point.y) * factor)
    ]
    return max(errors, default=0.0)


def _check_figure(text: Text, sentence: str, figure: Figure, near: list[_Drawn]) -> Iterator[Check]:
    """The value of the chart that measures the same in the same period, where there is just one such.

    That they differ is told only where the measure in the text has all words of the chart's: a sentence may be of two.
    """
    own = words_of_measure(figure) | words_of(sentence)
    same = [
        drawn for drawn in near
        if drawn.figure.period == figure.period and have_one_unit(figure, drawn.figure)
        and drawn.words and drawn.words <= own and drawn.figure.place is None
    ]  # fmt: skip
    if len(same) != 1 or count_digits(figure) < MIN_DIGITS:
        return
    (drawn,) = same
    value, shown = float(figure.value or 0), float(drawn.figure.value or 0)
    if not shown / MAX_FACTOR <= value <= shown * MAX_FACTOR:
        return
    agrees = tells(figure, shown) or abs(value - shown) <= drawn.error + 1e-9
    if not agrees and not drawn.words <= words_of_measure(figure):
        return
    name = drawn.picture.caption or drawn.picture.id
    where = f"{name}, {figure.period}"
    yield Check(
        kind="text_vs_chart",
        passed=agrees,
        severity="none" if agrees else "warning",
        message=f"{figure.text}: as in {where}" if agrees else f"{figure.text}: {show(shown)} in {where}",
        where=[text.id, drawn.picture.id],
        expected=shown,
        found=figure.value,
    )
