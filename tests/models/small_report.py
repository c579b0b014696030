"""A small whole record as plain data, for tests to spoil."""

from typing import Any

BOX = [72.0, 100.0, 300.0, 112.0]


def small_report(**changed: Any) -> dict[str, Any]:
    """One section, one paragraph with a list, one table, one figure; `changed` replaces top-level fields."""
    return {
        "source": {"path": "small.pdf", "sha256": "0" * 64, "page_count": 2, "tagged": False},
        "metadata": {},
        "sections": [{"id": "s1", "title": "Victims", "level": 1, "number": "Theme 2", "kind": "theme", "page": 1}],
        "paragraphs": [
            {
                "id": "p1",
                "number": "42",
                "text": "We funded:",
                "section": "s1",
                "spans": [{"page": 1, "bbox": BOX}],
                "items": [{"id": "p1.i1", "marker": "•", "text": "three refuges", "level": 1}],
            },
        ],
        "tables": [
            {
                "id": "t1",
                "number": "Table 1",
                "section": "s1",
                "spans": [{"page": 2, "bbox": BOX}],
                "header_rows": 2,
                "header_columns": 1,
                "rows": [
                    [cell("Area", 0, 0, row_span=2), cell("Victims", 0, 1, column_span=2)],
                    [cell("2019/20", 1, 1), cell("2020/21", 1, 2)],
                    [cell("Dudley", 2, 0), cell("1,204", 2, 1, value=1204), cell("998", 2, 2, value=998)],
                ],
            },
        ],
        "callouts": [],
        "pictures": [],
        "footnotes": [],
        "order": ["s1", "p1", "t1"],
        "figures": [figure("f1", value=3)],
        "coverage": {"characters": 60, "recorded": 50, "furniture": 8, "residue": 2},
        "residue": [],
        "warnings": [],
        **changed,
    }


def cell(text: str, row: int, column: int, **more: Any) -> dict[str, Any]:
    return {"text": text, "row": row, "column": column, **more}


def figure(name: str, **more: Any) -> dict[str, Any]:
    source = {"kind": "item", "id": "p1.i1", "start": 0, "end": 5}
    return {"id": name, "text": "three", "source": source, "kind": "count", **more}
