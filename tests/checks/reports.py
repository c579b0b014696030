"""Reports of a few texts and one table, read by the language stage as a whole report is."""

from types import SimpleNamespace

from reportparse.language import Setting, read_paragraph, read_table
from reportparse.models import Report
from reportparse.tables import Cell
from reportparse.tables.paths import Naming, name_cells

BOX = [72.0, 100.0, 300.0, 112.0]
SPANS = [{"page": 1, "bbox": BOX}]


def report_of(texts=(), rows=(), *, numbers=(), sections=(), title=None, period=None, contents=()):
    """A report of one section; a list of texts is a paragraph with the items of its list.

    A further section is its title, its number and, where that is not 1, its page; an entry of the contents a title and
    a page.
    """
    paragraphs = [paragraph_of(f"p{at}", entry) for at, entry in enumerate(texts, 1)]
    for paragraph, number in zip(paragraphs, numbers, strict=False):
        paragraph["number"] = number
    heads = [
        {"id": f"s{at}", "title": name, "number": number, "level": 1, "kind": "section", "page": page[0] if page else 1}
        for at, (name, number, *page) in enumerate([("Results", None), *sections], 1)
    ]
    figures = [row for paragraph in paragraphs for row in read_paragraph(as_object(paragraph), Setting())]
    tables = []
    if rows:
        cells = [[Cell(text, r, c) for c, text in enumerate(row)] for r, row in enumerate(rows)]
        named = name_cells(cells, Naming(1, 1, ""))
        told = SimpleNamespace(id="t1", caption=None, notes=[], rows=named, header_rows=1, header_columns=1)
        figures += read_table(told, "s1", Setting(None, None, {"s1": "Results"}))
        tables = [{"id": "t1", "section": "s1", "spans": SPANS, "header_rows": 1, "header_columns": 1,
                   "rows": [[plain_cell(cell) for cell in row] for row in named]}]  # fmt: skip
    listed = [{"id": f"contents{at}", "title": name, "label": label, "page": 1, "bbox": BOX}
              for at, (name, label) in enumerate(contents, 1)]  # fmt: skip
    content = [*heads, *paragraphs, *tables]
    return Report.model_validate({
        "source": {"path": None, "sha256": "0" * 64, "page_count": 1, "tagged": False},
        "metadata": {"title": title, "period": period}, "sections": heads, "paragraphs": paragraphs, "tables": tables,
        "callouts": [], "pictures": [], "footnotes": [], "contents": listed,
        "order": [record["id"] for record in content],
        "figures": [{"id": f"f{at}", **figure} for at, figure in enumerate(figures)],
        "coverage": {"characters": 0, "recorded": 0, "furniture": 0, "residue": 0}, "residue": [], "warnings": [],
    })  # fmt: skip


def paragraph_of(name, entry):
    text, *items = [entry] if isinstance(entry, str) else entry
    listed = [{"id": f"{name}.i{at}", "marker": "•", "text": item, "level": 1} for at, item in enumerate(items, 1)]
    return {"id": name, "text": text, "section": "s1", "spans": SPANS, "items": listed}


def as_object(paragraph):
    items = [SimpleNamespace(id=item["id"], text=item["text"], items=[]) for item in paragraph["items"]]
    return SimpleNamespace(id=paragraph["id"], text=paragraph["text"], section="s1", items=items)


def plain_cell(cell):
    value = None if cell.value is None else float(cell.value)
    return {"text": cell.text, "row": cell.row, "column": cell.column, "value": value, "unit": cell.unit}
