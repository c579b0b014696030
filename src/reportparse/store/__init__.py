"""Many reports in one DuckDB file, to ask questions of.

    with Store("reports.duckdb") as store:
        store.add(reportparse.load("kent-2022-23.json"))
        store.query("select period, value from stated where measure_id = 'robbery' order by area")
"""

from reportparse.store.store import Store

__all__ = ["Store"]
