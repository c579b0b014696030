"""The texts of a report with their figures, sentence by sentence."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportparse.checks.rounding import Stated, plain, read_stated
from reportparse.language.sentences import find_sentences
from reportparse.models import Check, Figure, Item, Paragraph, Report, walk_items


class Text(NamedTuple):
    """A paragraph or an item of a list."""

    id: str
    text: str
    figures: tuple[Figure, ...]
    section: str | None
    paragraph: Paragraph

    def sentences(self) -> Iterator[tuple[str, list[Figure]]]:
        """Each sentence with its figures."""
        for start, end in find_sentences(self.text):
            yield self.text[start:end], [f for f in self.figures if start <= f.source.start < end]


def find_texts(report: Report) -> list[Text]:
    """All texts in reading order."""
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if figure.source.kind in ("paragraph", "item"):
            figures[figure.source.id].append(figure)
    texts: list[Text] = []
    for paragraph in report.paragraphs:
        records: list[Paragraph | Item] = [paragraph, *walk_items(paragraph.items)]
        texts += (Text(one.id, one.text, tuple(figures[one.id]), paragraph.section, paragraph) for one in records)
    return texts


def stated(figure: Figure) -> Stated:
    """The number as it is written; for figures that are no range."""
    return read_stated(figure.text, float(figure.value or 0))


def is_exact(figure: Figure) -> bool:
    """Whether it is one number, written in digits and without "about" or "over"."""
    return figure.value is not None and figure.qualifier == "exact" and any(map(str.isdigit, figure.text))


def tell_derived(
    fit: str | None, words: str, where: list[str], expected: float | str, found: float | str | None
) -> Check:
    """What a text computes itself, and how that fits."""
    return Check(
        kind="derived",
        passed=fit is not None,
        severity="rounding" if fit == "truncated" else "none" if fit else "warning",
        message=words,
        where=where,
        expected=plain(expected) if isinstance(expected, float) else expected,
        found=found,
    )
