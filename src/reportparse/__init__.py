"""Annual reports of police and crime commissioners, from PDF to records that can be checked.

    import reportparse

    report = reportparse.parse("report.pdf")
    report.paragraph("42").text
"""

import typing as _typing
from importlib import import_module as _import

from reportparse.collector import paused_collector as _paused_collector
from reportparse.errors import BadRecord, DamagedPdf, EncryptedPdf, NotAPdf, ReportError

if _typing.TYPE_CHECKING:
    from reportparse.batches import batch as batch
    from reportparse.comparison import compare as compare
    from reportparse.exports import export as export
    from reportparse.models import Report as Report
    from reportparse.models import load as load
    from reportparse.record import parse as parse

__version__ = "0.1.0"

# Where the names live that are costly to import: they come when they are first asked for, so that
# `reportparse --help` waits for no PDF reader and no models.
_HOMES = {
    "Report": "reportparse.models",
    "batch": "reportparse.batches",
    "compare": "reportparse.comparison",
    "export": "reportparse.exports",
    "load": "reportparse.models",
    "parse": "reportparse.record",
}

__all__ = [
    "BadRecord", "DamagedPdf", "EncryptedPdf", "NotAPdf", "Report", "ReportError", "__version__", "batch",
    "compare", "export", "load", "parse",
]  # fmt: skip


if not _typing.TYPE_CHECKING:  # to a type checker, or every misspelt name would be some object

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'reportparse' has no attribute {name!r}")
        with _paused_collector():
            value = getattr(_import(_HOMES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*(name for name in globals() if name.startswith("__")), *__all__})
