"""Whether lines with shared strips are a table, rather than prose in columns, a list, or a contents page."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reportparse.tables.headed_words import MIN_UNDER, SAME_EDGE_PT, stand_under_heads
from reportparse.tables.headers import is_period
from reportparse.tables.runs import MARKER
from reportparse.tables.segments import Segment, is_value
from reportparse.tables.table_lines import TableLine

# Part of the cells right of the first column that hold values, from which a table needs no rules to be one.
MIN_VALUES = 0.45
# From this part on, long labels that run over several lines do not speak against a table.
MANY_VALUES = 0.85
# Longest usual cell of a table of words, in words.
MAX_CELL_WORDS = 7
# Longest usual cell of a table of two columns of names.
MAX_NAME_WORDS = 5
# Rules that run through two columns, from which a column of numbers makes them a table, however long the labels.
MIN_CUTS = 3
# Fewest terms, and most lines of what they mean, in two columns that white alone parts: paragraphs beside the heads in
# their margin are longer.  Rows stand further apart than lines of one by this factor, or than so many type sizes.
MIN_TERMS, MAX_MEANING, CLEARLY, MIN_APART_EM = 5, 3, 1.18, 1.55
# A column of numbers has at least so many, and no more than the rest of its cells are anything else.
MIN_NUMBERS, MIN_NUMERIC = 4, 0.7
# Numbers at one edge that make a table with labels of any length.
MIN_COUNTS = 3
# A row that a page breaks has its rule no further below its last line, in parts of the type size: a line, and white.
MAX_FOOT_EM = 2.5
# Texts of one row are set to one height, or to one middle, within this part of the type size.
MAX_OFF_EM = 0.3
# Words of a label over its lines: 12 would do for the tables of the tests, columns of prose have more on four lines.
MAX_LABEL_WORDS = 25
# Lines of a header.
MAX_HEAD = 4
# Part of the texts that end in a colon, from which lines are a form to fill in.
MAX_COLONS = 0.6
# Part of the cells of words that may begin with a small letter: in justified prose with wide spaces most do.
MAX_LOWER = 0.4
# Rows whose labels begin in small letters are a table from so many on.
MIN_LOWER_ROWS = 5
# Headings over columns of text are larger than that by this, in points; heads of a table are hardly so.
MIN_LARGER_PT = 0.6
# Part of the words that may stand in running text.
MAX_PROSE = 0.3
# A day, as a calendar has one beside each event.
_DAY = re.compile(r"(?:[A-Z][a-z]+day,?\s)?\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}(?:\s(?:19|20)\d\d)?")


def is_table(
    lines: Sequence[TableLine], column_count: int, cuts: Sequence[float], foot: float = float("inf")
) -> bool:
    """Whether lines with shared strips are a table, rather than prose in columns, a list, or a contents page.

    `cuts` are the heights of the rules that run through them, `foot` that of the next one below.
    """
    cut_count = len(cuts)
    cells = [(first, segment.text, len(segment.words)) for line in lines for first, _, segment in line.cells]
    body = [cell for cell in cells if cell[0] > 0]
    rows = [line for line in lines if len(line.columns) > 1]
    if len(rows) < 2 or not body or sum(text.endswith(":") for _, text, _ in cells) > MAX_COLONS * len(cells):
        return False
    values = sum(is_value(text) for _, text, _ in body) / len(body)
    labels = [text for first, text, _ in cells if first == 0]
    is_form = 2 * cut_count < len(rows) and _is_form(lines, labels, values)
    is_list = column_count == 2 and _is_list(labels, [text for _, text, _ in body], values)
    is_form = is_form or (not cuts and _are_headed_apart(lines))
    if is_form or is_list or (column_count == 2 and (_is_contents(lines) or _is_stretched(rows, labels, cut_count))):
        return False
    if (column_count >= 3 or cut_count >= MIN_CUTS) and _has_numbers(rows):
        return True
    are_timed = all(map(is_period, labels)) or all(_DAY.fullmatch(text) for _, text, _ in body)
    are_periods = len(rows) >= 3 and are_timed and all(line.columns != {0} for line in lines)
    is_set = are_periods or _are_framed(lines, column_count, cuts, foot) or stand_under_heads(lines, column_count)
    if is_set or (column_count == 2 and _are_terms(lines)) or _are_ruled_rows(lines, cuts):
        return True
    is_prose = _prose_share(_without_head(lines), column_count) > MAX_PROSE
    if is_prose and not (values > MANY_VALUES and len(rows) >= 4) and not _are_counts(lines):
        return False
    if values >= MIN_VALUES:
        return len(rows) >= 3 or (len(rows) >= 2 and (column_count >= 3 or cut_count >= 1))
    words = sorted(count for *_, count in cells)
    short = words[int(0.75 * len(words))] <= MAX_CELL_WORDS
    if column_count == 2 and len(rows) >= 5 and len(rows) >= 0.9 * len(lines) and _are_names(lines):
        return True
    if cut_count >= 2:
        return short or cut_count >= len(rows) // 2
    lower = sum(text[:1].islower() for _, text, _ in cells)
    return short and len(rows) >= 4 and column_count >= 3 and values >= 0.1 and lower <= MAX_LOWER * len(cells)


def _are_ruled_rows(lines: Sequence[TableLine], cuts: Sequence[float]) -> bool:
    """Whether rules part the rows: between two stand a label and its texts, then lines that go on with these.

    Or the texts of each row are set to one middle, or down to one line.  A head and two rows are enough where what
    stands right of these labels is numbers, with a rule below each.  Heads of several lines above the first rule may
    end at one height instead; the first of many rows may be the rest of one that a page has torn, without its label.
    """
    bands: list[list[TableLine]] = []
    for line in lines:
        if not bands or any(bands[-1][-1].baseline < cut < line.baseline for cut in cuts):
            bands.append([])
        bands[-1].append(line)
    head, *rows = bands
    columns = set().union(*(line.columns for line in head))
    if len(rows) >= MIN_CUTS and all(map(_are_level, rows)):
        return {0} < columns or _are_level(head)
    begins = {0} < head[0].columns or (len(rows) > MIN_CUTS and {0} < head[-1].columns == columns)
    if len(rows) > MIN_CUTS and not any(0 in line.columns for line in rows[0]):
        rows = rows[1:]
    texts = [segment.text for band in rows for first, _, segment in band[0].cells if first]
    are_counts = len(bands) == MIN_CUTS <= len(cuts) and all(map(is_value, texts))
    return begins and (len(bands) > MIN_CUTS or are_counts) and all(
        {0} < band[0].columns
        and not any(line.columns - band[0].columns for line in band)
        and _count_words(band, 0) <= MAX_LABEL_WORDS
        for band in rows
    )


def _count_words(band: Sequence[TableLine], column: int) -> int:
    return sum(len(segment.words) for line in band for first, _, segment in line.cells if first == column)


def _are_level(band: Sequence[TableLine]) -> bool:
    """Whether what stands between two rules is a short label and texts, set to one middle or to one last line."""
    columns: dict[int, list[Segment]] = defaultdict(list)
    for line in band:
        for first, _, segment in line.cells:
            columns[first].append(segment)
    if not {0} < columns.keys() or _count_words(band, 0) > MAX_CELL_WORDS:
        return False
    ends = [(texts[0].baseline + texts[-1].baseline, 2 * texts[-1].baseline) for texts in columns.values()]
    room = 2 * MAX_OFF_EM * band[0].size
    return any(max(edge) - min(edge) <= room for edge in zip(*ends, strict=True))


def _are_framed(lines: Sequence[TableLine], column_count: int, cuts: Sequence[float], foot: float) -> bool:
    """Whether rules stand above and below a line of heads and below the last row, and all rows begin in all columns.

    What is not such a row only goes on with the texts of one, right of the labels.
    """
    head, *body = lines
    low = foot if foot < lines[-1].bottom + MAX_FOOT_EM * lines[-1].size else (cuts or (0.0,))[-1]
    if len(head.cells) < column_count or not cuts or not cuts[0] < head.baseline or not low > body[-1].baseline:
        return False
    begun = [line for line in body if 0 in line.columns]
    if len(begun) < MIN_UNDER or not any(head.baseline <= cut < body[0].baseline for cut in cuts):
        return False
    return body[0] is begun[0] and all(len(line.cells) == column_count for line in begun)


def _are_counts(lines: Sequence[TableLine]) -> bool:
    """Whether what stands right of labels is numbers alone, each column at one edge: however long the labels are."""
    body = _without_head(lines)
    columns: dict[int, list[Segment]] = defaultdict(list)
    for line in body:
        for first, _, segment in line.cells:
            columns[first].append(segment)
    labels = columns.pop(0, [])
    counts = [segment for column in columns.values() for segment in column]
    return (
        len(counts) >= MIN_COUNTS
        and all(is_value(segment.text) for segment in counts)
        and all(map(_are_aligned, columns.values()))
        and all(abs(segment.x0 - labels[0].x0) < SAME_EDGE_PT for segment in labels)
    )


def _has_numbers(rows: Sequence[TableLine]) -> bool:
    """Whether a column right of the first holds numbers, whatever stands in the others: prose never does."""
    columns: dict[int, list[bool]] = defaultdict(list)
    for row in rows:
        for first, _, segment in row.cells:
            columns[first].append(is_value(segment.text))
    return any(sum(some) >= max(MIN_NUMBERS, MIN_NUMERIC * len(some)) for first, some in columns.items() if first)


def _are_names(lines: Sequence[TableLine]) -> bool:
    """Whether two columns hold names: short texts that begin with a capital, those of a column at one edge."""
    cells = [(first, segment) for line in lines for first, _, segment in line.cells]
    words = sorted(len(segment.words) for _, segment in cells)
    if words[int(0.9 * len(words))] > MAX_NAME_WORDS:
        return False
    capital = sum(segment.text[:1].isupper() for _, segment in cells)
    aligned = all(_are_aligned([segment for first, segment in cells if first == column]) for column in (0, 1))
    return aligned and capital >= 0.9 * len(cells)


def _are_terms(lines: Sequence[TableLine]) -> bool:
    """Whether each of several short names has beside it what it means, in a few lines that white parts from others."""
    rows = [line for line in lines if len(line.cells) == 2 and line.columns == {0, 1}]
    cells = [line.cells[0][2] for line in rows], [line.cells[-1][2] for line in lines]
    goes_on = all(line.columns == {1} for line in lines if line not in rows)
    if len(rows) < MIN_TERMS or lines[0] is not rows[0] or not goes_on:
        return False
    are_names = all(len(term.words) <= MAX_NAME_WORDS and not term.text[:1].islower() for term in cells[0])
    if not are_names or not all(map(_are_aligned, cells)) or len(lines) > MAX_MEANING * len(rows):
        return False
    steps = [(b.baseline - a.baseline, b in rows) for a, b in pairwise(lines)]
    inside = max((step for step, begins in steps if not begins), default=0.0)
    between = min(step for step, begins in steps if begins)
    return between > (CLEARLY * inside or MIN_APART_EM * lines[0].size)


def _are_aligned(segments: Sequence[Segment]) -> bool:
    """Whether the texts of a column stand at one left edge, one right edge or one middle, but for its head."""
    edges = zip(*[(s.x0, s.x1, (s.x0 + s.x1) / 2) for s in segments], strict=True)
    return not segments or any(_are_near(edge) for edge in edges)


def _are_near(edge: Sequence[float]) -> bool:
    middle = median(edge)
    return sum(abs(x - middle) >= SAME_EDGE_PT for x in edge) <= 1


def _without_head(lines: Sequence[TableLine]) -> Sequence[TableLine]:
    """The lines from the first value on: heads may run over lines, as prose does."""
    first = next((at for at, line in enumerate(lines[: MAX_HEAD + 1]) if line.value_count), 0)
    return lines[first:]


def _prose_share(lines: Sequence[TableLine], column_count: int) -> float:
    """Part of the words in texts that run on over the lines of a column: filled lines of several words."""
    total = running = 0
    for column in range(column_count):
        texts = [(line.value_count, segment) for line in lines for first, _, segment in line.cells if first == column]
        if not texts:
            continue
        total += sum(len(segment.words) for _, segment in texts)
        widths = sorted(segment.x1 - segment.x0 for _, segment in texts)
        full = 0.75 * widths[int(0.9 * (len(widths) - 1))]
        for (_, above), (values, below) in pairwise(texts):
            runs_on = below.text[:1].islower() and above.text[-1:] not in ".:"
            if values == 0 and runs_on and len(above.words) >= 3 and above.x1 - above.x0 >= full:
                running += len(above.words)
    return running / max(total, 1)


def _are_headed_apart(lines: Sequence[TableLine]) -> bool:
    """Whether headings in larger type stand over columns that the content says one after the other: addresses."""
    head, *rest = lines
    columns: dict[int, list[Segment]] = {first: [segment] for first, _, segment in head.cells}
    for first, _, segment in (cell for line in rest for cell in line.cells):
        columns.setdefault(first, []).append(segment)
    sizes = [segment.size for line in rest for *_, segment in line.cells]
    is_larger = bool(sizes) and min(segment.size for *_, segment in head.cells) > max(sizes) + MIN_LARGER_PT
    orders = [[word.order for segment in columns[place] for word in segment.words] for place in sorted(columns)]
    return is_larger and len(columns) > 1 and all(max(left) < min(right) for left, right in pairwise(orders))


def _is_form(lines: Sequence[TableLine], labels: Sequence[str], values: float) -> bool:
    """Labels with a colon, each before one text, as at the head of a paper: "Report to: the Panel"."""
    if values >= MIN_VALUES or any(len(line.cells) > 2 for line in lines):
        return False
    return sum(label.endswith(":") for label in labels) > MAX_COLONS * len(labels)


def _is_stretched(rows: Sequence[TableLine], labels: Sequence[str], cut_count: int) -> bool:
    """Whether a few lines, most of which begin in small letters, are justified prose with wide spaces round numbers."""
    lower = sum(label[:1].islower() for label in labels)
    return not cut_count and len(rows) < MIN_LOWER_ROWS and 2 * lower > len(labels)


def _is_list(labels: Sequence[str], texts: Sequence[str], values: float) -> bool:
    """Markers before texts: a list, numbered paragraphs, headings with numbers."""
    marked = sum(bool(MARKER.fullmatch(label)) for label in labels)
    return bool(labels) and marked >= 0.6 * len(labels) and values < 0.5 and median(len(text) for text in texts) > 12


def _is_contents(lines: Sequence[TableLine]) -> bool:
    """Titles with page numbers that only grow."""
    numbers = []
    for line in lines:
        text = line.cells[-1][2].text
        if text.isdigit():
            numbers.append(int(text))
        elif len(line.cells) > 1:
            return False
    leaders = sum(
        "...." in word.text or word.text == "."
        for line in lines
        for *_, segment in line.cells
        for word in segment.words
    )
    grows = all(a <= b for a, b in pairwise(numbers))
    return len(numbers) >= 3 and grows and (leaders >= len(numbers) or numbers[-1] < 400)
