"""Typst: a paper in one column, or a brochure whose chapters may have two."""

import json
from pathlib import Path
from typing import Any

import typst

from typesetting.source import Block, read_cells, read_runs

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "#$%&*_@<>\\`~[]="})

PREAMBLE = (Path(__file__).parent / "preamble.typ").read_text("utf-8")
LONG = 30  # rows of a table that goes over a page, where its header stands again
_PAGE_OF_PAGES = "Page #counter(page).display() of #counter(page).final().first()"
DESIGNS = {
    "paper": {
        "font": "Libertinus Serif", "size": "11pt", "justify": "false", "hyphenate": "false", "large": "18pt",
        "color": "#5b2a86", "stroke": "0.5pt", "footer": _PAGE_OF_PAGES,
    },
    "leaflet": {
        "font": "Open Sans", "size": "11pt", "justify": "false", "hyphenate": "false", "large": "21pt",
        "color": "#0b3d6b", "stroke": "0.4pt + luma(120)", "footer": "#counter(page).display()",
    },
    "brochure": {
        "font": "Lato", "size": "11.5pt", "justify": "true", "hyphenate": "true", "large": "24pt",
        "color": "#00677f", "stroke": "(x: none, y: 0.6pt + luma(150))", "footer": "#counter(page).display()",
    },
}  # fmt: skip


def typeset(report: dict[str, Any], *, has_fonts: bool = True) -> bytes:
    """The PDF of a report; without the machine's fonts it is the same on every machine, all in Typst's own type."""
    design = DESIGNS[report.get("design", "paper")]
    title, *lines = report["cover"]
    fields = {"title": report.get("title", "Annual Report 2020/21"), "header": escape(report["header"]), **design}
    out = [PREAMBLE]
    for name, value in fields.items():
        out[0] = out[0].replace(f"{{{name}}}", value)
    out[0] = out[0].replace("{{", "{").replace("}}", "}")
    out.append(f'#text(22pt, weight: "bold", fill: rgb("{design["color"]}"))[{escape(title)}]\n\n#v(1em)\n')
    out += [f"*{escape(line)}*\n" for line in lines]
    out.append('#v(1em)\n#text(14pt, weight: "bold")[Contents]\n#outline(title: none)\n#pagebreak()\n')
    out += [set_block(block, report["notes"]) + "\n" for block in report["block"]]
    pdf: bytes = typst.compile("\n".join(out).encode(), format="pdf", ignore_system_fonts=not has_fonts)
    return pdf


def escape(text: str) -> str:
    """Text that Typst leaves as it is."""
    return text.translate(_SPECIAL).replace("//", "\\/\\/")


def set_text(text: str, notes: dict[str, str]) -> str:
    """Running text with its footnotes and links."""
    out = []
    for run in read_runs(text):
        words = escape(run.text)
        forms = {"text": words, "bold": f"*{words}*", "link": f'#link("{run.text}")[{words}]'}
        out.append(forms.get(run.kind) or f"#footnote[{escape(notes[run.text])}]")
    return "".join(out)


def set_block(block: Block, notes: dict[str, str]) -> str:
    """One block as markup."""
    kind = block["kind"]
    if kind == "page":
        return f"#set page(columns: {block['columns']})"
    if kind == "heading":
        return "=" * block["level"] + " " + escape(block["text"])
    if kind == "table":
        return set_table(block)
    if kind == "callout":
        inside = "\n\n".join(set_text(text, notes) for text in block["texts"])
        return f"#boxed[{escape(block['title'])}][{inside}]"
    if kind == "strip":
        return (
            "#strip(" + ", ".join(f"([{escape(number)}], [{escape(label)}])" for number, label in block["pairs"]) + ")"
        )
    if kind == "chart":
        return set_chart(block)
    if kind == "quote":
        return f"#quote[{set_text(block['text'], notes)}]"
    body = set_text(block["text"], notes)
    body += "".join(f"\n- {set_text(item, notes)}" for item in block.get("items", []))
    if "letters" in block:
        body += '\n#set enum(numbering: "(a)")' + "".join(f"\n+ {set_text(item, notes)}" for item in block["letters"])
    return (
        f"#numbered([{block['printed']}])[{body}]"
        if kind == "numbered"
        else f"#[{body}\n]"
        if "letters" in block
        else body
    )


def set_table(block: Block) -> str:
    """A ruled table with its caption above it."""
    cells, heads = [], []
    for r, row in enumerate(read_cells(block)):
        is_head = r < block["header_rows"]
        for _, text, width in row:
            weight = "*" if is_head and text else ""
            (heads if is_head else cells).append(f"table.cell(colspan: {width})[{weight}{escape(text)}{weight}]")
    if len(block["rows"]) > LONG:
        heads = [f"table.header({', '.join(heads)})"]
    cells = heads + cells
    columns = len(block["rows"][0])
    align = "(left, " + ", ".join(["right"] * (columns - 1)) + ")"
    caption = f"*{escape(block['caption'])}*\n\n" if block.get("caption") else ""
    return f"{caption}#table(columns: {columns}, align: {align},\n  " + ",\n  ".join(cells) + ")\n"


def set_chart(block: Block) -> str:
    """A bar chart, drawn."""
    most = max(value for row in block["series"] for value in row["values"])
    labels = ", ".join(json.dumps(label, ensure_ascii=False) for label in block["labels"])
    rows = " ".join(
        f"({json.dumps(r['name'], ensure_ascii=False)}, ({', '.join(map(str, r['values']))},)),"
        for r in block["series"]
    )
    return f"#bars({json.dumps(block['title'], ensure_ascii=False)}, ({labels},), ({rows}), {most})"
