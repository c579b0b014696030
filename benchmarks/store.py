"""500 reports in a store: what adding, comparing and asking takes, and its size.  `python benchmarks/store.py [N]`.

The corpus is parsed once and multiplied with other areas and years; each copy has values of its own.  Its words are
those of the report that it was made of, and stored once: so the size is told of the corpus alone too.
Times are of one process, the best of three, in milliseconds of wall time.
"""

import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import reportparse
from reportparse.models import Report
from reportparse.registry.areas import areas
from reportparse.store import Store

CORPORA = Path(__file__).parents[1] / "corpora"
REPORTS = 500
FIRST_YEAR = 2012
QUERIES = {
    "one measure of all": "select area, year, period, value from stated where measure_id = 'robbery' order by area",
    "mean by year": "select period, avg(value) from stated where measure_id = 'officers' group by period",
    "one report": "select * from stated where area = 'kent' and year = '2015/16'",
    "words of the text": "select report, id from paragraphs where text ilike '%burglar%' limit 100",
    "failed checks": "select kind, count(*) from checks where not passed group by kind",
    "largest totals": "select * from tables where value is not null order by value desc limit 50",
}


def read_corpus() -> list[Report]:
    """The reports of the corpus that hold text."""
    reports = map(reportparse.parse, sorted(CORPORA.glob("*/*/report.pdf")))
    return [report for report in reports if report.paragraphs]  # the scanned one has none


def multiply(reports: list[Report], count: int) -> Iterator[Report]:
    """As many reports as asked, of each area year after year, each value moved by up to a fifth."""
    chance = random.Random(1)  # noqa: S311  # the same each time
    names = [area.id for area in areas()]
    for at in range(count):
        report, area, year = reports[at % len(reports)], names[at % len(names)], FIRST_YEAR + at // len(names)
        label = f"{year}/{(year + 1) % 100:02}"
        pcc = {"id": area, "name": area.title(), "force": "", "score": 100}
        period = {"label": label, "start": f"{year}-04-01", "end": f"{year + 1}-03-31"}
        metadata = report.metadata.model_dump() | {"pcc": pcc, "period": period}
        own = report.metadata.period.label if report.metadata.period else ""
        data = report.model_dump() | {"metadata": metadata}
        digest = hashlib.sha256(str(at).encode()).hexdigest()
        data["source"] |= {"sha256": digest, "path": f"{area}-{label.replace('/', '-')}.pdf"}
        for figure in data["figures"]:
            if figure["value"]:
                figure["value"] = round(figure["value"] * chance.uniform(0.8, 1.2), 2)
            if figure["period"] == own:
                figure["period"] = label
        yield Report.model_validate(data)


def take(work: Callable[[], object]) -> float:
    """Milliseconds of the best of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def main(count: int) -> None:
    """Print a line for each thing measured."""
    corpus = read_corpus()
    copies = list(multiply(corpus, count))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.duckdb"
        start = time.perf_counter()
        with Store(path) as store:
            store.add(copies)
        rows = [("add", f"{1000 * (time.perf_counter() - start) / count:.0f} ms a report")]
        rows.append(("size", f"{path.stat().st_size / count / 1e6:.2f} MB a report"))
        alone = Path(folder) / "corpus.duckdb"
        with Store(alone) as store:
            store.add(corpus)
        rows.append(
            (f"size of {len(corpus)} different ones", f"{alone.stat().st_size / len(corpus) / 1e6:.2f} MB a report")
        )
        with Store(path, read_only=True) as store:
            lines = store.compare("robbery").lines
            values = sum(len(line.values) for line in lines)
            rows.append((f"compare robbery ({values} values)", f"{take(lambda: store.compare('robbery')):.0f} ms"))
            rows.append(("compare officers", f"{take(lambda: store.compare('officers')):.0f} ms"))
            for name, sql in QUERIES.items():
                rows.append((name, f"{take(lambda sql=sql: store.query(sql)):.1f} ms"))  # type: ignore[misc]
        rows.append(("open", f"{take(lambda: Store(path, read_only=True).close()):.0f} ms"))
    sys.stdout.write(f"{count} reports\n" + "".join(f"{name:32} {value}\n" for name, value in rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
