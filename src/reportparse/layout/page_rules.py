"""Level lines that a page draws at its running head or foot: they are no rules of the table that ends near them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportparse.geometry import Box
from reportparse.layout.lines import Line
from reportparse.pdf import Page, Rule

# A line stands this near to its running head or foot, in points, and nearer to it than to any other words.
NEAR_PT = 24.0
# It stands at one place, to a point, on so many pages.
MIN_REPEATS = 3

_Place = tuple[int, int, int]


def leave_page_rules(pages: Sequence[Page], lines: Iterable[Line]) -> list[Page]:
    """The pages, whose words are none of the running heads and feet in `lines`, without the lines drawn at these."""
    heads: defaultdict[int, list[Box]] = defaultdict(list)
    for line in lines:
        if not line.words[0].angle:
            heads[line.page].append(line.box)
    found = {page.number: _find_at_heads(page, heads[page.number]) for page in pages if page.number in heads}
    counts = Counter(place for places in found.values() for place in places)
    known = {place for place, count in counts.items() if count >= MIN_REPEATS}
    return [_leave(page, found.get(page.number, {}), known) for page in pages] if known else list(pages)


def _leave(page: Page, found: Mapping[_Place, list[Rule]], known: set[_Place]) -> Page:
    gone = {rule for place, rules in found.items() if place in known for rule in rules}
    return page._replace(rules=tuple([rule for rule in page.rules if rule not in gone])) if gone else page


def _find_at_heads(page: Page, heads: Sequence[Box]) -> dict[_Place, list[Rule]]:
    """The level lines of a page that stand nearer to a running head or foot than to its other words, by place."""
    found: defaultdict[_Place, list[Rule]] = defaultdict(list)
    ends = min(head.bottom for head in heads) + NEAR_PT, max(head.top for head in heads) - NEAR_PT
    for rule in page.rules:
        if ends[0] < rule.top < ends[1] or rule.is_side or not rule.is_horizontal:
            continue
        near = min(_distance(rule, head.top, head.bottom) for head in heads)
        if near <= NEAR_PT and not any(
            _distance(rule, word.top, word.bottom) <= near
            for word in page.words
            if word.x1 > rule.x0 and word.x0 < rule.x1
        ):
            found[round(rule.x0), round(rule.top), round(rule.x1)].append(rule)
    return dict(found)


def _distance(rule: Rule, top: float, bottom: float) -> float:
    """From a level line to what stands above or below it."""
    return max(top - rule.bottom, rule.top - bottom, 0.0)


__all__ = ["leave_page_rules"]
