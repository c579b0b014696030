"""What a store of reports promises."""

import multiprocessing
import subprocess
import sys
import time

import duckdb
import pyarrow.parquet
import pytest
from small_report import figure, small_report

from reportparse.errors import BadQuery, BadStore, StoreBusy
from reportparse.models import Report
from reportparse.store import Store
from reportparse.store.opening import migrations


def report(area: str = "kent", year: str = "2022/23", sha256: str = "a" * 64, value: float = 3) -> Report:
    start = int(year[:4])
    metadata = {
        "pcc": {"id": area, "name": area.title(), "force": "", "score": 100},
        "period": {"label": year, "start": f"{start}-04-01", "end": f"{start + 1}-03-31"},
    }
    source = {"path": "x/small.pdf", "sha256": sha256, "page_count": 2, "tagged": False}
    return Report.model_validate(small_report(metadata=metadata, source=source, figures=[figure("f1", value=value)]))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reports.duckdb"


def test_what_goes_in_can_be_asked_for(path):
    with Store(path) as store:
        store.add([report(), report("surrey", sha256="b" * 64)])
    with Store(path, read_only=True) as store:
        rows = store.query("select area, value, unit from stated order by area")
        cells = store.query("select count(*) as count from tables")

    assert rows == [{"area": "kent", "value": 3.0, "unit": None}, {"area": "surrey", "value": 3.0, "unit": None}]
    assert cells == [{"count": 4}]


@pytest.mark.parametrize(
    "again",
    [report(value=4), report(value=4, sha256="b" * 64), report("surrey", value=4)],
    ids=["same file and year", "same area and year", "same file"],
)
def test_adding_again_replaces(path, again):
    with Store(path) as store:
        first, second = store.add(report()), store.add(again)
        rows = store.query("select value from stated")

    assert (first, second) == (0, 1)
    assert rows == [{"value": 4.0}]


def test_figures_can_be_asked_for_by_their_common_measure(path):
    named = report().model_copy(update={"figures": [report().figures[0].model_copy(update={"measure": "Robberies"})]})
    with Store(path) as store:
        store.add(named)

        assert store.query("select value from stated where measure_id = 'robbery'") == [{"value": 3.0}]
        assert store.query("select value from stated where measure_id = 'burglary'") == []


def test_adding_is_all_or_none(path):
    def reports():
        yield report()
        raise RuntimeError

    with Store(path) as store:
        with pytest.raises(RuntimeError):
            store.add(reports())

        assert store.reports() == []

        good, broken = report(), report("surrey", sha256="b" * 64).model_copy(update={"figures": [None]})
        with pytest.raises(AttributeError):
            store.add([good, broken])

        assert store.reports() == []


def test_removing_takes_all_of_a_report(path):
    with Store(path) as store:
        store.add([report(), report("surrey", sha256="b" * 64)])

        assert store.remove("kent", "2022/23") == 1
        assert [row["area"] for row in store.reports()] == ["surrey"]
        assert store.query("select distinct report from figures") == [{"report": "b" * 16}]


def test_an_older_store_is_brought_up_to_date(path):
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table reportparse_schema (version integer)")
        connection.execute("insert into reportparse_schema values (1)")
        connection.execute(migrations()[0])
    with pytest.raises(BadStore, match="schema 1 of"):
        Store(path, read_only=True)
    with Store(path) as store:
        store.add(report())

        assert store.query("select count(*) as count from stated") == [{"count": 1}]


def test_a_newer_store_is_refused(path):
    Store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("update reportparse_schema set version = 99")
    with pytest.raises(BadStore, match="update reportparse"):
        Store(path)


def test_what_is_no_store_is_refused(path, tmp_path):
    path.write_bytes(b"not a database" * 1000)
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("create table mine (x integer)")

    with pytest.raises(BadStore, match="is no store of reports"):
        Store(path)
    with pytest.raises(BadStore, match="another program's"):
        Store(other)
    assert path.read_bytes() == b"not a database" * 1000


@pytest.mark.parametrize(
    "sql",
    ["select nonsense", "delete from reports", "select * from read_csv('/etc/passwd')", "copy reports to 'x.csv'"],
)
def test_queries_only_read_and_only_the_store(path, sql):
    with Store(path) as store:
        store.add(report())
    with Store(path, read_only=True) as store, pytest.raises(BadQuery):
        store.query(sql)


def _hold(path, seconds, ready):
    with Store(path) as store:
        store.add(report())
        ready.set()
        time.sleep(seconds)


def test_a_second_process_waits_or_says_so(path):
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    other = context.Process(target=_hold, args=(path, 4, ready))
    other.start()
    assert ready.wait(60)
    with pytest.raises(StoreBusy, match="in use by another process"):
        Store(path, timeout=0.5)
    with Store(path, timeout=60) as store:
        store.add(report("surrey", sha256="b" * 64))

        assert [row["area"] for row in store.reports()] == ["kent", "surrey"]
    other.join()


def test_tables_come_out_as_parquet(path, tmp_path):
    with Store(path) as store:
        store.add(report())
        paths = store.write_out(tmp_path / "out")

    assert [each.name for each in paths] == [
        "reports.parquet", "figures.parquet", "tables.parquet", "paragraphs.parquet", "checks.parquet",
    ]  # fmt: skip
    assert pyarrow.parquet.read_table(paths[1])["value"].to_pylist() == [3.0]


def test_the_commands_do_what_they_say(tmp_path):
    (tmp_path / "a.json").write_text(report().model_dump_json())

    def run(*arguments):
        command = [sys.executable, "-m", "reportparse", "store", *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    absent = run("list", "s.duckdb")
    added = run("add", "s.duckdb", "a.json")
    asked = run("query", "s.duckdb", "select area, value from stated", "--csv")
    wrong = run("query", "s.duckdb", "select x")
    unknown = run("remove", "s.duckdb", "kent", "1999/00")
    removed = run("remove", "s.duckdb", "kent", "2022/23")

    assert (absent.returncode, "s.duckdb" in absent.stderr) == (2, True)
    assert added.stderr == "s.duckdb: 1 added, 0 replaced\n"
    assert asked.stdout.splitlines() == ["area,value", "kent,3.0"]
    assert (wrong.returncode, unknown.returncode, removed.returncode) == (2, 2, 0)
    assert "it has kent 2022/23" in unknown.stderr
