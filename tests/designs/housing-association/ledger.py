"""Tables of accounts: their sums are worked out, their figures set as accountants set them."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

Cells = list[tuple[str, int]]
_WHOLE = re.compile(r"-?\d+")


@dataclass(frozen=True)
class Row:
    """A row: its kind, its cells with the columns that each covers, and whether a page ends above it."""

    kind: str
    cells: Cells
    turned: bool = False


def read_heads(table: dict[str, Any]) -> list[Cells]:
    """The rows of the head."""
    heads: list[Cells] = []
    if groups := table.get("groups"):
        cells = (cell.rpartition("^") for cell in groups.split("|"))
        heads.append([(text, int(span)) if span.isdigit() else (text or span, 1) for span, _, text in cells])
    if table["head"]:
        heads.append([(cell, 1) for cell in split(table["head"])])
    return heads


def read_rows(table: dict[str, Any]) -> list[Row]:
    """All rows below the head, with their sums."""
    wide = len(split(table["head"])) or 2
    skipped = [n for n, cell in enumerate(split(table["head"])) if n == 0 or cell in {"Note", "Unit"}]
    every: list[list[int]] = []
    since: list[list[int]] = []
    rows, turned = [], False
    for line in table["rows"].strip().split("\n"):
        if line in {"---", ">>>"}:
            turned = line == ">>>"
            every = []
            continue
        sign = (re.match(r"[#=+~]+ ", line) or re.match(r"()", line))[0].strip()  # type: ignore[index]
        cells = split(line.removeprefix(sign).strip() if sign else line)
        if sign == "#":
            since = []
            cells = [cells[0], *[""] * (wide - 1)]
        elif sign:
            summed = every if "=" in sign else since
            cells = [cell if n in skipped else str(sum(row[n] for row in summed)) for n, cell in enumerate(cells)]
            since = [[int(cell) if _WHOLE.fullmatch(cell) else 0 for cell in cells]] if sign != "=" else []
        else:
            row = [int(cell) if _WHOLE.fullmatch(cell) else 0 for cell in cells]
            every, since = [*every, row], [*since, row]
        rows.append(Row(sign, [(cell if n in skipped else show(cell), 1) for n, cell in enumerate(cells)], turned))
        turned = False
    return rows


def split(line: str) -> list[str]:
    """The cells of a line."""
    return [cell.strip() for cell in line.split("|")] if line else []


def show(cell: str) -> str:
    """A whole number with commas, below nought in brackets; all else as it is."""
    if not _WHOLE.fullmatch(cell):
        return cell
    return {0: "–"}.get(int(cell), f"({-int(cell):,})" if int(cell) < 0 else f"{int(cell):,}")


def set_table(table: dict[str, Any], kind: str, *, turned: bool = False) -> str:
    """The table as HTML; of one that a page ends in, what stands before or (`turned`) after."""
    heads, rows = read_heads(table), read_rows(table)
    breaks = [n for n, row in enumerate(rows) if row.turned]
    if breaks:
        rows = rows[breaks[0] :] if turned else rows[: breaks[0]]
    out = [f'<table class="{kind}">']
    for n, head in enumerate(heads):
        out.append(set_row(Row("over" if n < len(heads) - 1 else "head", head), table, "th"))
    out += [set_row(row, table, "td") for row in rows]
    return "".join(out) + "</table>"


def set_row(row: Row, table: dict[str, Any], tag: str) -> str:
    """A row as HTML: figures end in line, brackets hang."""
    words = table.get("words", 1)
    kind = {"#": "group", "+": "sum", "=": "sum", "~": "sum", "==": "sum double", "++": "sum double"}
    noted = [n for n, cell in enumerate(split(table["head"])) if cell == "Note"]
    out, column = [f'<tr class="{kind.get(row.kind, row.kind)}">'], 0
    for text, span in row.cells:
        names = ["num" if column in noted else "num fig"] * (column >= words)
        names += ["hang"] * text.endswith(")") + ["over"] * bool(span > 1 and text)
        names += ["now"] * (column in table.get("now", []))
        shown = re.sub(r"\[\^(\w)\]", r"<sup>\1</sup>", escape(text, quote=False))
        if tag == "th":  # what its figures count stands below a head
            shown = re.sub(r" (£0*|restated £000|number|%|\d{4})$", r"<br>\1", shown)
        out.append(f'<{tag} colspan={span} class="{" ".join(names)}">{shown}</{tag}>')
        column += span
    return "".join(out) + "</tr>"
