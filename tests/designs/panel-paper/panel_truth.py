"""What a faultless parser finds in the paper, from its blocks and the pages of its PDF."""

import re
from typing import Any

import pypdfium2
from panel_charts import CHARTS
from panel_text import LINK, NOTE, Block, plain

Record = dict[str, Any]


def make_truth(blocks: list[Block], pdf: bytes | None) -> Record:
    """The records, with the contract's names; pages where there is a PDF to look them up."""
    truth: Record = {key: [] for key in ("sections", "paragraphs", "tables", "callouts", "pictures", "order")}
    truth["footnotes"] = []
    path: list[Record] = []
    front: list[str] = []
    for block in blocks:
        kind, section = block["kind"], path[-1]["id"] if path else None
        if kind == "heading":
            path = [record for record in path if record["level"] < block["level"]]
            path.append(add_section(truth, block, path[-1]["id"] if path else None))
        elif kind == "text" or kind.startswith("cover"):
            add_paragraph(truth, block, section)
            if block["text"].startswith("Source:"):
                truth["tables"][-1]["notes"].append(block["text"])
        elif kind == "table":
            fields = {"caption": block["caption"], "section": section, "header_rows": block["header"]}
            add(truth, "tables", "t", {**fields, "header_columns": 1, "rows": block["rows"], "notes": []})
        elif kind == "box":
            callout = add(truth, "callouts", "k", {"title": block["title"], "section": section, "paragraphs": []})
            for text in block["texts"]:
                record = add_paragraph(truth, {"text": text}, section, callout=callout["id"])
                callout["paragraphs"].append(record["id"])
        elif kind == "chart":
            chart = CHARTS[block["text"]]
            fields = {"kind": "chart", "section": section, "caption": chart["caption"], "series": chart["series"]}
            add(truth, "pictures", "g", fields)
        elif kind == "contents":
            front = list(truth["order"])
    truth["metadata"] = {
        "title": "Annual Report of the Police and Crime Commissioner for 2021/22", "kind": "annual_report",
        "pcc": "gloucestershire", "period": "2021/22", "meeting_date": "2022-09-09",
        "presented_by": "The Police and Crime Commissioner for Gloucestershire",
    }  # fmt: skip
    truth["furniture"] = [
        "^Gloucestershire Police and Crime Panel, 9 September 2022( Agenda item 7)?$", "^Agenda item 7$",
        r"^Annual Report 2021/22( \d+)?$", r"^\d+$", r"^Page \d+$", "^Contents$", r"^.*\.{4,} ?\d+$",
    ]  # fmt: skip
    if pdf:
        find_pages(truth, pdf, len(front))
    return truth


def add(truth: Record, kind: str, letter: str, fields: Record) -> Record:
    record = {"id": f"{letter}{len(truth[kind]) + 1}", **fields}
    truth[kind].append(record)
    truth["order"].append(record["id"])
    return record


def add_section(truth: Record, block: Block, parent: str | None) -> Record:
    match = re.match(r"(Appendix|Priority) \w+|\d+(?=\. )", block["text"])
    kind = {"Appendix": "appendix", "Priority": "theme"}.get(match[1] or "" if match else "", "section")
    fields = {"title": block["text"], "level": block["level"], "number": match[0] if match else None}
    return add(truth, "sections", "s", {**fields, "kind": kind, "parent": parent})


def add_paragraph(truth: Record, block: Block, section: str | None, callout: str | None = None) -> Record:
    items = [
        {**item, "text": plain(item["text"]), "items": [{**sub, "text": plain(sub["text"])} for sub in item["items"]]}
        for item in block.get("items", [])
    ]
    words = [block["text"]]
    for item in block.get("items", []):
        words += [item["text"], *(sub["text"] for sub in item["items"])]
    notes = []
    for note in NOTE.findall(" ".join(words)):
        mark = str(len(truth["footnotes"]) + 1)
        truth["footnotes"].append({"id": f"n{mark}", "marker": mark, "text": plain(note)})
        notes.append(f"n{mark}")
    links = [{"text": uri, "uri": uri} for uri in LINK.findall(NOTE.sub("", block["text"]))]
    fields = {"number": block.get("number"), "text": plain(block["text"]), "section": section, "items": items}
    return add(truth, "paragraphs", "p", {**fields, "callout": callout, "links": links, "footnotes": notes})


def find_pages(truth: Record, pdf: bytes, front: int) -> None:
    """Set the page on which each record begins: the first, from the last one's on, that has its words.

    The first `front` records stand before the contents, on the first page.
    """
    document = pypdfium2.PdfDocument(pdf)
    pages = [squeeze(page.get_textpage().get_text_range()) for page in document]
    records = {record["id"]: record for kind in ("sections", "paragraphs", "tables") for record in truth[kind]}
    at = 0
    captions = {record["caption"]: squeeze(record["caption"]) for record in truth["pictures"]}
    truth["figures_at"] = {
        caption: max(n + 1 for n, page in enumerate(pages) if words in page) for caption, words in captions.items()
    }
    for n, name in enumerate(truth["order"]):
        if n == front:
            at = 2
        if name not in records:
            continue
        record = records[name]
        words = record.get("title") or record.get("text") or record.get("caption") or record["rows"][0][0]["text"]
        sought = squeeze(words)[:40]
        at = next(place for place in range(at, len(pages)) if sought in pages[place])
        record["page"] = at + 1


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()
