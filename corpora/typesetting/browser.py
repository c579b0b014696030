"""Chromium: a page of the web printed, in one column, or a glossy one whose chapters may have two or three."""

import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import Any

from typesetting.source import Block, read_cells, read_runs
from typesetting.truth import make_truth, read_pages

STYLE = (Path(__file__).parent / "browser.css").read_text("utf-8")
TWO = {"columns": "2", "gap": "8mm"}
DESIGNS = {
    "web": {"font": "'Open Sans'", "size": "10.5pt", "color": "#1d4e89", "pale": "#e8eef6", **TWO},
    "glossy": {"font": "Lato", "size": "10.5pt", "color": "#8a1c4a", "pale": "#f7e9ef", **TWO},
    "threefold": {
        "font": "'Liberation Sans'", "size": "9pt", "color": "#1b5e20", "pale": "#e8f3e9", "columns": "3", "gap": "6mm",
    },
}  # fmt: skip


def typeset(report: dict[str, Any]) -> bytes:
    """The PDF of a report, printed twice: the contents need the pages of the headings."""
    data = print_page(make_page(report, {}), tagged=report["tagged"])
    if not report.get("contents"):
        return data
    sections = make_truth(report, read_pages(data))["sections"]
    pages = {section["title"]: section["page"] for section in sections}
    return print_page(make_page(report, pages), tagged=report["tagged"])


def print_page(page: str, *, tagged: bool) -> bytes:
    """The PDF that Chromium prints of a page of HTML."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, "utf-8")
        flags = [] if tagged else ["--disable-pdf-tagging"]
        subprocess.run(  # noqa: S603
            [  # noqa: S607
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", *flags,
                f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'page.pdf'}",
                (folder / "page.html").as_uri(),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return (folder / "page.pdf").read_bytes()


def make_page(report: dict[str, Any], pages: dict[str, int]) -> str:
    """The report as HTML; `pages` are those of the headings, for the contents."""
    style = STYLE
    for name, value in {"header": report["header"], **DESIGNS[report["design"]]}.items():
        style = style.replace(f"{{{name}}}", value)
    cover = "".join(f"<p>{escape(line)}</p>" for line in report["cover"])
    out = [f'<div class="cover">{cover}</div>']
    if report.get("contents"):
        headings = [block for block in report["block"] if block["kind"] == "heading" and block["level"] <= 2]
        out.append(make_contents(headings, pages))
    columns = two = False
    page_class = ""
    for block in report["block"]:
        if block["kind"] == "page":
            out.append("</div>" * columns)
            columns, page_class = False, ' class="page"'
            two = block["columns"] == 2
        elif block["kind"] == "heading" and block["level"] == 1:
            out.append("</div>" * columns + f"<h1{page_class}>{escape(block['text'])}</h1>")
            columns, page_class = two, ""
            out.append('<div class="two">' * columns)
        else:
            wide = columns and block["kind"] in {"table", "strip", "chart"}
            body = set_block(block)
            out.append(f'</div>{body}<div class="two">' if wide else body)
    out.append("</div>" * columns)
    notes = "".join(f"<p><sup>{mark}</sup> {escape(text)}</p>" for mark, text in report["notes"].items())
    out.append(f'<div class="notes">{notes}</div>' if notes else "")
    head = f'<meta charset="utf-8"><title>{escape(report["title"])}</title><style>{style}</style>'
    return f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>{"".join(out)}</body></html>'


def make_contents(headings: list[Block], pages: dict[str, int]) -> str:
    """Headings with the pages on which they stand."""
    rows = (
        f'<p class="below{block["level"]}">{escape(block["text"])}<i></i>{pages.get(block["text"], 0)}</p>'
        for block in headings
    )
    return f'<div class="contents"><p><b>Contents</b></p>{"".join(rows)}</div>'


def set_text(text: str) -> str:
    """Running text with its marks and links."""
    forms = {
        "text": "{0}", "bold": "<b>{0}</b>", "note": "<sup>{0}</sup>", "link": '<a href="{0}">{0}</a>',
    }  # fmt: skip
    return "".join(forms[run.kind].format(escape(run.text)) for run in read_runs(text))


def set_block(block: Block) -> str:
    """One block as HTML."""
    kind = block["kind"]
    if kind == "heading":
        return f"<h{block['level']}>{escape(block['text'])}</h{block['level']}>"
    if kind == "table":
        return set_table(block)
    if kind == "callout":
        inside = "".join(f"<p>{set_text(text)}</p>" for text in block["texts"])
        return f'<div class="box"><p><b>{escape(block["title"])}</b></p>{inside}</div>'
    if kind == "strip":
        return (
            '<div class="strip">'
            + "".join(f"<div><b>{escape(n)}</b>{escape(label)}</div>" for n, label in block["pairs"])
            + "</div>"
        )
    if kind == "chart":
        return set_chart(block)
    if kind == "quote":
        return f"<blockquote>{set_text(block['text'])}</blockquote>"
    body = f"<p>{set_text(block['text'])}</p>"
    if "items" in block:
        body += "<ul>" + "".join(f"<li>{set_text(item)}</li>" for item in block["items"]) + "</ul>"
    if "letters" in block:
        body += '<div style="padding-left:8mm">' + "".join(
            f"<p>({letter}) {set_text(item)}</p>" for letter, item in zip("abcdefgh", block["letters"], strict=False)
        ) + "</div>"  # fmt: skip
    return (
        f'<div class="number"><span><p>{block["printed"]}</p></span><div>{body}</div></div>'
        if kind == "numbered"
        else body
    )


def set_table(block: Block) -> str:
    """A table with rules between its rows."""
    head, rows = block["header_rows"], []
    for r, row in enumerate(read_cells(block)):
        tag = "th" if r < head else "td"
        cells = (f'<{tag} colspan="{width}">{escape(text)}</{tag}>' for _, text, width in row)
        rows.append(f"<tr>{''.join(cells)}</tr>")
    caption = f"<caption>{escape(block['caption'])}</caption>" if block.get("caption") else ""
    return f"<table>{caption}<thead>{''.join(rows[:head])}</thead><tbody>{''.join(rows[head:])}</tbody></table>"


def set_chart(block: Block) -> str:
    """A bar chart, drawn."""
    most = max(value for row in block["series"] for value in row["values"])
    slot = 480 / len(block["labels"])
    bar = slot * 0.6 / len(block["series"])
    parts = ['<line x1="0" x2="480" y1="115" y2="115"/>']
    for i, label in enumerate(block["labels"]):
        for k, row in enumerate(block["series"]):
            high, x = 95 * row["values"][i] / most, slot * (i + 0.2) + bar * k
            size = f'x="{x:.1f}" y="{115 - high:.1f}" width="{bar:.1f}" height="{high:.1f}"'
            parts.append(f'<rect class="bar{k}" {size}/>')
            parts.append(f'<text x="{x + bar / 2:.1f}" y="{112 - high:.1f}">{row["values"][i]}</text>')
        parts.append(f'<text x="{slot * (i + 0.5):.1f}" y="126">{escape(label)}</text>')
    return f'<p class="caption">{escape(block["title"])}</p><svg viewBox="0 0 480 132">{"".join(parts)}</svg>'
