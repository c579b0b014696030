"""The errors that a caller may catch.

    ReportError
    ├── NotAPdf          not a PDF at all, or an empty file
    ├── DamagedPdf       begins as a PDF, but can not be opened, or has no pages
    ├── EncryptedPdf     needs a password, or the one given is wrong
    ├── NoText           no page holds text, so a command has nothing to show (a scan)
    ├── BadRecord        JSON that is not a record of this library
    ├── BadCorrections   a line that is no correction
    ├── MissingExtra     a package that is not installed
    ├── BadStore         a file that is no store, or of a newer version
    ├── StoreBusy        a store that another process has
    ├── BadQuery         a question that a store does not understand
    ├── BadManifest      a manifest of a batch that can not be read
    ├── RemoteNotAllowed a URL where none was allowed
    ├── MissingProgram   a program that recognises text is not installed
    ├── MissingPipeline  a pipeline of spaCy that is not installed
    ├── OcrFailed        the text of pages can not be recognised
    ├── TooLarge         more bytes or pages than a report has
    └── NoWorker         a process to read reports in can not be started
"""

from pathlib import Path


class ReportError(Exception):
    """Base of all errors about a report; its text is one line: where, what, what to do."""

    def __init__(self, name: str | Path, *details: object) -> None:
        """Every argument is passed on, or the error would not come back from a worker process."""
        super().__init__(name, *details)
        self.name = str(name)


class NotAPdf(ReportError):
    """The bytes are not a PDF."""

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.name} is not a PDF file; give the report's PDF"


class DamagedPdf(ReportError):
    """The PDF can not be opened."""

    def __init__(self, name: str | Path, reason: str) -> None:
        """`reason` is a few words, such as "it ends too early"."""
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Where, what, what to do."""
        return f"{self.name} can not be read: {self.reason}; fetch the file again or print it to a new PDF"


class EncryptedPdf(ReportError):
    """The PDF asks for a password."""

    def __init__(self, name: str | Path, has_password: bool = False) -> None:
        """`has_password` tells whether one was tried; the password itself is kept nowhere."""
        super().__init__(name, has_password)
        self.has_password = has_password

    def __str__(self) -> str:
        """Where, what, what to do."""
        if self.has_password:
            return f"{self.name} is encrypted and the password given does not open it"
        return f"{self.name} is encrypted; pass --password or set REPORTPARSE_PASSWORD"


class NoText(ReportError):
    """No page holds text, so that a command has nothing to show; `parse` gives a record that says so."""

    def __init__(self, name: str | Path, page_count: int) -> None:
        """`page_count` is how many pages it has."""
        super().__init__(name, page_count)
        self.page_count = page_count

    def __str__(self) -> str:
        """Where, what, what to do."""
        what = f"none of its {self.page_count} pages holds text (a scan?)"
        return f"{self.name}: {what}; run OCR first: pass --ocr auto"


class BadRecord(ReportError):
    """JSON that is not a record, or one of a schema that this version does not know."""

    def __init__(self, name: str | Path, reason: str) -> None:
        """`reason` is the first thing that is wrong."""
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.name} is not a report's record: {self.reason}"


class BadCorrections(ReportError):
    """A log of corrections that can not be read."""

    def __init__(self, name: str | Path, line: int, reason: str) -> None:
        """`line` counts from 1; `reason` is the first thing that is wrong in it."""
        super().__init__(name, line, reason)
        self.line, self.reason = line, reason

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.name}: line {self.line} is no correction: {self.reason}"


class MissingExtra(ReportError):
    """What was asked for needs a package that comes with an extra."""

    def __init__(self, module: str, extra: str) -> None:
        """`module` could not be imported; `extra` brings it."""
        super().__init__(module, extra)
        self.extra = extra

    def __str__(self) -> str:
        """What, and what to do."""
        return f"{self.name} is not installed; get it with: pip install 'reportparse[{self.extra}]'"


class BadStore(ReportError):
    """A file that is no store of this library, or can not be read."""

    def __init__(self, name: str | Path, reason: str) -> None:
        """`reason` is a few words."""
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.name} is no store of reports: {self.reason}"


class StoreBusy(ReportError):
    """A store that another process has open."""

    def __init__(self, name: str | Path, seconds: float) -> None:
        """It was waited for, `seconds` long."""
        super().__init__(name, seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        """Where, what, what to do."""
        return f"{self.name} is in use by another process (waited {self.seconds:g} s); try again, or pass --wait"


class BadQuery(ReportError):
    """A query that a store does not understand or allow."""

    def __init__(self, name: str | Path, reason: str) -> None:
        """`reason` is what the database says."""
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.name}: {self.reason}"


class BadManifest(ReportError):
    """A manifest of an earlier batch that can not be read."""

    def __init__(self, name: str | Path, line: int) -> None:
        """`line` counts from 1."""
        super().__init__(name, line)
        self.line = line

    def __str__(self) -> str:
        """Where, what, what to do."""
        return f"{self.name}: line {self.line} is no entry of a manifest; mend it, or give another folder"


class RemoteNotAllowed(ReportError):
    """A URL, where none was allowed."""

    def __str__(self) -> str:
        """Where, what, what to do."""
        return f"{self.name} is a URL; pass --allow-remote to read from there"


class NoWorker(ReportError):
    """A process to read reports in can not be started."""

    def __str__(self) -> str:
        """What, what to do."""
        return f"{self.name} can not start a process that reads reports; see above what it says"


class MissingProgram(ReportError):
    """Tesseract or Ghostscript is not installed."""

    def __init__(self, name: str | Path, reason: str) -> None:
        """`reason` is what OCRmyPDF says."""
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Where, what, what to do."""
        return f"{self.name}: {self.reason}; on Debian and Ubuntu: apt install tesseract-ocr ghostscript"


class MissingPipeline(ReportError):
    """A trained pipeline of spaCy is not installed."""

    def __str__(self) -> str:
        """What, what to do."""
        return f"spaCy has no pipeline {self.name}; run python -m spacy download {self.name}, or name its folder"


class OcrFailed(ReportError):
    """The text of pages can not be recognised."""

    def __init__(self, name: str | Path, reason: str) -> None:
        """`reason` is what OCRmyPDF says."""
        super().__init__(name, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Where and what."""
        return f"{self.name}: its pages can not be recognised: {self.reason}"


class TooLarge(ReportError):
    """More bytes, packed or unpacked, or pages than a report has."""

    def __init__(self, name: str | Path, what: str, found: int, limit: int) -> None:
        """`what` is counted: "bytes", "bytes unpacked from one stream" or "pages"."""
        super().__init__(name, what, found, limit)
        self.what, self.found, self.limit = what, found, limit

    def __str__(self) -> str:
        """Where, what, what to do."""
        return f"{self.name} has {self.found:,} {self.what}, more than {self.limit:,}; split it and read the parts"
