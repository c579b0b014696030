"""Drawings on cards of a row, as dashboards have them: each ends with its card, and is all of it but for prose."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportparse.geometry import Box, has_middle_in, is_inside
from reportparse.layout import frames
from reportparse.pdf import Page
from reportparse.pictures.cards import MIN_HEIGHT, MIN_WIDTH_PT, SLACK_PT
from reportparse.pictures.clusters import Cluster, find_clusters
from reportparse.pictures.marks import Mark
from reportparse.pictures.ticks import TickScale


def find_rows_of_cards(marks: Iterable[Mark], drawn: Sequence[frames.Frame]) -> Mapping[Box, Sequence[Mark]]:
    """The cards of a page, each with the marks on it, where others of a row with as much on them stand beside them.

    `drawn` are the boxes of the page, the smallest first.
    """
    boxes = [frame.box for frame in drawn if frame.box.width >= MIN_WIDTH_PT]
    held: defaultdict[Box, list[Mark]] = defaultdict(list)
    for mark in marks if len(boxes) > 1 else ():
        high = (box for box in boxes if box.height >= MIN_HEIGHT * mark.box.height)
        card = next((box for box in high if is_inside(mark.box, box, slack=SLACK_PT)), None)
        if card is not None:
            held[card].append(mark)
    beside = frames.find_cards(list(held))
    return {card: own for card, own in held.items() if card in beside}


def find_on_card(
    card: Box, marks: Sequence[Mark], page: Page, walls: Sequence[Box], scales: Sequence[TickScale]
) -> list[Cluster]:
    """The drawings on a card, grown from its marks; the whole card is one where no running text stands on it."""
    paths = tuple(path for path in page.paths if is_inside(path.box, card) and path.box != card)
    rules = tuple(rule for rule in page.rules if is_inside(Box(rule.x0, rule.top, rule.x1, rule.bottom), card))
    own_walls = [wall for wall in walls if has_middle_in(wall, card)]
    own_scales = [scale for scale in scales if is_inside(scale.box, card)]
    found = find_clusters(marks, page._replace(paths=paths, rules=rules), own_walls, own_scales)
    if own_walls or not found:
        return found
    return [Cluster(card, frozenset().union(*(cluster.kinds for cluster in found)))]
