"""A report as its review page needs it: plain data, one entry a record, in reading order with the figures inside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from reportparse.language.sentences import find_sentences, sentence_at
from reportparse.models import Report
from reportparse.models.content import Callout, Cell, Item, Paragraph, Picture, Section, Table
from reportparse.models.facts import Check, Figure
from reportparse.models.report import walk_items
from reportparse.review.corrections import FIELDS
from reportparse.review.words import Sources, hash_words

View = dict[str, Any]
Content = Section | Paragraph | Table | Callout | Picture

# Below this a figure or a table is of low confidence: the models' scores run from 0 to 1.
MIN_CONFIDENCE = 0.6

# Longer words are cut in the page; the JSON has them whole.
MAX_WORDS = 4000

_SAFE_SCHEMES = ("http://", "https://", "mailto:")


def build_view(report: Report) -> View:
    """All that the page shows of a report, without the images of its pages."""
    records = list(_Builder(report).records())
    metadata = report.metadata
    facts = [
        metadata.pcc.name if metadata.pcc else None,
        metadata.period.label if metadata.period else None,
        f"{report.source.page_count} pages",
        f"{len(report.figures)} figures",
        f"{sum(not check.passed for check in report.checks)} failed checks",
        f"{_coverage(report):.2f}% of the characters accounted for",
    ]
    return {
        "title": metadata.title or report.source.path or "Report",
        "about": " · ".join(fact for fact in facts if fact),
        "sha256": report.source.sha256,
        "page_count": report.source.page_count,
        "choices": _choices(records),
        "forms": {kind: [_form(kind, name) for name in names] for kind, (_, names) in FIELDS.items()},
        "records": records,
    }


def _coverage(report: Report) -> float:
    coverage = report.coverage
    return 100 * (coverage.characters - coverage.residue) / max(1, coverage.characters)


def _choices(records: Iterable[View]) -> dict[str, list[str]]:
    """What each filter offers: what occurs."""
    found: dict[str, dict[str, None]] = {"kind": {}, "theme": {}, "role": {}}
    for record in records:
        found["kind"][record["kind"]] = None
        found["theme"] |= dict.fromkeys(record.get("themes", ()))
        if "role" in record:
            found["role"][record["role"]] = None
    return {"kind": list(found["kind"]), "theme": sorted(found["theme"]), "role": sorted(found["role"])}


def _form(kind: str, name: str) -> View:
    """A field of the form by which a record is corrected: its choices where the model has a list of them."""
    annotation = FIELDS[kind][0].model_fields[name].annotation
    parts = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    choices = [choice for part in parts if get_origin(part) is Literal for choice in get_args(part)]
    if choices:
        return {"name": name, "choices": ([None] if type(None) in parts else []) + choices}
    return {"name": name, "number": True} if {int, float} & set(_leaves(annotation)) else {"name": name}


def _leaves(annotation: Any) -> Iterator[Any]:
    parts = get_args(annotation)
    if not parts:
        yield annotation
    for part in parts:
        yield from _leaves(part)


class _Builder:
    """One report's records as entries."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words = hash_words(report)
        self.sources = Sources(report)
        self.figures: dict[str, list[Figure]] = defaultdict(list)
        self.parents = {
            item.id: paragraph.id for paragraph in report.paragraphs for item in walk_items(paragraph.items)
        }
        for figure in report.figures:
            self.figures[self.parents.get(figure.source.id, figure.source.id)].append(figure)
        self.checks = list(enumerate(report.checks, 1))
        self.checks_of: dict[str, list[str]] = defaultdict(list)
        self.failed: set[str] = set()
        for number, check in self.checks:
            for name in check.where:
                self.checks_of[name].append(f"c{number}")
            if not check.passed:
                self.failed |= {*check.where, f"c{number}"}
        self.pages: dict[str, int] = {entry.id: entry.page for entry in report.contents}
        self.themes: dict[str, list[str]] = {}

    def records(self) -> Iterator[View]:
        """In reading order: each content record with its figures, then notes, checks, residue and warnings."""
        report = self.report
        content: dict[str, Content] = {record.id: record for record in report.sections}
        content |= {record.id: record for record in report.paragraphs} | {record.id: record for record in report.tables}
        content |= {record.id: record for record in report.callouts} | {record.id: record for record in report.pictures}
        for name in report.order:
            yield self._finish(_content_entry(content[name]))
            yield from (self._figure(figure) for figure in self.figures[name])
        for note in report.footnotes:
            yield self._finish(
                {"id": note.id, "kind": "footnote", "page": note.page, "text": f"{note.marker} {note.text}"}
            )
        yield from (self._check(number, check) for number, check in self.checks)
        for number, left in enumerate(report.residue, 1):
            entry = {"id": f"residue{number}", "kind": "residue", "page": left.page, "text": left.text}
            yield entry | {"boxes": [[left.page, *left.bbox]], "chips": [left.reason] if left.reason else []}
        for number, warning in enumerate(report.warnings, 1):
            entry = {"id": f"warning{number}", "kind": "warning", "page": warning.page or 1, "text": warning.message}
            yield entry | {"chips": [warning.code]}

    def _finish(self, entry: View) -> View:
        """What all entries have: the hash of their words, their checks, their page for those that point at them."""
        name = entry["id"]
        self.pages[name] = entry["page"]
        self.themes[name] = entry.get("themes", [])
        if name in self.words:
            entry["words"] = self.words[name]
        if self.checks_of.get(name):
            entry["ends"] = self.checks_of[name]
        if name in self.failed:
            entry["failed"] = True
        entry["text"] = (entry.get("text") or "")[:MAX_WORDS]
        return {key: value for key, value in entry.items() if value not in (None, [], "")}

    def _figure(self, figure: Figure) -> View:
        text, start, end, path = self.sources.of(figure)
        first, last = sentence_at(find_sentences(text), start) if text else (0, 0)
        last = max(last, end)
        parent = self.parents.get(figure.source.id, figure.source.id)
        place = figure.page or self.pages.get(parent, 1)
        names = FIELDS["figure"][1]
        fields = {name: getattr(figure, name) for name in names}
        facts = [["period from", figure.period_source]] if figure.period_source else []
        facts += [["headers", path]] if path else []
        facts += [["read by", figure.rule]] if figure.rule else []
        checks = self._checks_of_figure(figure, parent)
        facts += [["check", self.report.checks[number - 1].message] for number in checks]
        ends = [f"c{number}" for number in checks]
        ends += [name for number in checks for name in self.report.checks[number - 1].where if name != parent]
        return self._finish({
            "id": figure.id, "kind": "figure", "page": place, "inner": True,
            "boxes": [[place, *figure.bbox]] if figure.bbox else None,
            "text": text[first:last], "mark": [start - first, end - first],
            "role": figure.role, "themes": self.themes.get(parent), "low": _is_low(figure.score) or None,
            "facts": facts, "fields": {name: value for name, value in fields.items() if value is not None},
            "ends": list(dict.fromkeys(ends)),
            "failed": any(not self.report.checks[number - 1].passed for number in checks) or None,
            **_reviewed(figure),
        })  # fmt: skip

    def _checks_of_figure(self, figure: Figure, parent: str) -> list[int]:
        """Numbers of the checks of its record that compare its value or speak of its words."""
        about = [int(name[1:]) for name in self.checks_of[parent]]
        return [number for number in about if _is_about(self.report.checks[number - 1], figure)]

    def _check(self, number: int, check: Check) -> View:
        pages = [self.pages[name] for name in check.where if name in self.pages]
        facts = [["expected", _say(check.expected)], ["found", _say(check.found)]]
        return self._finish({
            "id": f"c{number}", "kind": "check", "page": pages[0] if pages else 1, "text": check.message,
            "title": check.kind.replace("_", " "), "facts": [fact for fact in facts if fact[1]],
            "chips": ["passed"] if check.passed else [],
        }) | ({"ends": check.where} if check.where else {})  # fmt: skip


def _is_about(check: Check, figure: Figure) -> bool:
    """Whether a check takes a figure into account: it has its value, or names it by its words.

    A table's check of a column names all of its cells by none: it is shown at the table.
    """
    stated = [each for side in (check.expected, check.found) for each in (side if isinstance(side, list) else [side])]
    return figure.value in [each for each in stated if isinstance(each, int | float)] or (
        len(figure.text) > 1 and f" {figure.text}" in f" {check.message}"
    )


def _is_low(score: float | None) -> bool:
    return score is not None and score < MIN_CONFIDENCE


def _say(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_say, value))
    return "" if value is None else f"{value:,}" if isinstance(value, int | float) else str(value)


def _reviewed(record: Section | Paragraph | Table | Picture | Figure) -> View:
    """What readers said of it before."""
    return {"review": record.review, "chips": ["corrected"] if record.corrected else []}


def _content_entry(record: Content) -> View:
    if isinstance(record, Section):
        return _section_entry(record)
    if isinstance(record, Paragraph):
        return _paragraph_entry(record)
    if isinstance(record, Table):
        return _table_entry(record)
    if isinstance(record, Picture):
        return _picture_entry(record)
    return {
        "id": record.id, "kind": "callout", "page": record.page, "title": record.title,
        "boxes": [[record.page, *record.bbox]],
    }  # fmt: skip


def _section_entry(section: Section) -> View:
    return {
        "id": section.id, "kind": "section", "page": section.page, "title": section.title, "boxes": _boxes(section),
        "themes": _themes(section), "facts": [["kind", section.kind], ["level", section.level]],
        "fields": _fields("section", section), **_reviewed(section),
    }  # fmt: skip


def _paragraph_entry(paragraph: Paragraph) -> View:
    items = list(walk_items(paragraph.items))
    lines = [paragraph.text, *(f"{item.marker} {item.text}" for item in items)]
    return {
        "id": paragraph.id, "kind": "paragraph", "page": _page(paragraph), "title": paragraph.number,
        "boxes": [*_boxes(paragraph), *(box for item in items for box in _boxes(item))], "text": "\n".join(lines),
        "themes": _themes(paragraph),
        "facts": [["themes", ", ".join(_themes(paragraph))]] if paragraph.themes else [],
        "links": [link.model_dump() for link in paragraph.links if link.uri.lower().startswith(_SAFE_SCHEMES)],
        "fields": _fields("paragraph", paragraph), **_reviewed(paragraph),
    }  # fmt: skip


def _table_entry(table: Table) -> View:
    confidence = table.confidence
    facts = [["found as", f"{confidence.method}, {confidence.score:.2f}"]] if confidence else []
    facts += [["reasons", "; ".join(confidence.reasons)]] if confidence and confidence.reasons else []
    return {
        "id": table.id, "kind": "table", "page": _page(table), "title": table.caption, "boxes": _boxes(table),
        "rows": [[_cell(table, cell) for cell in row] for row in table.rows], "themes": _themes(table),
        "low": _is_low(confidence.score if confidence else None) or None,
        "facts": facts + [["note", note] for note in table.notes],
        "fields": _fields("table", table), **_reviewed(table),
    }  # fmt: skip


def _cell(table: Table, cell: Cell) -> View:
    """Text, spans where they are more than one, and what it heads where it is a header."""
    head = "col" if cell.row < table.header_rows else "row" if cell.column < table.header_columns else None
    spans = {"r": cell.row_span if cell.row_span > 1 else None, "c": cell.column_span if cell.column_span > 1 else None}
    return {key: value for key, value in {"t": cell.text, "h": head, **spans}.items() if value is not None}


def _picture_entry(picture: Picture) -> View:
    entry = {
        "id": picture.id, "kind": "picture", "page": picture.page, "title": picture.caption or picture.alt_text,
        "boxes": [[picture.page, *picture.bbox]], "text": " | ".join(picture.labels), "themes": _themes(picture),
        "facts": [["kind", picture.kind]], "fields": _fields("picture", picture), **_reviewed(picture),
    }  # fmt: skip
    if picture.series:
        marks = list(dict.fromkeys(point.x for series in picture.series for point in series.points))
        head = [{"t": "", "h": "col"}, *({"t": mark, "h": "col"} for mark in marks)]
        entry["rows"] = [head]
        for series in picture.series:
            values = {point.x: f"{point.y:,}" for point in series.points}
            row = [{"t": series.name or "", "h": "row"}, *({"t": values.get(mark, "")} for mark in marks)]
            entry["rows"].append(row)
    return entry


def _fields(kind: str, record: Section | Paragraph | Table | Picture) -> Mapping[str, Any]:
    values = {name: getattr(record, name) for name in FIELDS[kind][1]}
    return {name: value for name, value in values.items() if value is not None}


def _themes(record: Section | Paragraph | Table | Picture) -> list[str]:
    return [theme.id for theme in record.themes]


def _page(record: Paragraph | Table) -> int:
    return record.spans[0].page if record.spans else 1


def _boxes(record: Section | Paragraph | Item | Table) -> list[list[float]]:
    return [[span.page, *span.bbox] for span in record.spans]
