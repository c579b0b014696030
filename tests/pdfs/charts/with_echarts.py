"""Charts of Apache ECharts as a browser prints them: labels have a halo in the colour of the page."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from designs import DESIGNS
from specs import Chart, prose

STYLE = "@page{size:A4;margin:18mm} body{font:11pt 'Liberation Sans'} section{break-after:page}"


def build(target: Path) -> list[str]:
    """Write the file with Chromium, and tell its charts page by page."""
    sections, scripts = [], []
    for name, draw in DRAWN.items():
        above, below = prose(name + "above", 90), prose(name + "below", 80)
        frame = f"<div id={name} style='width:600px;height:320px'></div>"
        sections.append(f"<section><p>{above}</p>{frame}<p>{below}</p></section>")
        chart = DESIGNS[name]
        title = {"text": chart.title, "left": "center", "textStyle": {"fontSize": 14}}
        option = {"animation": False, "title": title, "textStyle": {"fontFamily": "Liberation Sans"}, **draw(chart)}
        scripts.append(f"echarts.init(document.getElementById('{name}'),null,{{renderer:'svg'}})"
                       f".setOption({json.dumps(option)});")  # fmt: skip
    page = (
        f"<!doctype html><html lang=en><meta charset=utf-8><style>{STYLE}</style>"
        f"<script src='file://{Path(os.environ['ECHARTS']).absolute()}'></script>"
        f"{''.join(sections)}<script>{''.join(scripts)}</script></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, "utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             "--allow-file-access-from-files", "--virtual-time-budget=8000", f"--print-to-pdf={target.absolute()}",
             str(source)],
            check=True, capture_output=True,
        )  # fmt: skip
    return list(DRAWN)


def draw_groups(chart: Chart) -> dict[str, object]:
    """Columns in groups with their values on top, and the legend below."""
    label = {"show": True, "position": "top", "fontSize": 9}
    series = [{"name": name, "type": "bar", "data": values, "label": label} for name, values in chart.series.items()]
    return {
        "legend": {"bottom": 0}, "yAxis": {"type": "value"}, "xAxis": {"type": "category", "data": chart.categories},
        "series": series,
    }  # fmt: skip


def draw_level(chart: Chart) -> dict[str, object]:
    """Level bars with their values behind them and no axis."""
    none = {"show": False}
    return {
        "grid": {"left": 110, "right": 60}, "xAxis": {"type": "value", **none},
        "yAxis": {"type": "category", "data": chart.categories, "axisLine": none, "axisTick": none},
        "series": [{"type": "bar", "data": chart.series["Offences"], "label": {"show": True, "position": "right"}}],
    }  # fmt: skip


def draw_ring(chart: Chart) -> dict[str, object]:
    """A ring with names and shares at leader lines, and its whole in the middle."""
    data = [{"name": name, "value": y} for name, y in zip(chart.categories, chart.series["Income"], strict=True)]
    whole = {"text": "£736.7m", "fontSize": 18, "fontWeight": "bold"}
    ring = {"type": "pie", "center": ["50%", "58%"], "radius": ["36%", "58%"], "data": data}
    return {
        "series": [{**ring, "label": {"formatter": "{b}\n{d}%"}}],
        "graphic": [{"type": "text", "left": "center", "top": "55%", "style": whole}],
    }  # fmt: skip


DRAWN = {"halo_groups": draw_groups, "halo_level": draw_level, "halo_ring": draw_ring}
