"""What reports state as rows of a store, and the comparison of one measure from them: no record is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportparse.comparison import Comparison, compare_statements, only
from reportparse.comparison.statements.sources import make_source, read_source
from reportparse.comparison.statements.walk import find_statements
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.stated import Statement, signed_value
from reportparse.models import Figure, FigureSource, Report
from reportparse.registry.measures import measures

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from reportparse.comparison import Source
    from reportparse.flat import Row

# The statements of a measure, and those in own words that may turn out to be of it: they state its number again, or
# are named by one of its words.
_CHOSEN = """
with chosen as (
  select * from statements where (is_common and list_contains($ids, measure))
  or (not is_common and not exists (
    select 1 from unnest($terms) as t(term) where not contains(lower(concat(words, ' ', measure)), t.term)
  ))
), named as (select distinct unnest(string_split(lower(words), ' ')) as word from chosen)
select s.*, r.id as source from statements s join reports r on r.id = s.report
where exists (select 1 from chosen c where c.report = s.report and c."order" = s."order")
or (s.is_quoted and exists (select 1 from chosen c where c.report = s.report and c."order" = s."order" - 1))
or (not s.is_common and (
  s.measure in (select word from named)
  or exists (
    select 1 from chosen c join reports o on o.id = c.report
    where c.value = s.value and c.period = s.period and c.kind = s.kind and o.area is not distinct from r.area
  )
))
order by r.area, r.year, r.file, s."order"
"""


def statement_rows(report: Report, name: str) -> list[Row]:
    """A row for each figure that states a value of something named; `name` is the report's id in the store."""
    told = [each for each in find_statements(report, read_source(report, set())) if not each.is_nameless]
    return [
        {
            "report": name, "order": at, "measure": each.key.measure, "is_common": each.key.is_common,
            "counted": each.key.counted, "kind": each.key.kind, "key_unit": each.key.unit, "key_place": each.key.place,
            "role": each.key.role, "period": each.period, "is_assumed": each.is_assumed, "is_plain": each.is_plain,
            "is_cell": each.is_cell, "is_quoted": each.is_quoted, "context": each.context, "figure": each.figure.id,
            "record": each.figure.source.id, "start": each.figure.source.start, "page": each.figure.page,
            "text": each.figure.text, "value": float(signed_value(each)), "unit": each.figure.unit,
            "words": each.figure.measure, "qualifier": each.figure.qualifier, "figure_role": each.figure.role,
            "direction": each.figure.direction, "place": each.figure.place,
        }
        for at, each in enumerate(told)
    ]  # fmt: skip


def compare_stored(connection: DuckDBPyConnection, measure: str) -> Comparison:
    """One measure of all reports of a store; `measure` is words of its id or name."""
    terms = measure.casefold().split()
    ids = [
        each.id
        for each in measures()
        if all(term in f"{each.id} {each.id.replace('-', ' ')} {each.name}".casefold() for term in terms)
    ]
    sources = _read_sources(connection)
    cursor = connection.execute(_CHOSEN, {"ids": ids, "terms": terms})
    names = [column[0] for column in cursor.description or ()]
    rows = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    told = [_read_statement(row, sources[row["report"]]) for row in rows]
    return only(compare_statements(list(sources.values()), told), measure)


def _read_sources(connection: DuckDBPyConnection) -> dict[str, Source]:
    taken: set[str] = set()
    rows = connection.execute('select id, area, year, file, "end" from reports order by area, year, file').fetchall()
    return {
        name: make_source(area, year, file, end.isoformat() if end else None, taken)
        for name, area, year, file, end in rows
    }


def _read_statement(row: dict[str, Any], source: Source) -> Statement:
    figure = Figure.model_construct(
        id=row["figure"], text=row["text"], value=abs(row["value"]), low=None, high=None, kind=row["kind"],
        unit=row["unit"], qualifier=row["qualifier"], role=row["figure_role"], direction=row["direction"],
        measure=row["words"], period=row["period"], place=row["place"], page=row["page"],
        source=FigureSource.model_construct(
            kind="cell" if row["is_cell"] else "paragraph", id=row["record"], start=row["start"], end=row["start"]
        ),
    )  # fmt: skip
    key = Key(
        row["measure"], row["is_common"], row["counted"], row["kind"], row["key_unit"], row["key_place"], row["role"]
    )
    return Statement(
        source, figure, key, row["period"], row["is_assumed"], bool(row["is_plain"]), row["is_cell"], row["context"],
        row["is_quoted"], is_negative=row["value"] < 0,
    )  # fmt: skip
