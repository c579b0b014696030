"""A store's file, opened: waited for where another process has it, brought up to date, refused where it is none."""

from __future__ import annotations

import time
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from reportparse.errors import BadStore, StoreBusy
from reportparse.extras import need

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Between two tries for a file that another process has, in seconds.
PAUSE = 0.1

_LOCKED = "lock"


def open_store(path: Path, *, is_read_only: bool, timeout: float) -> DuckDBPyConnection:
    """A connection to the store, made and brought to the newest schema where it may be written.

    Raises:
        StoreBusy: Another process has had it for `timeout` seconds.
        BadStore: It is no store, damaged, or of a newer version.
        FileNotFoundError: It is to be read only, and is not there.
        MissingExtra: DuckDB is not installed.
    """
    if is_read_only and not path.exists():
        raise FileNotFoundError(2, "no such store", str(path))
    connection = _connect(path, is_read_only=is_read_only, timeout=timeout)
    try:
        _migrate(connection, path, is_read_only=is_read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, *, is_read_only: bool, timeout: float) -> DuckDBPyConnection:
    duckdb = need("duckdb", "store")
    # Nothing that a query says may reach for other files or the network.
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    end = time.monotonic() + timeout
    while True:
        try:
            connection: DuckDBPyConnection = duckdb.connect(str(path), read_only=is_read_only, config=settings)
        except (duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException) as error:
            if _LOCKED not in str(error).lower() or not path.is_file():
                raise BadStore(path, str(error).splitlines()[0]) from error
            if time.monotonic() > end:
                raise StoreBusy(path, timeout) from error
        else:
            return connection
        time.sleep(PAUSE)


def migrations() -> list[str]:
    """The scripts that make and change the schema, in order; the version of a store is how many of them it has had."""
    folder = resources.files("reportparse.store") / "migrations"
    return [script.read_text(encoding="utf-8") for script in sorted(folder.iterdir(), key=lambda each: each.name)]


def _migrate(connection: DuckDBPyConnection, path: Path, *, is_read_only: bool) -> None:
    """Bring an older or empty store up to date, in one transaction."""
    scripts = migrations()
    names = {row[0] for row in connection.execute("select table_name from information_schema.tables").fetchall()}
    if names and "reportparse_schema" not in names:
        raise BadStore(path, "it is another program's database")
    version = 0
    if names:
        rows = connection.execute("select version from reportparse_schema").fetchall()
        version = int(rows[0][0]) if rows else 0
    if version > len(scripts):
        raise BadStore(path, f"it has schema {version}, this version knows {len(scripts)}: update reportparse")
    if version == len(scripts):
        return
    if is_read_only:
        raise BadStore(path, f"it has schema {version} of {len(scripts)}: add a report to bring it up to date")
    connection.execute("begin")
    connection.execute("create table if not exists reportparse_schema (version integer)")
    for script in scripts[version:]:
        connection.execute(script)
    connection.execute("delete from reportparse_schema")
    connection.execute("insert into reportparse_schema values (?)", [len(scripts)])
    connection.execute("commit")
