"""Scans are recognised when that is asked for, page by page, and what was recognised is told apart."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from paper import bend, draw_pdf, say
from PIL import Image

import reportparse
from reportparse.pdf import Document
from reportparse.recognition import RECOGNISED_SCORE, parse_recognised

ROOT = Path(__file__).parents[1]
_missing = [name for name in ("tesseract", "gs") if not shutil.which(name)]


@pytest.fixture(autouse=True, scope="module")
def _programs():
    if _missing and os.environ.get("CI"):
        pytest.fail(f"{', '.join(_missing)} must be installed where CI runs")
    if _missing:
        pytest.skip(f"needs {', '.join(_missing)}: apt install tesseract-ocr ghostscript")


def scanned(*texts: str, size: int = 14) -> bytes:
    """A PDF whose pages are images of these lines."""
    target = io.BytesIO()
    with Document(draw_pdf(*[say(text, size=size) for text in texts])) as document:
        images: list[Image.Image] = [document.draw_page(number, 3)[0] for number in range(1, len(texts) + 1)]
    images[0].save(target, "PDF", resolution=216, save_all=True, append_images=images[1:])
    return target.getvalue()


def said(report):
    return " ".join(paragraph.text for paragraph in report.paragraphs)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    """A page of text, and a scanned one."""

    def add(pdf):
        with pikepdf.open(io.BytesIO(scanned("There were 1,204 burglaries in the year."))) as other:
            pdf.pages.append(other.pages[0])

    return bend(draw_pdf(say("There were 39,507 offences in the year.")), add)


@pytest.fixture(scope="module")
def recognised(mixed):
    return parse_recognised(mixed)


def test_a_scanned_page_among_others_is_recognised(mixed, recognised):
    assert "39,507 offences" in said(recognised)
    assert "1,204 burglaries" in said(recognised)
    assert recognised.source.scanned_pages == [2]
    assert recognised.source.sha256 == reportparse.parse(mixed).source.sha256


def test_figures_that_were_recognised_have_a_lower_score_and_a_warning(mixed, recognised):
    scores = {figure.page: figure.score for figure in recognised.figures}
    (printed,) = (figure.score for figure in reportparse.parse(mixed).figures)

    assert scores[1] == printed
    assert scores[2] <= RECOGNISED_SCORE < printed
    assert ("recognised-page", 2) in {(warning.code, warning.page) for warning in recognised.warnings}


def test_a_file_with_text_is_read_as_ever():
    data = draw_pdf(say("There were 39,507 offences in the year."))

    assert parse_recognised(data) == parse_recognised(data, ocr="never") == reportparse.parse(data)


def test_an_encrypted_scan_is_recognised_with_its_password():
    encryption = pikepdf.Encryption(user="user", owner="owner")
    data = bend(scanned("There were 1,204 burglaries."), lambda pdf: None, encryption=encryption)

    assert "1,204 burglaries" in said(parse_recognised(data, password="user"))


def test_a_scan_that_protects_changes_alone_is_recognised_with_any_password():
    encryption = pikepdf.Encryption(user="", owner="owner")
    data = bend(scanned("There were 1,204 burglaries."), lambda pdf: None, encryption=encryption)

    assert "1,204 burglaries" in said(parse_recognised(data, password="another"))


def test_the_commands_recognise_when_they_are_told_to(tmp_path):
    scan, environment = tmp_path / "scan.pdf", {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    scan.write_bytes(scanned("There were 1,204 burglaries."))
    start = [sys.executable, "-m", "reportparse"]
    for arguments, status in (
        (["parse", scan], 5),
        (["batch", scan, "-o", tmp_path / "out"], 0),
        (["batch", scan, "-o", tmp_path / "out", "--resume", "--ocr", "auto"], 0),
    ):
        done = subprocess.run([*start, *arguments], env=environment, capture_output=True, check=False)
        assert done.returncode == status, done.stderr
    report = reportparse.load(tmp_path / "out" / "scan.json")
    assert report.source.scanned_pages == [1]
    assert "1,204 burglaries" in said(report)
