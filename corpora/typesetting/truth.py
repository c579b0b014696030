"""What a faultless parser finds in a report, from its source and from the pages of its PDF."""

import re
from typing import Any

import pypdfium2

from typesetting.source import NOTE, URL, Block, plain, read_cells

Record = dict[str, Any]

# Pages that a producer gives to the cover alone; Typst puts the contents on it.
_COVERS = {"typst": 1, "browser": 1, "office": 0}


def read_pages(data: bytes) -> list[str]:
    """The letters and digits of each page."""
    return [squeeze(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


def squeeze(text: str) -> str:
    """Letters and digits alone.

    >>> squeeze("Annual Report, 2020/21")
    'annualreport202021'
    """
    return re.sub(r"\W+", "", text).casefold()


def make_truth(report: Record, pages: list[str]) -> Record:
    """The records of `report`, with the contract's names; no pages are set where `pages` hold no text."""
    truth: Record = {key: [] for key in ("sections", "paragraphs", "tables", "callouts", "pictures", "order")}
    if "metadata" in report:
        truth["metadata"] = report["metadata"]
    path: list[Record] = []
    sources: dict[str, list[int]] = {}
    for line in report["cover"]:
        _add_paragraph(truth, line, None, None)
    for block in report["block"]:
        kind, section = block["kind"], path[-1]["id"] if path else None
        if kind == "heading":
            path = [entry for entry in path if entry["level"] < block["level"]]
            path.append(_add_section(truth, block, path[-1]["id"] if path else None))
        elif kind == "strip":
            strips = truth.setdefault("strips", [])
            strips.append({"section": section, "pairs": [list(pair) for pair in block["pairs"]]})
        elif kind != "page":
            _add_content(truth, block, section)
        if "sources" in block:
            name = f"strip{len(truth['strips'])}" if kind == "strip" else _last_content(truth)
            sources[name] = block["sources"]
    truth["footnotes"] = [{"id": f"n{mark}", "marker": mark, "text": text} for mark, text in report["notes"].items()]
    if any(pages):
        producer = report.get("producer", "typst")
        front = _COVERS[producer] + (producer != "typst" and bool(report.get("contents")))
        _find_pages(truth, pages, front=front)
    truth["furniture"] = [f"^{re.escape(line)}$" for line in [report["header"]] if line] + [
        report.get("page", r"^Page \d+ of \d+$")
    ]
    if "source" in report:
        truth["provenance"] = {"sources": report["source"], "records": sources}
        truth["measures"] = report.get("measure", [])
        truth["restatements"] = report.get("restatement", [])
    return truth


def _last_content(truth: Record) -> str:
    inside = {name for callout in truth["callouts"] for name in callout["paragraphs"]}
    return next(name for name in reversed(truth["order"]) if name not in inside)


def _add_content(truth: Record, block: Block, section: str | None) -> None:
    kind = block["kind"]
    if kind == "table":
        _add_table(truth, block, section)
    elif kind == "chart":
        series = [_make_series(row, block["labels"]) for row in block["series"]]
        fields = {"kind": "chart", "section": section, "series": series}
        _add(truth, "pictures", f"g{len(truth['pictures']) + 1}", fields)
    elif kind == "callout":
        name = f"k{len(truth['callouts']) + 1}"
        callout = _add(truth, "callouts", name, {"title": block["title"], "section": section, "paragraphs": []})
        callout["paragraphs"] = [
            _add_paragraph(truth, text, section, None, callout=name)["id"] for text in block["texts"]
        ]
    else:
        _add_paragraph(truth, block["text"], section, block.get("number"), block)


def _make_series(row: Record, labels: list[str]) -> Record:
    points = [{"x": x, "y": y} for x, y in zip(labels, row["values"], strict=True)]
    return {"name": row["name"], "points": points}


def _add(truth: Record, kind: str, name: str, fields: Record) -> Record:
    record = {"id": name, **fields}
    truth[kind].append(record)
    truth["order"].append(name)
    return record


def _add_section(truth: Record, block: Block, parent: str | None) -> Record:
    """A heading; kind and number as its words tell."""
    match = re.match(r"(?:(Theme|Indicator|Appendix|Annex|Section|Priority) \w+|\d+(?:\.\d+)?(?=\.? ))", block["text"])
    kind = (match[1] or "section").lower() if match else "section"
    kind = {"annex": "appendix"}.get(kind, kind)
    return _add(truth, "sections", f"s{len(truth['sections']) + 1}", {
        "title": block["text"], "level": block["level"], "number": match[0] if match else None,
        "kind": kind if kind in {"theme", "indicator", "appendix"} else "section", "parent": parent,
    })  # fmt: skip


def _add_paragraph(
    truth: Record,
    text: str,
    section: str | None,
    number: str | None,
    block: Block | None = None,
    callout: str | None = None,
) -> Record:
    """A paragraph with its list, links and notes."""
    block = block or {}
    items = [{"marker": "•", "text": plain(item), "level": 1, "items": []} for item in block.get("items", [])]
    items += [
        {"marker": f"({letter})", "text": plain(item), "level": 1, "items": []}
        for letter, item in zip("abcdefgh", block.get("letters", []), strict=False)
    ]
    return _add(truth, "paragraphs", f"p{len(truth['paragraphs']) + 1}", {
        "number": number, "text": plain(text), "section": section, "items": items, "callout": callout,
        "links": [{"text": url, "uri": url} for url in URL.findall(text)],
        "footnotes": [f"n{mark}" for mark in NOTE.findall(text)],
    })  # fmt: skip


def _add_table(truth: Record, block: Block, section: str | None) -> None:
    """A table; a merged cell stands once."""
    rows = [
        [{"text": text, "row": r, "column": c, "row_span": 1, "column_span": width} for c, text, width in row]
        for r, row in enumerate(read_cells(block))
    ]
    _add(truth, "tables", f"t{len(truth['tables']) + 1}", {
        "caption": block.get("caption"), "section": section, "header_rows": block["header_rows"], "header_columns": 1,
        "rows": rows,
    })  # fmt: skip


def _find_pages(truth: Record, pages: list[str], *, front: int) -> None:
    """Set the page on which each paragraph and section begins: the first, from the last one's on, with its words.

    Sections and what they hold stand behind the `front` pages, cover and contents, if these have pages of their own.
    """
    at = 0
    records = {record["id"]: record for kind in ("sections", "paragraphs") for record in truth[kind]}
    for name in truth["order"]:
        record = records.get(name)
        if record is None:
            continue
        words = squeeze(record.get("title") or record["text"])[:40]
        first = at if record.get("section") is None and "title" not in record else max(at, front)
        at = next((place for place in range(first, len(pages)) if words in pages[place]), at)
        record["page"] = at + 1
