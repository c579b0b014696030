"""How much of a report's truth its record holds: a few shares between 0 and 1, higher is better."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from reportparse.models import Report

_FOLD = str.maketrans("‘’“”–—−•", "''\"\"--- ")


def fold(text: str | None) -> str:
    """Text as it is compared: plain quotes and dashes, single spaces, no case."""
    return " ".join(unicodedata.normalize("NFKC", (text or "").translate(_FOLD)).split()).casefold()


def share(wanted: Iterable[object], found: Iterable[object]) -> float:
    """The share of both that is in both (F1), 1 where neither has anything."""
    wanted, found = Counter(wanted), Counter(found)
    total = wanted.total() + found.total()
    return 2 * (wanted & found).total() / total if total else 1.0


def score(truth: dict, report: Report) -> dict[str, float]:
    """The shares of a report.

    `order` is the share of the true paragraphs' sequence that the record keeps, `lost` how many of the numbers of the
    truth stand nowhere in the record.
    """
    paragraphs = [fold(row["text"]) for row in truth["paragraphs"]]
    mine = [fold(paragraph.text) for paragraph in report.paragraphs]
    kept = sum(block.size for block in SequenceMatcher(None, paragraphs, mine, autojunk=False).get_matching_blocks())
    true_items = (fold(item["text"]) for row in truth["paragraphs"] for item in row["items"])
    my_items = (fold(item.text) for paragraph in report.paragraphs for item in paragraph.items)
    true_tables, my_tables = truth["tables"], report.tables
    true_cells = [cell for table in true_tables for row in table["rows"] for cell in row if cell["text"]]
    my_cells = [cell for table in my_tables for row in table.rows for cell in row if cell.text]
    return {
        "sections": share(
            ((fold(row["title"]), row["kind"]) for row in truth["sections"]),
            ((fold(section.title), section.kind) for section in report.sections),
        ),
        "levels": share(
            ((fold(row["title"]), row["level"]) for row in truth["sections"]),
            ((fold(section.title), section.level) for section in report.sections),
        ),
        "paragraphs": share(paragraphs, mine),
        "order": kept / len(paragraphs),
        "items": share(true_items, my_items),
        "cells": share(
            ((cell["row"], cell["column"], fold(cell["text"])) for cell in true_cells),
            ((cell.row, cell.column, fold(cell.text)) for cell in my_cells),
        ),
        "headers": share((table["header_rows"] for table in true_tables), (table.header_rows for table in my_tables)),
        "captions": share(
            (fold(table["caption"]) for table in true_tables if table["caption"]),
            (fold(table.caption) for table in my_tables if table.caption),
        ),
        "callouts": share(
            (fold(row["title"]) for row in truth["callouts"]), (fold(callout.title) for callout in report.callouts)
        ),
        "footnotes": share(
            (fold(row["text"]) for row in truth["footnotes"]), (fold(note.text) for note in report.footnotes)
        ),
        "numbers": 1 - lost_numbers(truth, report),
    }


def lost_numbers(truth: dict, report: Report) -> float:
    """The share of the truth's numbers, strips and tables included, that no text of the record holds."""
    held = Counter(re.findall(r"\d[\d,.]*\d|\d", report.model_dump_json()))
    texts = [row["text"] for row in truth["paragraphs"]]
    texts += [item["text"] for row in truth["paragraphs"] for item in row["items"]]
    texts += [cell["text"] for table in truth["tables"] for row in table["rows"] for cell in row]
    texts += [number for strip in truth.get("strips", []) for number, _ in strip["pairs"]]
    wanted = {number for text in texts for number in re.findall(r"\d[\d,.]*\d|\d", text)}
    return sum(number not in held for number in wanted) / max(1, len(wanted))
