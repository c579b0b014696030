"""Reports whose pages are images: their text is recognised by OCRmyPDF and Tesseract, then parsed as any other.

    parse_recognised("scan.pdf")                     pages without text are recognised, the others read as they are
    parse_recognised("scan.pdf", ocr="force")        all pages are, for files whose own text is bad
"""

from __future__ import annotations

import hashlib
import io
import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from reportparse.errors import EncryptedPdf, MissingExtra, MissingProgram, OcrFailed
from reportparse.models import Report, ReportWarning
from reportparse.pdf import NamedBytes
from reportparse.record import Progress, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pikepdf import Pdf

    from reportparse.pdf import Source

Ocr = Literal["auto", "never", "force"]
"""Which pages are recognised: those without text, none, or all."""

# What is left of the score of a figure that was recognised.  Tesseract has no letter's own confidence in a PDF, and a
# digit read wrong makes a figure as good as any: it stands below every figure that was printed as text.
RECOGNISED_SCORE = 0.8


class ReadOptions(TypedDict, total=False):
    """How a PDF is read, whoever reads it; each may be left out."""

    password: str | None
    """For a file that asks for one."""
    ocr: Ocr
    """Which pages are recognised, "auto" by default; with "auto" a file that needs it not takes no longer."""
    language: str
    """Tesseract's name for it, "eng" by default; of several "eng+cym"."""
    nlp: str | None
    """Name of a trained pipeline of spaCy, as `parse` takes it."""
    profile: bool
    """Whether the record tells how long each stage took."""


def parse_recognised(
    source: Source,
    *,
    pages: Sequence[int] | None = None,
    progress: Progress | None = None,
    **options: Unpack[ReadOptions],
) -> Report:
    """Read a report, its scanned pages too.

    The record is that of the file as it is, with the text that was recognised: `source.scanned_pages` names those
    pages, each has a warning, and the figures on them a lower score.  Pages are put straight before they are read, so
    boxes there are those of the straight page.

    Args:
        source: A path, the bytes of a PDF, or a binary file object.
        pages: Numbers of the pages to read, from 1; all by default.
        progress: Called after each page that is read, not while pages are recognised.
        options: See `ReadOptions`.

    Raises:
        MissingExtra, MissingProgram: OCRmyPDF, or Tesseract or Ghostscript, is not installed.
        OcrFailed: The pages can not be recognised.
        NotAPdf, EncryptedPdf, DamagedPdf, MissingPipeline, ValueError: As `parse`.
    """
    if isinstance(source, bytes):
        name, data = None, source
    elif isinstance(source, str | Path):
        name, data = str(source), Path(source).read_bytes()
    else:
        name, data = getattr(source, "name", None), source.read()

    ocr, password = options.get("ocr", "auto"), options.get("password")
    nlp, profile = options.get("nlp"), options.get("profile", False)

    def read(content: bytes, password: str | None = None) -> Report:
        source = NamedBytes(content, name)
        return parse(source, pages=pages, password=password, nlp=nlp, profile=profile, progress=progress)

    if ocr == "never":
        return read(data, password)
    scanned = None if pages is None else list(pages)
    if ocr == "auto":
        report = read(data, password)
        scanned = report.source.scanned_pages
        if not scanned:
            return report
    language = options.get("language", "eng")
    with_text = add_text(
        data, scanned, name=name or "<bytes>", language=language, password=password, force=ocr == "force"
    )
    found = read(with_text)
    return _mark(found, data, scanned or range(1, found.source.page_count + 1))


def add_text(
    data: bytes, pages: Iterable[int] | None, *, name: str, language: str, password: str | None, force: bool
) -> bytes:
    """The PDF, without its password, with the text that is recognised on these pages behind their images.

    Raises:
        MissingExtra, MissingProgram, OcrFailed, EncryptedPdf: It can not be done.
    """
    try:
        import ocrmypdf  # noqa: PLC0415  # an extra
        from ocrmypdf import exceptions  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("ocrmypdf", "ocr") from error
    for room in ("ocrmypdf", "pikepdf", "PIL", "fontTools"):
        logging.getLogger(room).addHandler(logging.NullHandler())  # what they say goes into the record or an error
    with TemporaryDirectory(prefix="reportparse-") as folder:
        before, after = Path(folder, "before.pdf"), Path(folder, "after.pdf")
        before.write_bytes(_decrypt(data, name, password))
        options: dict[str, Any] = {"pages": ",".join(map(str, pages))} if pages is not None else {}
        options |= {"force_ocr": True} if force else {"skip_text": True}
        try:
            ocrmypdf.ocr(
                before, after, language=language.split("+"), deskew=True, output_type="pdf", optimize=0, jobs=1,
                use_threads=True, progress_bar=False, invalidate_digital_signatures=True, **options,
            )  # fmt: skip
        except exceptions.MissingDependencyError as error:
            raise MissingProgram(name, " ".join(str(error).split())) from error
        except (exceptions.ExitCodeException, OSError) as error:
            raise OcrFailed(name, " ".join(str(error).split()) or type(error).__name__) from error
        return after.read_bytes()


def _decrypt(data: bytes, name: str, password: str | None) -> bytes:
    import pikepdf  # noqa: PLC0415  # comes with ocrmypdf

    try:
        with _unlock(data, password) as pdf:
            if not pdf.is_encrypted:
                return data
            target = io.BytesIO()
            pdf.save(target)
            return target.getvalue()
    except pikepdf.PasswordError as error:
        raise EncryptedPdf(name, bool(password)) from error
    except pikepdf.PdfError as error:
        raise OcrFailed(name, " ".join(str(error).split())) from error


def _unlock(data: bytes, password: str | None) -> Pdf:
    """Open it; a file whose password protects changes alone opens without any."""
    import pikepdf  # noqa: PLC0415  # comes with ocrmypdf

    try:
        return pikepdf.open(io.BytesIO(data), password=password or "")
    except pikepdf.PasswordError:
        if not password:
            raise
        return pikepdf.open(io.BytesIO(data))


def _mark(report: Report, data: bytes, scanned: Iterable[int]) -> Report:
    """The record of the file itself, with what was recognised told apart."""
    pages = sorted({*scanned} & {*range(1, report.source.page_count + 1)})
    source = report.source.model_copy(update={"sha256": hashlib.sha256(data).hexdigest(), "scanned_pages": pages})
    figures = [
        figure.model_copy(update={"score": round((figure.score or 1.0) * RECOGNISED_SCORE, 3)})
        if figure.page in pages
        else figure
        for figure in report.figures
    ]
    told = "the text of this page was recognised in its image; its figures may be misread"
    recognised = sorted({*pages} - {*report.source.scanned_pages})
    warnings = [ReportWarning(code="recognised-page", message=told, page=page) for page in recognised]
    return report.model_copy(update={"source": source, "figures": figures, "warnings": [*report.warnings, *warnings]})
