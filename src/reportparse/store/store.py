"""`Store`: reports in one DuckDB file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reportparse.comparison import Comparison
from reportparse.errors import BadQuery, BadStore
from reportparse.flat import SHEETS, Row, report_row
from reportparse.models import Report
from reportparse.store.opening import open_store
from reportparse.store.statements import compare_stored, statement_rows

# How long to wait for a store that another process has, in seconds: an `add` of a hundred reports takes less.
TIMEOUT = 30.0

FORMS = {"parquet": "(format parquet, compression zstd)", "csv": "(format csv, header)"}
"""What a store can be written out as, and how DuckDB is told."""

_KEY = ("area", "year", "file")  # columns of flat rows that a store has once, in `reports`


class Store:
    """Reports in a file.  One process writes at a time; the next waits its turn."""

    def __init__(self, path: str | Path, *, read_only: bool = False, timeout: float = TIMEOUT) -> None:
        """Open the store at `path`; it is made where it is not there.

        Args:
            path: The file.
            read_only: Open for queries only: nothing can be changed, and it must be there.
            timeout: Seconds to wait where another process has it.

        Raises:
            StoreBusy: It stays in use for longer than that.
            BadStore: It is no store, damaged, or of a newer version.
            FileNotFoundError: It is to be read only, and is not there.
            MissingExtra: DuckDB is not installed.
        """
        self.path = Path(path)
        self._connection = open_store(self.path, is_read_only=read_only, timeout=timeout)
        self._is_read_only = read_only

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def add(self, reports: Report | Iterable[Report]) -> int:
        """Put reports in, all or none; how many older ones they took the place of.

        A report replaces the one of the same file (by its hash), and the one of the same area and period.
        """
        listed = [reports] if isinstance(reports, Report) else list(reports)
        replaced = 0
        self._connection.execute("begin")
        try:
            for report in listed:
                replaced += self._replace(report)
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")
        return replaced

    def _replace(self, report: Report) -> int:
        row = report_row(report)
        name = str(row["sha256"])[:16]
        old = self._connection.execute(
            "select id from reports where sha256 = ? or (area = ? and year = ?)",
            [row["sha256"], row["area"], row["year"]],
        ).fetchall()
        for (each,) in old:
            self._delete(each)
        self._insert("reports", [{"id": name, **row, "is_comparable": True}])
        for sheet, rows in SHEETS.items():
            self._insert(sheet, [_with_report(each, name) for each in rows(report)])
        self._insert("statements", statement_rows(report, name))
        return len(old)

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        """All rows at once, column by column: a hundred times as fast as one by one."""
        if not rows:
            return
        names = ", ".join(f'"{name}"' for name in rows[0])
        columns = [[row[name] for row in rows] for name in rows[0]]
        places = ", ".join("unnest(?)" for _ in columns)
        self._connection.execute(f"insert into {table} ({names}) select {places}", columns)  # our own names

    def _delete(self, name: str) -> None:
        for table in (*SHEETS, "statements"):
            self._connection.execute(f"delete from {table} where report = ?", [name])  # noqa: S608
        self._connection.execute("delete from reports where id = ?", [name])

    def remove(self, area: str, year: str) -> int:
        """Take the reports of an area and period out; how many there were."""
        self._connection.execute("begin")
        found = self._connection.execute("select id from reports where area = ? and year = ?", [area, year]).fetchall()
        for (name,) in found:
            self._delete(name)
        self._connection.execute("commit")
        return len(found)

    def reports(self) -> list[dict[str, Any]]:
        """What is in it: a row a report, by area and year."""
        return self.query("select * from reports order by area, year, file")

    def compare(self, measure: str) -> Comparison:
        """One measure of all reports, by its names and numbers; themes and priorities are empty.

        `reportparse.compare` pairs what is told in other words, too: that needs all words of all the reports.

        Args:
            measure: Words of its id or name: "robbery", "band d".

        Raises:
            BadStore: Some reports were added by a version that did not store what is compared.
        """
        old = self._connection.execute("select count(*) from reports where not is_comparable").fetchone()
        if old and old[0]:
            raise BadStore(self.path, f"{old[0]} of its reports can not be compared yet: add them again")
        return compare_stored(self._connection, measure)

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows that a query gives; its tables are `reports`, `figures`, `tables`, `paragraphs`, `checks`, `stated`.

        Raises:
            BadQuery: DuckDB does not understand or allow it.
        """
        import duckdb  # noqa: PLC0415  # known to be there: the store is open

        try:
            if self._is_read_only:  # nor may a query reach for other files
                self._connection.execute("set enable_external_access = false")
            cursor = self._connection.execute(sql, list(parameters))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except duckdb.Error as error:
            raise BadQuery(self.path, " ".join(str(error).split())) from error

    def write_out(self, folder: str | Path, form: str = "parquet") -> list[Path]:
        """Each table as a file in `folder`, which is made; their paths.

        Raises:
            ValueError: `form` is not one of `FORMS`.
        """
        if form not in FORMS:
            raise ValueError(f"{form!r} is none of {', '.join(FORMS)}")
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for table in ("reports", *SHEETS):
            path, beside = folder / f"{table}.{form}", folder / f".{table}.{form}.part"
            quoted = str(beside).replace("'", "''")
            self._connection.execute(f"copy {table} to '{quoted}' {FORMS[form]}")
            beside.replace(path)
            paths.append(path)
        return paths


def _with_report(row: Row, report: str) -> Row:
    """The row with the id of its report for what tells the report."""
    return {"report": report, **{name: value for name, value in row.items() if name not in _KEY}}
