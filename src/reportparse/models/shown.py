"""Records as HTML, for notebooks: all words are escaped, nothing is loaded."""

from collections.abc import Iterable, Sequence

# A notebook shows so many rows of a list; what is more is told in a line.
MOST_ROWS = 60
_WRITTEN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """As `html.escape`, whose module brings a list of two thousand characters by name that only slows a start.

    >>> escape("R&D <b>")
    'R&amp;D &lt;b&gt;'
    """
    return text.translate(_WRITTEN)


def html_table(head: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> str:
    """A table; numbers stand to the right, and a list that is too long ends with how many more there are.

    >>> html_table(["a"], [["<b>"]])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    listed = list(rows)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in listed[:MOST_ROWS])
    if len(listed) > MOST_ROWS:
        body += f'<tr><td colspan="{len(head)}">and {len(listed) - MOST_ROWS:,} more</td></tr>'
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    names = "".join(f"<th>{escape(name)}</th>" for name in head)
    return f"<table>{title}<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<td style="text-align:right">{value:,}</td>'
    return f"<td>{'' if value is None else escape(str(value))}</td>"
