"""What a report states: each figure with the common measure that its words mean, or its own words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from reportparse.comparison.records import Source
from reportparse.comparison.times import last_day, move_year, normal_period, type_of
from reportparse.comparison.wording import (
    find_clause,
    find_context,
    find_nearest,
    find_phrases,
    find_predicate,
    find_subject,
    find_texts,
    has_noun,
    has_year_behind,
    is_at_end,
    is_denied,
    is_in_brackets,
    is_quoted,
    is_year_before,
)
from reportparse.models import Report
from reportparse.models.content import Table
from reportparse.models.facts import Figure
from reportparse.models.select import find_homes, home_of
from reportparse.registry.measures import find_measure, is_excluded, match_clause, match_measure, read_qualifier

# Marks of a value, not of what is measured: "Robbery (revised)".
_REVISION = re.compile(r"\((?:revised|restated|updated|provisional|amended)\)|\b(?:revised|restated)\b", re.IGNORECASE)
_TABLE = re.compile(r"^(?:Table|Figure)\s\d+\s?[:.–-]?\s*")
# When it was, not what: "Band D precept 2023/24", "police officers, 31 March 2024".
_WHEN = re.compile(
    r",?\s(?:(?:in|at|on|as\sat)\s)?(?:\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?$"
)
_AT_MARCH = re.compile(r"\b(?:at|on|as\sof)\s(?:the\s)?31(?:st)?\s(?:of\s)?March\b", re.IGNORECASE)
_TO_MARCH = re.compile(r"\byears?\s(?:to|ending|ended)\s(?:the\s)?(?:31(?:st)?\s(?:of\s)?)?March\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_GRAMMAR = "the of in on to by for and a an at or their its my our is was were are been this that"
_PRONOUNS = frozenset(("it", "this", "that", "they", "these", "them"))
_SUMS = "total overall number amount value sum funding money"
_EMPTY = frozenset(f"{_GRAMMAR} {_SUMS}".split(" "))

# So near, in letters, a value and what it is compared with stand in one sentence.
NEAR = 120

_YEARLY = ("financial year", "calendar year", "year ending")
_YEARS = re.compile(r"\b(20\d\d)\s?[/–-]\s?((?:20)?\d\d)\b")


class Key(NamedTuple):
    """What makes two values comparable, but for the period."""

    measure: str
    is_common: bool
    counted: str | None
    kind: str
    unit: str
    """For rates, lengths of time and other kinds of which there are several; else empty."""
    place: str
    role: str


class Statement(NamedTuple):
    """One figure of one report."""

    source: Source
    figure: Figure
    key: Key
    period: str
    is_assumed: bool
    is_cell: bool
    context: str
    """Words near it, and the title of its section."""
    is_quoted: bool = False
    """Whether it is what an earlier report said, by this one; its measure is that of the figure before it."""


def read_source(report: Report, taken: set[str]) -> Source:
    """What the report is called in a comparison."""
    metadata = report.metadata
    file = PurePath(report.source.path).name if report.source.path else None
    area = metadata.pcc.id if metadata.pcc else None
    year = metadata.period.label if metadata.period else None
    end = metadata.period.end.isoformat() if metadata.period else None
    return make_source(area, year, file, end, taken)


def make_source(area: str | None, year: str | None, file: str | None, end: str | None, taken: set[str]) -> Source:
    """A report by its area and year, else its file; two of one area and year are told apart by a number."""
    base = " ".join(filter(None, (area, year))) or file or "report"
    name, number = base, 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name)
    return Source(id=name, file=file, area=area, year=year, end=end)


def find_statements(report: Report, source: Source) -> Iterator[Statement]:
    """The figures that state one value of something named; what readers rejected is left out.

    Where a figure has no period, the one of its paragraph or that its section's title names is taken for it, else the
    report's own; a baseline with but the period of the value beside it is of the year before.  Such a period is
    assumed: it sets values side by side, and never makes a restatement.  Two witnesses are no guess: a paragraph that
    names the report's own year, and no other, dates all its values.
    """
    texts = find_texts(report)
    homes = find_homes(report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures))
    years = _years_of_records(report.figures, _YEARLY)
    days = _years_of_records(report.figures, ("date",))
    captions = {table.id: _TABLE.sub("", table.caption or "") for table in report.tables}
    corners = {table.id: f"{captions[table.id]} {_corner(table)}" for table in report.tables}
    beside = _by_record(report.figures)
    towns = tuple(each.name for each in report.entities if each.kind == "place" and fold_unit(each.name) != source.area)
    last: dict[tuple[str, str], Statement] = {}
    for figure in report.figures:
        if figure.value is None or not figure.measure or figure.review == "rejected":
            continue
        record = figure.source.id
        text = texts.get(record, "")
        titles = [section.title for section in home_of(figure, homes).sections]
        said = _said_period(figure, text, corners.get(record, ""))
        if _is_of_year_before(figure, text, beside[record]):
            said = move_year(said or "", -1) if is_year_before(figure, text) else None
        if is_denied(figure, text):
            continue
        before = last.get((record, figure.kind))
        was_quoted = is_quoted(figure, text)
        key = _key(figure, text or captions.get(record, ""), titles[0] if titles else "", beside[record], source.area)
        if text and not key.place and (town := find_subject(figure, text, towns)):
            key = key._replace(place=" ".join(_WORD.findall(town.casefold())))
        if before and (was_quoted or _means_the_same(figure, key, before, text)):
            key = before.key._replace(role=key.role, place=key.place)
        said = said or _day_of_stock(figure, key, days.get(record), source)
        period = said or _guess_period(figure, years, titles, source)
        if period is None:
            continue
        statement = Statement(
            source, figure, key, before.period if before and was_quoted else period,
            said is None and (figure.role == "baseline" or years.get(record) != source.year),
            figure.source.kind == "cell", find_context(figure, text, titles[0] if titles else ""), was_quoted,
        )  # fmt: skip
        if figure.role != "change" and not was_quoted and text:
            last[record, figure.kind] = statement
        yield statement


def _corner(table: Table) -> str:
    """The text of the first cell, which may say of which day its columns are: "At 31 March"."""
    return next((cell.text for row in table.rows[:1] for cell in row[:1]), "")


def _means_the_same(figure: Figure, key: Key, before: Statement, text: str) -> bool:
    """Whether a figure is of what the one before it is: in brackets behind it, as "it", or in the same words."""
    words = (figure.measure or "").casefold()
    is_short = not key.is_common and words == (before.figure.measure or "").casefold()
    return is_in_brackets(figure, text) or words in _PRONOUNS or is_short


def _by_record(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.source.id].append(figure)
    return found


def _said_period(figure: Figure, text: str, caption: str) -> str | None:
    """The period that the report gives a figure; "the end of March 2024" is a day, a year to March a financial one."""
    period = normal_period(figure.period) if figure.period else None
    if period and type_of(period) == "calendar year" and _TO_MARCH.search(caption):
        return normal_period(f"{period}-03-31 YE")
    if period and type_of(period) == "calendar year" and _AT_MARCH.search(caption):
        return f"{period}-03-31"
    return last_day(period) if period and type_of(period) == "month" and is_at_end(figure, text) else period


def _is_of_year_before(figure: Figure, text: str, beside: Iterable[Figure]) -> bool:
    """Whether a baseline has but the period of the value that it is set beside: "£243 in 2023/24, up from £228"."""
    if figure.role != "baseline" or not text or has_year_behind(figure, text):
        return False
    return any(
        other.role == "actual"
        and (other.kind, other.measure, other.period) == (figure.kind, figure.measure, figure.period)
        for other in beside
        if other.place == figure.place and abs(other.source.start - figure.source.start) <= NEAR
    )


def _guess_period(figure: Figure, years: dict[str, str], titles: Sequence[str], source: Source) -> str | None:
    """The period of a figure that has none: its section's or its report's own; of a baseline the year before."""
    own = (
        (figure.period if figure.role == "baseline" else None)
        or years.get(figure.source.id)
        or _year_of(titles)
        or source.year
    )
    return move_year(own, -1) if own and figure.role == "baseline" else own


def _day_of_stock(figure: Figure, key: Key, day: str | None, source: Source) -> str | None:
    """The last day of the report's year, if a record of text speaks of no other time, for what is there on a day."""
    is_stock = key.is_common and figure.role == "actual" and find_measure(key.measure).is_stock
    return day if is_stock and day == source.end else None


def _years_of_records(figures: Iterable[Figure], types: Sequence[str]) -> dict[str, str]:
    """By id of a record of text, the one period that all its dated figures have; it holds for the others too."""
    periods: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.period and figure.source.kind in ("paragraph", "item", "callout"):
            periods[figure.source.id].add(figure.period)
    return {name: min(found) for name, found in periods.items() if len(found) == 1 and type_of(min(found)) in types}


def _year_of(titles: Sequence[str]) -> str | None:
    """The year that the innermost title with one names: "The budget for 2023/24"."""
    for title in titles:
        years = {f"{start}/{end[-2:]}" for start, end in _YEARS.findall(title)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _without_area(words: str, area: str | None) -> str:
    """Words without the name of the report's own area: "robberies in Kent" are robberies.

    >>> _without_area("people injured on Sussex’s roads", "sussex")
    'people injured on roads'
    """
    if not area:
        return words
    name = area.replace("-and-", "-(?:and|&)-").replace("-", r"\s")
    return re.sub(rf"(?:\s(?:of|in|across))?\s{name}(?:’s|'s)?(?=\s|$)", "", words, flags=re.IGNORECASE)


def _key(figure: Figure, text: str, title: str, beside: Sequence[Figure], area: str | None) -> Key:
    """What it measures by its own words, the text it stands in (of a cell: the caption) and its section's title."""
    words = _without_area(_WHEN.sub("", _REVISION.sub("", figure.measure or "")), area)
    role = {"baseline": "actual"}.get(figure.role, figure.role)
    unit = fold_unit(figure.unit) if figure.kind in ("rate", "duration", "ratio", "other") else ""
    place = " ".join(_WORD.findall((figure.place or "").casefold()))
    is_cell = figure.source.kind == "cell"
    found, phrase = _find_common(figure, words, text, title)
    if found is None:
        return Key(own_words(words), False, None, figure.kind, unit, place, role)
    near = (text,) if is_cell else find_nearest(figure, text, beside)
    measure = find_measure(found)
    own = (words,) if found == _match(words, figure.kind, figure.unit or "", False) else (phrase,)
    counted = next((told for part in (*own, *near) if (told := read_qualifier(part, measure))), None)
    return Key(found, True, counted, figure.kind, unit, place, role)


def _find_common(figure: Figure, words: str, text: str, title: str) -> tuple[str | None, str]:
    """The common measure that a figure is of, and the phrase that says so; None where none does."""
    is_cell, is_change = figure.source.kind == "cell", figure.role == "change"
    clause = find_clause(figure, text)
    if text and not is_cell and not is_change and not _has_word(clause, words):
        found = match_clause("", clause, figure.kind)
        if found and _has_size(found, figure):
            return found, clause
    unit = (figure.unit or "") if is_cell or not text or has_noun(figure, text) or not words else ""
    for phrase in [words, f"{words} {text}"] if is_cell else [words, *find_phrases(figure, text, title)]:
        found = _match(phrase, figure.kind, unit, is_change)
        if found and _has_size(found, figure) and not (is_cell and is_excluded(text, find_measure(found))):
            return (found, phrase) if is_cell or not text else _find_longer(figure, found, phrase, text, unit)
    if is_cell or is_change or not text:
        return None, words
    found = match_clause(words, clause, figure.kind, unit or None)
    return (found, words) if found and _has_size(found, figure) else (None, words)


def _has_word(clause: str, words: str) -> bool:
    """Whether a clause has one of the words; if it has none, they are a neighbour's."""
    return bool(set(own_words(clause).split()) & set(own_words(words).split()))


def _find_longer(figure: Figure, found: str, words: str, text: str, unit: str) -> tuple[str, str]:
    """The measure of the words with those that go on behind them, where they name another: "violence with injury"."""
    told = find_predicate(figure, text)
    told = told if set(own_words(words).split()) < set(own_words(told).split()) else ""
    if told and (named := _match(told, figure.kind, "", figure.role == "change")):
        return named, told
    for phrase in find_phrases(figure, text, ""):
        longer = _match(phrase, figure.kind, unit, figure.role == "change")
        if longer and longer != found and len(phrase) > len(words) and words.casefold() in phrase.casefold():
            return longer, phrase
    return found, words


def _has_size(measure: str, figure: Figure) -> bool:
    """Whether a sum of money is as large as one of that measure may be."""
    bounds = find_measure(measure)
    is_bound = figure.kind == "money" and figure.role != "change"
    return not is_bound or bounds.least <= float(figure.value or 0) <= bounds.most


@lru_cache(maxsize=65536)
def _match(words: str, kind: str, unit: str, is_change: bool) -> str | None:
    found = match_measure(words, kind, unit or None, is_change=is_change)
    return found[0] if found else None


@lru_cache(maxsize=65536)
def own_words(text: str) -> str:
    """Words without grammar and plurals, in order of the alphabet: equal for what says the same.

    >>> own_words("Grants for the victims of crime") == own_words("victims of crime grants")
    True
    """
    words = {word.casefold() for word in _WORD.findall(text)} - _EMPTY
    return " ".join(sorted({word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words}))


def fold_unit(unit: str | None) -> str:
    """A unit without what does not matter: "per 1,000 population" and "per 1000 people" are one.

    >>> fold_unit("per 1,000 population") == fold_unit("Per 1000 people")
    True
    """
    text = (unit or "").casefold().replace(",", "")
    return re.sub(r"\b(?:population|people|residents|pop)\b", "", text).strip()


def period_type(statement: Statement) -> str:
    """Of what type its period is."""
    return type_of(statement.period)
