"""The 43 police areas, dated, and which of them a name or a report is about.

Names are compared word by word, never as substrings: "Hampshire" is not in "Northamptonshire".
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz, process

from reportparse.memo import Memo

# A name that is less alike than this, of 100, to any in the registry is not one of them: one wrong letter in
# "Lancashire" scores 90, "Cumbria" against "Northumbria" 78, "Essex" against "Sussex" 73.
MIN_ALIKE = 88.0

# What each place is worth where a report may name its area.  A title page speaks for the report, a running head and
# the addresses of its links nearly so; the body names many areas to compare with.
_WEIGHTS = {"title": 10.0, "furniture": 8.0, "metadata": 6.0, "hosts": 6.0, "body": 4.0}
# The best area must lead the next by this much, or none is named.
MIN_LEAD = 2.0
# What a name inside the text is worth as a score of 100: all places agreed give 100.
_FULL = 16.0

_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+")
_TITLES = re.compile(
    r"\b(?:the|office of|opcc|pcc|pfcc|police,? (?:fire )?and crime commissioner|commissioner|police|constabulary|"
    r"area|force|for|of)\b",
    re.IGNORECASE,
)


class Tenure(NamedTuple):
    """A force's name, or the kind of body that held the commissioner's functions, from a day on."""

    name: str
    since: date


class Area(NamedTuple):
    """A police area."""

    id: str
    """As data.police.uk has it."""
    ons: str
    """Code of the Office for National Statistics."""
    name: str
    names: tuple[str, ...]
    """All names that it goes by, its forces' too."""
    forces: tuple[Tenure, ...]
    bodies: tuple[Tenure, ...]

    def force(self, on: date = date.max) -> str:
        """The name of its force on a day; today's by default."""
        return _held(self.forces, on)

    def body(self, on: date = date.max) -> str:
        """Who holds the commissioner's functions on a day: "pcc", "pfcc", "mayor", "mopac" or "authority"."""
        return _held(self.bodies, on)


class Match(NamedTuple):
    """An area, and how sure that is."""

    area: Area
    score: float
    """0 to 100."""


def _held(tenures: Sequence[Tenure], on: date) -> str:
    return [tenure.name for tenure in tenures if tenure.since <= on][-1:][0] if tenures[0].since <= on else ""


@cache
def areas() -> tuple[Area, ...]:
    """All areas, by id.

    >>> len(areas())
    43
    """
    text = files("reportparse.registry").joinpath("data/police_areas.toml").read_text("utf-8")
    return tuple(_read_area(entry) for entry in tomllib.loads(text)["area"])


def _read_area(entry: dict[str, list[dict[str, str]]]) -> Area:
    forces = tuple(Tenure(force["name"], _day(force["since"])) for force in entry["forces"])
    bodies = tuple(Tenure(body["kind"], _day(body["since"])) for body in entry["bodies"])
    plain = {key: str(entry[key]) for key in ("id", "ons", "name")}
    names = (plain["name"], *map(str, entry["aliases"]), *map(str, entry["welsh_names"]), *(f.name for f in forces))
    return Area(plain["id"], plain["ons"], plain["name"], names, forces, bodies)


def _day(text: str) -> date:
    return date.fromisoformat(text) if text else date.min


def find_area(name: str) -> Area:
    """The area with that id.

    Raises:
        KeyError: There is none.
    """
    for area in areas():
        if area.id == name:
            return area
    raise KeyError(name)


def match_area(name: str) -> Match | None:
    """The area that a name means, slips of spelling allowed; None for no area, or for several.

    >>> match_area("Office of the PCC for Hampshire").area.id
    'hampshire'
    >>> match_area("Yorkshire") is None
    True
    """
    found = _count_names([name])
    if found:
        ranked = found.most_common(2)
        return Match(find_area(ranked[0][0]), 100.0) if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None
    core = " ".join(_WORD.findall(_TITLES.sub(" ", name.replace("&", " and ")))).casefold()
    names = {alias.casefold(): area.id for area in areas() for alias in area.names}
    best = process.extract(core, list(names), scorer=fuzz.ratio, score_cutoff=MIN_ALIKE, limit=2) if core else []
    ids = {names[text] for text, *_ in best}
    return Match(find_area(ids.pop()), best[0][1]) if len(ids) == 1 else None


def match_report(
    title: Sequence[str], furniture: Sequence[str], metadata: Sequence[str], hosts: Sequence[str], body: str
) -> Match | None:
    """The area that a report is about; None where its places name none, or two alike.

    Args:
        title: Lines of the title page.
        furniture: Running heads and feet.
        metadata: Title, author and subject of the file.
        hosts: Host names of its links.
        body: All its text.
    """
    totals: Counter[str] = Counter()
    for place, texts in (("title", title), ("furniture", furniture), ("metadata", metadata), ("body", [body])):
        _add(totals, _count_names(texts), _WEIGHTS[place])
    _add(totals, _count_hosts(hosts), _WEIGHTS["hosts"])
    ranked = totals.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MIN_LEAD):
        return None
    return Match(find_area(ranked[0][0]), round(min(100.0, 100.0 * ranked[0][1] / _FULL), 1))


def _add(totals: Counter[str], counts: Counter[str], weight: float) -> None:
    """Share the weight of one place among the areas that it names."""
    whole = sum(counts.values())
    for area, count in counts.items():
        totals[area] += weight * count / whole  # type: ignore[assignment]  # a Counter counts in floats as well


@cache
def _index() -> dict[str, list[tuple[list[str], str, bool]]]:
    """First word to the names that begin with it: (words, area, whether capitals count), the longest first."""
    index: dict[str, list[tuple[list[str], str, bool]]] = {}
    for area in areas():
        for name in area.names:
            is_short = name.isupper() or len(name) <= 5 and name != area.name  # noqa: RUF021
            words = _read_words(name if is_short else name.casefold())
            index.setdefault(words[0].casefold(), []).append((words, area.id, is_short))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _count_names(texts: Iterable[str]) -> Counter[str]:
    """How many times each area is named, the longest name at each place."""
    found: Counter[str] = Counter()
    index = _index()
    for text in texts:
        plain = _read_words(text)
        done = 0
        for place in [place for place, begins in enumerate(map(_BEGINS.__getitem__, plain)) if begins]:
            for words, area, is_short in index[plain[place].casefold()] if place >= done else ():
                said = plain[place : place + len(words)]
                if (said if is_short else list(map(str.casefold, said))) == words:
                    found[area] += 1
                    done = place + len(words)
                    break
    return found


def _read_words(text: str) -> list[str]:
    """The words of a name or of a text that may hold one, alike however possessives and "and" are written."""
    return list(chain.from_iterable(map(_PIECES.__getitem__, text.split(" "))))


def _read_piece(piece: str) -> list[str]:
    """Those of what stands between two blanks."""
    return _WORD.findall(_POSSESSIVE.sub("", piece.replace("&", " and ")))


def _begins_name(word: str) -> bool:
    return word.casefold() in _index()


_PIECES, _BEGINS = Memo(_read_piece), Memo(_begins_name)


def _count_hosts(hosts: Iterable[str]) -> Counter[str]:
    """Areas whose name is a part of a host's: "westmidlands" in "www.westmidlands-pcc.gov.uk"."""
    found: Counter[str] = Counter()
    slugs = {area.id.replace("-", ""): area.id for area in areas()}
    for host in hosts:
        parts = set(re.split(r"[.-]", host.casefold())) | {host.casefold().split(".")[0].replace("-", "")}
        found.update({slugs[part] for part in parts if part in slugs})
    return found
