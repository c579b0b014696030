"""Roles that only arithmetic tells: "a fall of 3.7% (1,187)" behind 1,143 is what there was, not the difference."""

from collections.abc import Sequence
from decimal import Decimal

from reportparse.language.links import Link
from reportparse.language.model import Amount
from reportparse.language.role_case import Role


def reckon(amounts: Sequence[Amount], roles: Sequence[Role], links: Sequence[Link | None]) -> list[Role]:
    """The roles; a number in brackets behind a percent is what the value before has grown from where that fits."""
    return [
        Role("baseline", None, "in brackets, by its percent") if _is_grown_from(n, amounts, roles, links) else role
        for n, role in enumerate(roles)
    ]


def _is_grown_from(n: int, amounts: Sequence[Amount], roles: Sequence[Role], links: Sequence[Link | None]) -> bool:
    link, percent = links[n], amounts[n - 1]
    is_in_brackets = n > 1 and roles[n].rule.endswith("in brackets") and link is not None and link.kind == "bracket"
    is_behind_percent = is_in_brackets and percent.unit == "%" and roles[n - 1].name == "change"
    level = next((k for k in range(n - 2, -1, -1) if roles[k].name == "actual" and amounts[k].unit == amounts[n].unit), None)
    if not is_behind_percent or level is None:
        return False
    is_down = roles[n - 1].direction == "down"
    return _fits(amounts[level].value, amounts[n].value, percent.value, is_down=is_down)


def _fits(level: Decimal | None, before: Decimal | None, percent: Decimal | None, *, is_down: bool) -> bool:
    """Whether a value has come from another by so many percent, rounded as these are printed.

    >>> _fits(Decimal(1143), Decimal(1187), Decimal("3.7"), is_down=True)
    True
    >>> _fits(Decimal(1143), Decimal(44), Decimal("3.7"), is_down=True)
    False
    """
    if level is None or not before or percent is None:
        return False
    grown = (before - level if is_down else level - before) / before * 100
    exponent = percent.as_tuple().exponent
    return isinstance(exponent, int) and abs(grown - percent) <= Decimal(1).scaleb(exponent)
