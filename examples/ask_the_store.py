"""Many reports in one file, and questions in SQL; needs the extra `store`.

python examples/ask_the_store.py STORE.duckdb REPORT.json ...
"""

import sys
from pathlib import Path

import reportparse
from reportparse.store import Store

CORPUS = Path(__file__).parents[1] / "corpora"
BUDGETS = """
    select area, period, max(value) as pounds, any_value(measure) as words from stated
    where measure_id = 'budget' and unit = 'GBP' and role = 'actual' and period is not null
    group by area, period order by area, period
"""

target, *paths = sys.argv[1:] or ["reports.duckdb"]
reports = [reportparse.load(path) for path in paths] or [
    reportparse.parse(CORPUS / name / "report.pdf") for name in ("kent/2023-24", "surrey/2022-23")
]
with Store(target) as store:
    store.add(reports)
    for row in store.query(BUDGETS):
        print(f"{row['area']:14} {row['period']:10} {row['pounds']:>15,.0f}  {row['words']}")
