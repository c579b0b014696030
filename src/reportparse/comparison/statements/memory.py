"""What a report has told so far: a figure may hang on the one before it in its record."""

from collections import defaultdict

from reportparse.comparison.naming.hanging import is_part
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.wording import record_of
from reportparse.models.facts import Figure


class Memory:
    """The statements of a report by record, as they are read one after the other."""

    def __init__(self) -> None:
        """Nothing is told yet."""
        self.last: dict[tuple[str, str], Statement] = {}
        """By record and kind, the last one."""
        self.whole: dict[str, str] = {}
        """By record, the common measure last counted."""
        self.outer: dict[str, str] = {}
        """That of which several parts are told, one behind the other."""
        self.named: dict[tuple[str, str, str], Statement] = {}
        """By record, kind and words, the last one of its own time."""
        self.told: dict[str, list[Statement]] = defaultdict(list)
        """By record, all of them."""

    def before(self, figure: Figure) -> Statement | None:
        """What a figure may hang on: the last of its kind in its record; none is compared with what was to come."""
        record = record_of(figure)
        last = self.last.get((record, figure.kind))
        if figure.role != "baseline" or last is None or last.figure.role not in ("target", "forecast"):
            return last
        of_kind = (each for each in reversed(self.told[record]) if each.figure.kind == figure.kind)
        return next((each for each in of_kind if each.figure.role not in ("target", "forecast")), last)

    def keep(self, statement: Statement, text: str) -> None:
        """Remember a statement that stands in this text."""
        figure, key = statement.figure, statement.key
        record = record_of(figure)
        self.last[record, figure.kind] = statement
        self.told[record].append(statement)
        if figure.role == "actual":
            self.named[record, figure.kind, figure.measure or ""] = statement
        if key.is_common and figure.kind == "count":
            self.whole[record] = key.measure
            if not is_part(figure, text):
                self.outer[record] = key.measure
