"""A record's JSON back into a `Report`."""

import json
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from reportparse.errors import BadRecord
from reportparse.models.report import SCHEMA_VERSION, Report


def load(source: str | bytes | Path | IO[str] | IO[bytes]) -> Report:
    """Read a record from a file's path, from an open file, or from JSON text (which begins with a brace).

    Raises:
        BadRecord: It is not JSON, of another major schema version, or not as the contract says.
    """
    name, text = _read(source)
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadRecord(name, f"not JSON ({error})") from error
    _check_version(name, data)
    try:
        return Report.model_validate(data)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise BadRecord(name, f"{_path(problems[0]['loc'])}: {problems[0]['msg']}") from error


def _read(source: str | bytes | Path | IO[str] | IO[bytes]) -> tuple[str, str | bytes]:
    """A name for error messages, and the JSON."""
    if isinstance(source, bytes):
        return "JSON", source
    if isinstance(source, str) and source.lstrip().startswith("{"):
        return "JSON", source
    if isinstance(source, str | Path):
        return str(source), Path(source).read_bytes()
    return str(getattr(source, "name", "JSON")), source.read()


def _check_version(name: str, data: object) -> None:
    if not isinstance(data, dict) or not isinstance(data.get("schema_version"), str):
        raise BadRecord(name, "$.schema_version is missing")
    version = data["schema_version"]
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise BadRecord(name, f"its schema_version is {version}, this reportparse reads {SCHEMA_VERSION}")


def _path(location: tuple[str | int, ...]) -> str:
    """Where in the JSON.

    >>> _path(("paragraphs", 3, "spans", 0, "page"))
    '$.paragraphs[3].spans[0].page'
    """
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
