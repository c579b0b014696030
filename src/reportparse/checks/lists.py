"""Lists against what their introductions and the headings say: "seven themes:" has seven, each with its heading."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from reportparse.checks.grid import name_of
from reportparse.checks.material import Material
from reportparse.language.numbers import DIGITS, WORDS, parse
from reportparse.models import Check, Item, Paragraph, Section, Table
from reportparse.text import fold_title

# "the following five themes:", "7 key themes:"; the number is the last of the introduction, a few words before its end.
_COUNTED = re.compile(
    rf"(?:^|[\s(])(?P<number>{DIGITS}|{WORDS})\s(?P<noun>(?:[\w’'&-]+\s){{0,4}}?[\w’'&-]+s)(?:\s[^.:;]{{0,40}})?:\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:[A-Z][a-z]+s?\s)?[\dIVX]+(?:\s&\s\d+)?(?:[:.)–-]|\s[–-])\s*")
# A list is one of headings where this share of its entries are headings word for word; the others should be.
MIN_SHARE = 0.5
# Titles less alike than this, of 100, are different headings.
MIN_ALIKE = 60
MAX_COUNT = 30


def check_lists(material: Material) -> Iterator[Check]:
    """Numbers before lists, numbers of rows, and lists of headings."""
    titles = [(fold_title(_LABEL.sub("", section.title)), section) for section in material.report.sections]
    for paragraph in material.report.paragraphs:
        if paragraph.items:
            yield from _check_count(paragraph)
            yield from _check_titles(paragraph, titles)
    yield from _check_rows(material)


def _check_count(paragraph: Paragraph) -> Iterator[Check]:
    """The number that introduces a list against its entries."""
    match = _COUNTED.search(paragraph.text)
    number = int(parse(match["number"])) if match else 0
    if match and 1 < number <= MAX_COUNT:
        count = len(paragraph.items)
        yield Check(
            kind="count_vs_list",
            passed=number == count,
            severity="none" if number == count else "warning",
            message=f"“{match['number']} {match['noun']}:” and {count} entries",
            where=[paragraph.id],
            expected=number,
            found=count,
        )


def _check_titles(paragraph: Paragraph, titles: Sequence[tuple[str, Section]]) -> Iterator[Check]:
    """A list of headings against the headings, which come with their titles folded."""
    headings = {title for title, _ in titles}
    known = [item for item in paragraph.items if fold_title(item.text) in headings]
    if len(known) < 2 or len(known) < MIN_SHARE * len(paragraph.items):
        return
    missed = [(item, _find_alike(item, titles)) for item in paragraph.items if item not in known]
    where = [paragraph.id, *(section.id for _, section in missed if section)]
    yield Check(
        kind="title_vs_list",
        passed=not missed,
        severity="info" if missed else "none",
        message="; ".join(
            f"“{item.text}” in the list, “{_LABEL.sub('', section.title)}” as heading" if section
            else f"“{item.text}” in the list, no such heading" for item, section in missed
        ) or f"the {len(known)} entries are headings",
        where=where,
        expected=[item.text for item, _ in missed],
        found=[section.title if section else None for _, section in missed],
    )  # fmt: skip


def _find_alike(item: Item, titles: Sequence[tuple[str, Section]]) -> Section | None:
    """The heading that an entry may mean."""
    name = fold_title(item.text)
    scored = [(fuzz.ratio(name, title), section) for title, section in titles]
    score, best = max(scored, key=lambda pair: pair[0])
    return best if score >= MIN_ALIKE else None


def _check_rows(material: Material) -> Iterator[Check]:
    """A number of things in a text against the rows of a table of them, in the same section; only what agrees."""
    for table in material.report.tables:
        head = next((cell.text for cell in table.cells if cell.row == 0 and cell.column == 0 and cell.text), "")
        noun = head.split()[-1].casefold().rstrip("s") if head.split() else ""
        rows = _count_rows(table)
        if not noun or rows < 2 or not table.header_rows:
            continue
        for text in material.texts:
            for figure in text.figures if text.section == table.section else ():
                unit = (figure.unit or "").casefold().split()
                if unit and unit[-1].rstrip("s") == noun and figure.value == rows and figure.qualifier == "exact":
                    yield Check(
                        kind="count_vs_list",
                        passed=True,
                        message=f"{figure.text} {figure.unit}, {rows} rows in {name_of(table)}",
                        where=[text.id, table.id],
                        expected=rows,
                        found=figure.value,
                    )


def _count_rows(table: Table) -> int:
    labels = [row[0].text for row in table.rows[table.header_rows :] if row]
    return sum(bool(label) and not label.lower().startswith("total") for label in labels)
