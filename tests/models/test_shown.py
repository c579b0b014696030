"""What records show in a notebook."""

from html.parser import HTMLParser

import pytest
from paper import draw_pdf, say
from small_report import figure, small_report

import reportparse
from reportparse.comparison import compare
from reportparse.models import Report

EVIL = "<script>alert(1)</script>"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names = set()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002
        self.names.add(tag)


@pytest.fixture
def report() -> Report:
    data = small_report(figures=[figure("f1", value=3, measure=EVIL), figure("f2", value=4, role="target")])
    data["tables"][0]["caption"] = data["sections"][0]["title"] = EVIL
    return Report.model_validate(data)


def test_what_a_notebook_shows_is_a_table_of_escaped_words(report):
    shown = [report, report.tables[0], report.figures, compare([report, report])]

    for record in shown:
        tags = Tags()
        tags.feed(record._repr_html_())

        assert "table" in tags.names
        assert "script" not in tags.names


def test_figures_are_filtered_and_handed_on(report):
    [target] = report.figures.where(role="target")

    assert target.id == "f2"
    assert report.where(role="target") == report.figures.where(role="target") == [target]
    assert report.figures.to_dicts()[0]["value"] == 3
    assert list(report.figures.to_pandas()["id"]) == ["f1", "f2"]
    assert type(Report.model_validate_json(report.model_dump_json()).figures) is type(report.figures)


def test_a_figure_shows_the_page_round_it(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(draw_pdf(say("The service helped 1,912 victims.", y=400)))
    [found] = reportparse.parse(path).figures
    image = found.show(margin=20)
    ink = image.convert("L").point(lambda level: 255 * (level < 128)).getbbox()

    assert image.height < 200
    assert ink is not None
    with pytest.raises(ValueError, match="does not know its file"):
        reportparse.parse(path.read_bytes()).figures[0].show()
