"""The review page in Chromium: size, time to the first page, the longest task while 5,000 figures scroll.

.venv/bin/python benchmarks/review.py REPORT.pdf
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

import reportparse
from reportparse.review import review_page

FIGURES = 5000
STEPS = 60
NAMES = ("chromium", "chromium-browser", "google-chrome")

# What the browser itself saw: tasks over 50 ms, the paint of the first image.
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration);
}).observe({ type: "longtask", buffered: true });
"""


def multiply(report: reportparse.Report) -> reportparse.Report:
    """The report with its figures told again under other ids until there are `FIGURES` of them."""
    figures = list(report.figures)
    times = -(-FIGURES // max(1, len(figures)))
    copies = [one.model_copy(update={"id": f"{one.id}x{at}"}) for at in range(1, times) for one in figures]
    return report.model_copy(update={"figures": [*figures, *copies][:FIGURES]})


def measure(html: str) -> dict[str, float]:
    """Milliseconds until the first page is drawn, and the longest task of opening and of scrolling."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "review.html"
        path.write_text(html, encoding="utf-8")
        found = next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(WATCH)
        start = time.perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_selector(".page img")
        page.locator(".page img").first.evaluate("image => image.decode()")
        page.wait_for_selector(".card")
        first = (time.perf_counter() - start) * 1000
        page.wait_for_timeout(1000)
        opening = page.evaluate("Math.max(0, ...window.tasks)")
        page.evaluate("window.tasks = []")
        page.select_option("#scope", "report")
        page.select_option("#kind", "figure")
        for _ in range(STEPS):
            page.evaluate("document.querySelector('#records').scrollTop += 3000")
            page.wait_for_timeout(30)
        scrolling = page.evaluate("Math.max(0, ...window.tasks)")
        shown = page.locator("#list .card").count()
        browser.close()
    return {"first page, ms": first, "longest task, opening": opening, "scrolling": scrolling, "cards built": shown}


if __name__ == "__main__":
    for name in sys.argv[1:]:
        report = multiply(reportparse.parse(name))
        begin = time.process_time()
        text = review_page(report, name)
        spent = time.process_time() - begin
        pages = report.source.page_count
        print(f"{name}: {pages} pages, {len(report.figures)} figures, {len(text) / 1e6:.2f} MB, {spent:.1f} s of CPU")
        print("  " + ", ".join(f"{key} {value:.0f}" for key, value in measure(text).items()))
