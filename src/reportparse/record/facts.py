"""Figures, themes and entities of the whole report, each figure with its id, its page and its box."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from reportparse.language import (
    Names,
    Setting,
    Targets,
    find_references,
    find_report_entities,
    find_themes_of_section,
    map_priority_by_themes,
    read_paragraph,
    read_picture,
    read_strip,
    read_table,
    read_text,
    themes_of,
    walk_items,
)
from reportparse.metadata import Metadata
from reportparse.models import Entity
from reportparse.pictures import Picture
from reportparse.record.parts import Parts
from reportparse.record.places import Finder, Readable
from reportparse.structure import Footnote, Paragraph, Section
from reportparse.tables import Table

Plain = dict[str, Any]

# How many themes of its paragraphs a section takes: those that a paragraph has at the most.
MAX_THEMES = 3
# A section's further theme must have this share of its first one's weight, as a paragraph's must.
MIN_SHARE = 0.5
# What a section's title counts beside all of its text: a title tells the subject, the text also what it touches.  Of
# 124 sections of corpora/ and the sample whose title names a theme, 22 began with another one by their text alone, 7
# at 0.5 and 2 at 0.8, which are about that other one too.
TITLE = 0.8


class Facts(NamedTuple):
    """What the report's text says: entities, and the rest as plain data in the contract's shape."""

    figures: list[Plain]
    entities: list[Entity]
    themes: dict[str, list[Plain]]
    """By the id of the record that is about them."""
    refs: dict[str, list[str]]
    """By the id of the paragraph that points at them."""

    nlp: str | None = None
    """The trained pipeline that helped to find names."""

    def about(self, name: str) -> Plain:
        """The field `themes` of a record."""
        return {"themes": self.themes.get(name, [])}

    def pointing(self, name: str) -> Plain:
        """The field `refs` of a paragraph."""
        return {"refs": self.refs.get(name, [])}


def read_facts(parts: Parts, metadata: Metadata, names: Names | None = None) -> Facts:
    """Read all that the structure, the tables and the strips hold; `names` finds further names for the entities."""
    structure = parts.structure
    setting = Setting(
        metadata.period.label if metadata.period else None,
        metadata.pcc.id if metadata.pcc else None,
        {section.id: section.title for section in structure.sections},
    )
    entities, refs = _read_entities(structure.paragraphs, names), _read_refs(parts)
    label = names.label if names is not None else None
    return Facts(_read_figures(parts, setting), entities, _read_themes(parts, setting), refs, label)


def _read_figures(parts: Parts, setting: Setting) -> list[Plain]:
    """All figures in reading order, those of footnotes last; an id is that of the record with a number behind it."""
    structure, finder = parts.structure, Finder(parts)
    records: dict[str, Readable] = {}
    records |= {paragraph.id: paragraph for paragraph in structure.paragraphs}
    records |= {table.id: table for table in parts.tables}
    records |= {picture.id: picture for picture in parts.pictures}
    records |= {strip.id: strip for strip in structure.strips}
    figures: list[Plain] = []
    numbers: Counter[str] = Counter()
    for record in [*(records[name] for name in structure.order if name in records), *structure.footnotes]:
        for row in _read_record(record, parts, setting):
            name = _name(row["source"])
            numbers[name] += 1
            page, bbox = finder.find(record, row)
            figures.append({"id": f"{name}.f{numbers[name]}", **row, "page": page, "bbox": bbox})
    return figures


def _read_record(record: Readable, parts: Parts, setting: Setting) -> Iterator[Plain]:
    if isinstance(record, Paragraph):
        return read_paragraph(record, setting)
    if isinstance(record, Table):
        return read_table(record, parts.structure.anchor_sections.get(record.id), setting)
    if isinstance(record, Picture):
        return read_picture(record, parts.structure.anchor_sections.get(record.id), setting)
    if isinstance(record, Footnote):
        return read_text(record.text, {"kind": "footnote", "id": record.id}, setting.period)
    return read_strip(record, setting)


def _name(source: Plain) -> str:
    """The record, and in a table the cell."""
    if source["kind"] != "cell":
        return str(source["id"])
    return f"{source['id']}.r{source['row']}c{source['column']}"


def _read_entities(paragraphs: list[Paragraph], names: Names | None) -> list[Entity]:
    """Each entity once, with all places that name it."""
    records = (record for paragraph in paragraphs for record in (paragraph, *walk_items(paragraph.items)))
    texts = ((record.id, record.text) for record in records)
    return find_report_entities(texts, names)


def _read_refs(parts: Parts) -> dict[str, list[str]]:
    """Where each paragraph, with its list, points at another part of the report."""
    structure = parts.structure
    targets = Targets(structure.order, structure.sections, structure.paragraphs, parts.tables, parts.pictures)
    refs: dict[str, list[str]] = {}
    for paragraph in structure.paragraphs:
        for record in (paragraph, *walk_items(paragraph.items)):
            for reference in find_references(record.text):
                refs.setdefault(paragraph.id, []).extend(targets.resolve(reference, paragraph.id))
    return {name: list(dict.fromkeys(found)) for name, found in refs.items() if found}


def _read_themes(parts: Parts, setting: Setting) -> dict[str, list[Plain]]:
    themes: dict[str, list[Plain]] = {}
    structure = parts.structure
    themes |= _read_paragraph_themes(structure.paragraphs, setting)
    for table in parts.tables:
        heads = [cell.text for row in table.rows for cell in row if cell.value is None]
        text = " ".join([table.caption or "", *heads])
        themes[table.id] = themes_of(text, structure.anchor_sections.get(table.id), setting.titles)
    for picture in parts.pictures:
        text = " ".join([picture.caption or "", picture.alt_text or "", *picture.labels])
        themes[picture.id] = themes_of(text, structure.anchor_sections.get(picture.id), setting.titles)
    for strip in structure.strips:
        themes[strip.id] = themes_of(" ".join(strip.labels), strip.section, setting.titles)
    return themes | _read_section_themes(parts, themes)


def _read_paragraph_themes(paragraphs: list[Paragraph], setting: Setting) -> dict[str, list[Plain]]:
    """Each with its list; the title of its section and the section's other paragraphs are weak witnesses."""
    themes: dict[str, list[Plain]] = {}
    by_section: dict[str | None, list[Paragraph]] = {}
    for paragraph in paragraphs:
        by_section.setdefault(paragraph.section, []).append(paragraph)
    for section, group in by_section.items():
        texts = [" ".join(one.text for one in (paragraph, *walk_items(paragraph.items))) for paragraph in group]
        for paragraph, found in zip(
            group, find_themes_of_section(texts, setting.titles.get(section or "", "")), strict=True
        ):
            themes[paragraph.id] = [{"id": theme, "score": score} for theme, score in found]
    return themes


def _read_section_themes(parts: Parts, themes: dict[str, list[Plain]]) -> dict[str, list[Plain]]:
    """What the paragraphs of a section and of those below it are about, each weighed by its length."""
    structure = parts.structure
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    lengths: Counter[str] = Counter()
    parents = {section.id: section.parent for section in structure.sections}
    for paragraph in structure.paragraphs:
        section = paragraph.section
        while section is not None:
            length = len(paragraph.text)
            lengths[section] += length
            for theme in themes[paragraph.id] if length else ():  # its words may all stand in its list
                weights[section][theme["id"]] += theme["score"] * length
            section = parents[section]
    return {one.id: _of_section(one, weights[one.id], lengths[one.id]) for one in structure.sections}


def _of_section(section: Section, weights: defaultdict[str, float], length: int) -> list[Plain]:
    """By title and text; a priority of the commissioner's own, and a section without text, as its wording is mapped."""
    if section.kind == "theme" or not length:
        by_text = [(theme["id"], theme["score"]) for theme in _rank(weights, length)]
        return [{"id": theme, "score": score} for theme, score in map_priority_by_themes(section.title, [by_text])]
    title = map_priority_by_themes(section.title, [])
    if not title:
        return _rank(weights, length)
    both = weights.copy()
    for theme, score in title:
        both[theme] += TITLE * score * length
    return _rank(both, (1 + TITLE) * length)


def _rank(weights: dict[str, float], length: float) -> list[Plain]:
    """The heaviest themes, each with its weight for a letter."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MAX_THEMES]
    floor = MIN_SHARE * ranked[0][1] if ranked else 0.0
    return [{"id": theme, "score": round(weight / length, 3)} for theme, weight in ranked if weight >= floor]
