"""Which of a report's spoken times ("this year", "last year") a figure is near to."""

import re
from collections.abc import Sequence

from reportparse.language.model import Period, Span

_BOUND = re.compile(
    r"\b(?:in|during|for|since|between|from|by|of|at|as of|as at|on|until|to|over|throughout"
    r"|within|end of|early|late|mid|summer|autumn|spring|winter"
    r"|from)\s(?:the\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
# "23,415 people used the chat, which was new in the year before": when what was used was new.
_OF_ANOTHER = re.compile(r",\s(?:which|who|whose)\s(?!compare)")


def period_of(
    text: str, span: Span, periods: Sequence[Period], sentence: tuple[int, int], neighbours: Sequence[Span]
) -> str | None:
    """The contract's period for the figure at `span`; `neighbours` are the other figures of its text."""
    inside = [
        period
        for period in periods
        if period.label and sentence[0] <= period.span.start < sentence[1] and _is_time(text, period)
    ]
    if not inside:
        return None
    ranked = sorted(inside, key=lambda period: _distance(text, span, period, neighbours))
    distance = _distance(text, span, ranked[0], neighbours)
    return ranked[0].label if distance < 1000 else None


def _is_time(text: str, period: Period) -> bool:
    """Not a year inside a name: "2019 Youth Summit", "Vision2030", "2011 Act"."""
    after = text[period.span.end : period.span.end + 12]
    before = text[max(0, period.span.start - 25) : period.span.start]
    is_name = bool(re.match(r"\s[A-Z][a-z]", after)) and not _BOUND.search(before)
    return not is_name and not re.search(
        r"\b(?:launched|published|established|opened|appointed|elected"
        r"|introduced|approved|Act)\s(?:in\s)?(?:\w+\s)?$",
        before,
    )


def _distance(text: str, span: Span, period: Period, neighbours: Sequence[Span]) -> int:
    low, high = (span.end, period.span.start) if period.span.start >= span.end else (period.span.end, span.start)
    gap = text[low:high]
    between = sum(low <= other.start < high for other in neighbours)
    behind = period.span.start >= span.end
    is_of_another = behind and not between and _OF_ANOTHER.search(gap) is not None
    far = 1000 if ";" in gap or is_of_another else 0
    # Behind a figure a period holds for it alone, in front of it for all that follow.
    crossing = between * (120 if behind else 15)
    return len(gap) + crossing + far + (0 if behind else 10)
