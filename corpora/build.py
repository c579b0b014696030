"""Typeset the reports of this folder from their sources, and write the truth of each beside its PDF.

    python corpora/build.py

A source is `report.toml`; `report.pdf` and `truth.json` are made from it.  Needs typst and pypdfium2.
"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pypdfium2
import typst

HERE = Path(__file__).parent
_NOTE = re.compile(r"\[\^(\d)\]")
_SPECIAL = re.compile(r"([#$%&*_@<>\\`~\[\]])")
_URL = re.compile(r"https?://[^\s;,]+")

PREAMBLE = """
#set document(title: "Annual Report 2020/21")
#set page(paper: "a4", margin: (x: 22mm, top: 26mm, bottom: 24mm),
  header: text(8pt, fill: luma(90))[#align(right)[{header}]],
  footer: context text(8pt)[#align(center)[Page #counter(page).display() of #counter(page).final().first()]])
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "GB", hyphenate: false)
#set par(justify: false, spacing: 1.1em)
#set heading(outlined: true)
#show heading: set block(above: 1.5em, below: 0.8em)
#show heading.where(level: 1): set text(18pt, fill: rgb("#5b2a86"))
#show heading.where(level: 2): set text(13pt, fill: rgb("#5b2a86"))
#set table(stroke: 0.5pt, inset: 5pt)
#let numbered(n, body) = grid(columns: (10mm, 1fr), [#n.], body)
#let boxed(title, body) = block(fill: rgb("#eef3e6"), stroke: 0.7pt + rgb("#7a9a4a"), inset: 9pt, width: 100%,
  breakable: false)[#text(weight: "bold")[#title] #parbreak() #body]
#let bars(title, labels, series, most) = block(width: 100%, inset: 4pt, breakable: false)[
  #text(9pt, weight: "bold")[#title]
  #let colors = (rgb("#5b2a86"), rgb("#e0a100"))
  #box(width: 100%, height: 48mm, layout(size => {{
    let slot = size.width / labels.len()
    let bar = slot * 0.6 / series.len()
    place(line(start: (0pt, 40mm), end: (size.width, 40mm), stroke: 0.5pt))
    for (i, label) in labels.enumerate() {{
      for (k, row) in series.enumerate() {{
        let high = 36mm * row.at(1).at(i) / most
        let x = slot * (i + 0.2) + bar * k
        place(dx: x, dy: 40mm - high, rect(width: bar, height: high, fill: colors.at(k)))
        place(dx: x - 3mm, dy: 37mm - high, box(width: bar + 6mm, align(center, text(6.5pt, str(row.at(1).at(i))))))
      }}
      place(dx: slot * i, dy: 41.5mm, box(width: slot, align(center, text(7pt, label))))
    }}
  }}))
]
"""


def escape(text: str) -> str:
    """Text as Typst markup, addresses as links."""
    pieces, last = [], 0
    for match in _URL.finditer(text):
        pieces += [_quote(text[last : match.start()]), f'#link("{match[0]}")[{_quote(match[0])}]']
        last = match.end()
    return "".join(pieces) + _quote(text[last:])


def _quote(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def set_text(text: str, notes: dict[str, str]) -> str:
    """Running text with its footnotes."""
    parts = _NOTE.split(text)
    out = [escape(parts[0])]
    for mark, rest in zip(parts[1::2], parts[2::2], strict=True):
        out += [f"#footnote[{escape(notes[mark])}]", escape(rest)]
    return "".join(out)


def set_table(block: dict[str, Any]) -> str:
    """A ruled table; `spans` are (row, column, columns) of merged header cells."""
    spans = {(row, column): width for row, column, width in block.get("spans", [])}
    covered = {(r, c + k) for (r, c), width in spans.items() for k in range(1, width)}
    cells = []
    for r, row in enumerate(block["rows"]):
        for c, text in enumerate(row):
            if (r, c) in covered:
                continue
            weight = "*" if r < block["header_rows"] and text else ""
            cells.append(f"table.cell(colspan: {spans.get((r, c), 1)})[{weight}{escape(text)}{weight}]")
    columns = len(block["rows"][0])
    align = "(left, " + ", ".join(["right"] * (columns - 1)) + ")"
    caption = f"*{escape(block['caption'])}*\n\n" if "caption" in block else ""
    return f"{caption}#table(columns: {columns}, align: {align},\n  " + ",\n  ".join(cells) + ")\n"


def set_chart(block: dict[str, Any]) -> str:
    """A bar chart, drawn."""
    most = max(value for row in block["series"] for value in row["values"])
    labels = ", ".join(json.dumps(label) for label in block["labels"])
    rows = " ".join(f"({json.dumps(r['name'])}, ({', '.join(map(str, r['values']))}))," for r in block["series"])
    return f"#bars({json.dumps(block['title'])}, ({labels}), ({rows}), {most})"


def set_block(block: dict[str, Any], notes: dict[str, str], number: int) -> str:
    """One block of the source as markup."""
    kind = block["kind"]
    if kind == "heading":
        return "=" * block["level"] + " " + escape(block["text"])
    if kind == "table":
        return set_table(block)
    if kind == "callout":
        return f"#boxed[{escape(block['title'])}][{escape(block['text'])}]"
    if kind == "chart":
        return set_chart(block)
    body = set_text(block["text"], notes)
    body += "".join(f"\n- {escape(item)}" for item in block.get("items", []))
    if "letters" in block:
        body += '\n#set enum(numbering: "(a)")' + "".join(f"\n+ {escape(item)}" for item in block["letters"])
    return f"#numbered({number})[{body}]" if kind == "numbered" else body


def typeset(source: dict[str, Any]) -> bytes:
    """The PDF of a source."""
    out = [PREAMBLE.replace("{{", "{").replace("}}", "}").replace("{header}", escape(source["header"]))]
    cover = source["cover"]
    out.append(f'#text(22pt, weight: "bold", fill: rgb("#5b2a86"))[{escape(cover[0])}]\n\n#v(1em)\n')
    out += [f"*{escape(line)}*\n" for line in cover[1:]]
    out.append('#v(1em)\n#text(14pt, weight: "bold")[Contents]\n#outline(title: none)\n#pagebreak()\n')
    number = 0
    for block in source["block"]:
        number += block["kind"] == "numbered"
        out.append(set_block(block, source["notes"], number) + "\n")
    pdf: bytes = typst.compile("\n".join(out).encode(), format="pdf")
    return pdf


def make_truth(source: dict[str, Any], pages: list[str]) -> dict[str, Any]:
    """What a faultless parser finds, with the contract's names."""
    truth: dict[str, Any] = {key: [] for key in ("sections", "paragraphs", "tables", "callouts", "pictures", "order")}
    path: list[dict[str, Any]] = []
    number = 0
    for line in source["cover"]:
        add_paragraph(truth, line, None, None)
    for block in source["block"]:
        kind = block["kind"]
        section = path[-1]["id"] if path else None
        if kind == "heading":
            path = [entry for entry in path if entry["level"] < block["level"]]
            path.append(add_section(truth, block, path[-1]["id"] if path else None))
        elif kind == "table":
            add_table(truth, block, section)
        elif kind == "chart":
            series = [make_series(row, block["labels"]) for row in block["series"]]
            fields = {"kind": "chart", "section": section, "series": series}
            add(truth, "pictures", f"g{len(truth['pictures']) + 1}", fields)
        elif kind == "callout":
            callout = add(truth, "callouts", f"k{len(truth['callouts']) + 1}", {
                "title": block["title"], "section": section, "paragraphs": [],
            })  # fmt: skip
            inside = add_paragraph(truth, block["text"], section, None, callout=callout["id"])
            callout["paragraphs"].append(inside["id"])
        else:
            number += kind == "numbered"
            add_paragraph(truth, block["text"], section, str(number) if kind == "numbered" else None, block)
    notes = [{"id": f"n{mark}", "marker": mark, "text": text} for mark, text in source["notes"].items()]
    find_pages(truth, pages)
    furniture = [f"^{re.escape(source['header'])}$", r"^Page \d+ of \d+$"]
    return {**truth, "footnotes": notes, "furniture": furniture}


def make_series(row: dict[str, Any], labels: list[str]) -> dict[str, Any]:
    """The values of one colour."""
    points = [{"x": x, "y": y} for x, y in zip(labels, row["values"], strict=True)]
    return {"name": row["name"], "points": points}


def add(truth: dict[str, Any], kind: str, name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Put a record in its list and in the order."""
    record = {"id": name, **fields}
    truth[kind].append(record)
    truth["order"].append(name)
    return record


def add_section(truth: dict[str, Any], block: dict[str, Any], parent: str | None) -> dict[str, Any]:
    """A heading; kind and number as its words tell."""
    match = re.match(r"(Theme|Indicator|Appendix) \w+", block["text"])
    kind = match[1].lower() if match else "section"
    return add(truth, "sections", f"s{len(truth['sections']) + 1}", {
        "title": block["text"], "level": block["level"], "number": match[0] if match else None, "kind": kind,
        "parent": parent,
    })  # fmt: skip


def add_paragraph(
    truth: dict[str, Any], text: str, section: str | None, number: str | None, block: dict[str, Any] | None = None,
    callout: str | None = None,
) -> dict[str, Any]:
    """A paragraph with its list, links and notes."""
    block = block or {}
    items = [{"marker": "•", "text": item, "level": 1, "items": []} for item in block.get("items", [])]
    items += [
        {"marker": f"({letter})", "text": item, "level": 1, "items": []}
        for letter, item in zip("abcdefgh", block.get("letters", []), strict=False)
    ]
    return add(truth, "paragraphs", f"p{len(truth['paragraphs']) + 1}", {
        "number": number, "text": _NOTE.sub("", text), "section": section, "items": items, "callout": callout,
        "links": [{"text": url, "uri": url} for url in _URL.findall(text)],
        "footnotes": [f"n{mark}" for mark in _NOTE.findall(text)],
    })  # fmt: skip


def add_table(truth: dict[str, Any], block: dict[str, Any], section: str | None) -> None:
    """A table; a merged cell stands once."""
    spans = {(row, column): width for row, column, width in block.get("spans", [])}
    covered = {(r, c + k) for (r, c), width in spans.items() for k in range(1, width)}
    rows = [
        [
            {"text": text, "row": r, "column": c, "row_span": 1, "column_span": spans.get((r, c), 1)}
            for c, text in enumerate(row) if (r, c) not in covered
        ]
        for r, row in enumerate(block["rows"])
    ]  # fmt: skip
    add(truth, "tables", f"t{len(truth['tables']) + 1}", {
        "caption": block.get("caption"), "section": section, "header_rows": block["header_rows"], "header_columns": 1,
        "rows": rows,
    })  # fmt: skip


def find_pages(truth: dict[str, Any], pages: list[str]) -> None:
    """Set the page on which each paragraph and section begins: the first, from the last one's on, with its words."""
    at = 0
    records = {record["id"]: record for kind in ("sections", "paragraphs") for record in truth[kind]}
    for name in truth["order"]:
        record = records.get(name)
        if record is None:
            continue
        words = squeeze(record.get("title") or record["text"])[:40]
        first = at if record.get("section") is None and "title" not in record else max(at, 1)
        at = next((place for place in range(first, len(pages)) if words in pages[place]), at)
        record["page"] = at + 1


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"\W+", "", text).casefold()


def build(folder: Path) -> None:
    """Make the PDF and truth of one report."""
    source = tomllib.loads((folder / "report.toml").read_text("utf-8"))
    data = typeset(source)
    (folder / "report.pdf").write_bytes(data)
    document = pypdfium2.PdfDocument(data)
    pages = [squeeze(page.get_textpage().get_text_range()) for page in document]
    truth = make_truth(source, pages)
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    for path in sorted(HERE.glob("*/*/report.toml")):
        build(path.parent)
