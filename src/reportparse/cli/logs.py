"""What the library's loggers say, told as the commands tell everything."""

import json
import logging
from datetime import UTC, datetime
from typing import Any, Protocol


def as_line(level: str, logger: str, message: str, **more: Any) -> str:
    """A line of JSON with the time of day in UTC.

    >>> as_line("info", "reportparse.cli", "3 added")[42:]
    '"level": "info", "logger": "reportparse.cli", "message": "3 added"}'
    """
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    return json.dumps({"time": time, "level": level, "logger": logger, "message": message, **more}, ensure_ascii=False)


class Say(Protocol):
    """Tells a line: its level and message for machines, its text for people, and more for machines."""

    def __call__(self, level: str, message: str, text: str, *, logger: str, **more: Any) -> None:
        """On standard error."""


class _Teller(logging.Handler):
    """Hands what a logger says to `say`, with the fields that the library adds."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say

    def emit(self, record: logging.LogRecord) -> None:
        level, message = record.levelname.lower(), record.getMessage()
        more = {key: value for key in ("report", "seconds") if (value := getattr(record, key, None)) is not None}
        self.say(level, message, f"{level}: {record.name}: {message}", logger=record.name, **more)


def listen(verbosity: int, say: Say) -> None:
    """With -v each report is told, with -vv each stage of it."""
    log = logging.getLogger("reportparse")
    log.handlers = [*(one for one in log.handlers if not isinstance(one, _Teller)), _Teller(say)]
    log.setLevel(logging.DEBUG if verbosity > 1 else logging.INFO)
