"""Statements whose keys change while they are lined up, found by their place and by their key."""

from collections.abc import Iterable, Sequence

from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.stated import Statement, with_name_of


class Keyed:
    """Statements with what they are found by."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Take the statements in their order."""
        self.told = list(statements)
        self._places = {_place(each): at for at, each in enumerate(self.told)}
        self._keys: dict[Key, list[int]] = {}
        for at, each in enumerate(self.told):
            self._keys.setdefault(each.key, []).append(at)

    def now(self, value: Statement) -> Statement:
        """The statement as it is after what has been renamed."""
        return self.told[self._places[_place(value)]]

    def of(self, key: Key) -> list[Statement]:
        """Those that have a key."""
        return [self.told[at] for at in self._keys.get(key, ())]

    def rename(self, node: Sequence[Statement], key: Key) -> None:
        """Give statements the name and place of a key."""
        for each in node:
            at = self._places[_place(each)]
            self._keys[self.told[at].key].remove(at)
            self.told[at] = each._replace(key=with_name_of(each.key, key)._replace(place=key.place))
            of_key = self._keys.setdefault(self.told[at].key, [])
            of_key.append(at)
            of_key.sort()


def _place(each: Statement) -> tuple[str, str]:
    return each.source.id, each.figure.id
