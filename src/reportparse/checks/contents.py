"""The contents pages against the headings: each title is one, in these words, on the page that is printed."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from reportparse.checks.material import Material
from reportparse.models import Check, ContentsEntry, Report, Section, walk_items

# Page numbers are held to pages where so many entries, and half of those found, agree how printed ones count.
MIN_AGREEING = 3
# A heading on the right page means the entry where it is so alike, of 100; on another page it must be nearly the same.
MIN_ALIKE, MIN_ALIKE_ELSEWHERE = 60, 85
# Where fewer of the entries are found, the headings are not well enough known to say that one is missing.
MIN_FOUND = 0.6

# "1.", "4.2 ", "A)": a number that stands in the contents or at the heading, or at both.
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+")


class _Place(NamedTuple):
    """An entry, the heading that it means, and the page in the file that its page number leads to."""

    entry: ContentsEntry
    section: Section | None
    page: int | None
    is_there: bool
    """Whether the page has the entry's words in its headings, or a text that begins with them."""


class _Numbering(NamedTuple):
    """How printed page numbers stand to pages of the file."""

    offset: int | None
    """What is added to a printed number; None where it is not known."""

    def page_of(self, label: str) -> int | None:
        return int(label) + self.offset if label.isdigit() and self.offset is not None else None


def check_contents(material: Material) -> Iterator[Check]:
    """Entries without a heading, in other words, or with another page; one finding where all is as it says."""
    report = material.report
    if not report.contents or not report.sections:
        return
    titles = _find_titles(report.sections)
    numbering = _find_numbering(report.contents, titles)
    texts = _texts_by_page(report)
    places = [_find_place(entry, report.sections, titles, numbering, texts) for entry in report.contents]
    known = [place for place in places if place.section is not None or place.is_there]
    if len(known) < MIN_FOUND * len(places):
        return
    odd = [check for place in places if (check := _judge(place, numbering, texts)) is not None]
    yield from odd
    if not odd:
        yield Check(
            kind="contents",
            passed=True,
            message=f"the contents: {len(known)} entries are headings"
            + (" on the pages that it says" if numbering.offset is not None else ""),
            where=[report.contents[0].id, report.contents[-1].id],
            expected=len(places),
            found=len(known),
        )


def _fold(text: str) -> str:
    """A title without its number, marks and capitals.

    >>> _fold("4.2 Antisocial behaviour"), _fold("Theme 2: Victims")
    ('antisocial behaviour', 'theme 2 victims')
    """
    return " ".join(re.findall(r"\w+", _NUMBER.sub("", text.strip().casefold())))


def _find_titles(sections: Sequence[Section]) -> dict[str, list[Section]]:
    titles: defaultdict[str, list[Section]] = defaultdict(list)
    for section in sections:
        titles[_fold(section.title)].append(section)
    return titles


def _find_numbering(entries: Sequence[ContentsEntry], titles: Mapping[str, list[Section]]) -> _Numbering:
    """By the headings that stand once: most are on the page that the contents say, counted from the first numbered."""
    offsets = Counter(
        found[0].page - int(entry.label)
        for entry in entries
        if entry.label.isdigit() and len(found := titles.get(_fold(entry.title), [])) == 1
    )
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    return _Numbering(offset if count >= max(MIN_AGREEING, 0.5 * offsets.total()) else None)


def _texts_by_page(report: Report) -> dict[int, list[str]]:
    """All records of each page in small letters without marks; a page with none was not read."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for section in report.sections:
        texts[section.page].append(section.title)
    for paragraph in report.paragraphs:
        for span in paragraph.spans:
            texts[span.page] += [paragraph.text, *(item.text for item in walk_items(paragraph.items))]
    for callout in report.callouts:
        texts[callout.page].append(callout.title or "")
    for table in report.tables:
        for span in table.spans:
            texts[span.page] += [table.caption or "", *(cell.text for cell in table.cells)]
    for picture in report.pictures:
        texts[picture.page] += [picture.caption or "", picture.alt_text or "", *picture.labels]
    return {page: [_fold(text) for text in told] for page, told in texts.items()}


def _find_place(
    entry: ContentsEntry,
    sections: Sequence[Section],
    titles: Mapping[str, list[Section]],
    numbering: _Numbering,
    texts: Mapping[int, list[str]],
) -> _Place:
    page = numbering.page_of(entry.label)
    title = _fold(entry.title)
    here = [section for section in sections if section.page == page]
    is_in_parts = set(title.split()) <= set(" ".join(_fold(section.title) for section in here).split())
    is_there = is_in_parts or any(text.startswith(title) for text in texts.get(page or 0, ()))
    same = titles.get(title, [])
    if same:
        nearest = min(same, key=lambda section: abs(section.page - (page or section.page)))
        return _Place(entry, nearest, page, is_there)
    if is_there:
        return _Place(entry, None, page, is_there)
    alike = _find_alike(title, here, MIN_ALIKE) or _find_alike(title, sections, MIN_ALIKE_ELSEWHERE)
    return _Place(entry, alike, page, is_there)


def _find_alike(title: str, sections: Sequence[Section], least: float) -> Section | None:
    """The heading that an entry may mean."""
    scored = [(fuzz.ratio(title, _fold(section.title)), -at) for at, section in enumerate(sections)]
    score, at = max(scored, default=(0.0, 0))
    return sections[-at] if score >= least else None


def _judge(place: _Place, numbering: _Numbering, texts: Mapping[int, list[str]]) -> Check | None:
    """What is odd about an entry."""
    entry, section = place.entry, place.section
    if section is None:
        is_read = place.page is not None and place.page in texts
        message = f"“{entry.title}” is in the contents, page {entry.label}: no such heading"
        return _tell(message, [entry.id], entry.title, None) if is_read and not place.is_there else None
    if _fold(section.title) != _fold(entry.title):
        message = f"“{entry.title}” in the contents, “{section.title}” as heading"
        return _tell(message, [entry.id, section.id], entry.title, section.title, severity="info")
    if place.page is None or place.is_there or section.page == place.page or place.page not in texts:
        return None
    stands = section.page - (numbering.offset or 0)
    message = f"“{entry.title}” is on page {entry.label} by the contents, and stands on page {stands}"
    return _tell(message, [entry.id, section.id], entry.label, str(stands))


def _tell(message: str, where: list[str], expected: str, found: str | None, *, severity: str = "warning") -> Check:
    return Check.model_validate({
        "kind": "contents", "passed": False, "severity": severity, "message": message, "where": where,
        "expected": expected, "found": found,
    })  # fmt: skip
