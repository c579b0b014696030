"""A chart's series: which of its shapes carry the values, and how they are read."""


from reportparse.geometry import Box
from reportparse.pdf import Page
from reportparse.pictures.areas import find_areas, read_areas
from reportparse.pictures.bars import find_row, read_bars
from reportparse.pictures.labels import read_labels, turn_label
from reportparse.pictures.legend import is_same_color, take_legend
from reportparse.pictures.lines import find_lines_of, read_lines
from reportparse.pictures.pies import find_pie, read_pie
from reportparse.pictures.readings import Reading
from reportparse.pictures.records import Picture
from reportparse.pictures.shapes import Bar, Drawn, find_shapes, turn
from reportparse.pictures.shares import find_share_bars, read_share_bar


def read_series(page: Page, drawn: Drawn, picture: Picture) -> Reading:
    """The series of a chart of a page and of what is drawn there; none where its values can not be known."""
    shapes = find_shapes(drawn, picture.bbox)
    labels = read_labels(picture.lines, picture.labels)
    titles = [label for label in labels if label.text == picture.caption]
    if titles:
        labels.remove(min(titles, key=lambda label: label.top))
    whole = list(find_share_bars(shapes.bars))
    legend, shapes, labels = take_legend(shapes, labels)
    if len(whole) == 1:  # several are stacked bars, each with a name
        return read_share_bar(whole[0], labels, legend)
    pie = find_pie(shapes.outlines)
    if pie:
        return read_pie(pie, shapes.curves, labels, legend)
    levels, uprights = _find_strokes(page, picture.bbox)
    reading = Reading([])
    standing, lying = find_row(shapes.bars), find_row([Bar(turn(bar.box), bar.color) for bar in shapes.bars])
    if max(standing.begun, lying.begun):
        if (len(standing.bars), standing.begun) >= (len(lying.bars), lying.begun):
            found = read_bars(standing, labels, levels, legend)
        else:
            turned = [turn_label(label) for label in labels]
            found = read_bars(lying, turned, [turn(box) for box in uprights], legend)
        reading = found or reading
    areas = read_areas(shapes.outlines, labels, levels, legend)
    if areas is not None and areas.series and not reading.series:
        return areas
    lines = find_lines_of(shapes, legend)
    stacked = find_areas(shapes.outlines)
    if len(stacked) > 1:  # their edges are sums
        lines = [line for line in lines if not any(is_same_color(line.color, area.color) for area in stacked)]
    if lines:
        found = read_lines(lines, labels, levels, legend)
        if found is not None:
            reading = Reading([*reading.series, *found.series], [*reading.problems, *found.problems])
    return reading


def _find_strokes(page: Page, box: Box) -> tuple[list[Box], list[Box]]:
    """Level and upright lines in a chart, not the sides of its boxes."""
    levels: list[Box] = []
    uprights: list[Box] = []
    for rule in page.rules:
        x, top = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
        if not rule.is_side and box.x0 - 1 <= x <= box.x1 + 1 and box.top - 1 <= top <= box.bottom + 1:
            place = Box(rule.x0, rule.top, rule.x1, rule.bottom)
            (levels if rule.is_horizontal else uprights).append(place)
    return levels, uprights
