"""Write the reference: the command line from click, the JSON from its schema, the codes from codes.toml."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from reportparse.cli.group import COMMANDS, main
from reportparse.models import Report

CODES = Path(__file__).with_name("codes.toml")
GROUPS = {
    "warnings": ("Warnings", "What makes a record poorer; in `warnings`, each with its page."),
    "checks": ("Checks", "What a report is held to; in `checks`, with what was expected and found, and where."),
    "errors": ("Errors", "One line on standard error, and a subclass of `reportparse.ReportError` in Python."),
}


def write_pages(folder: Path) -> None:
    """Write the three pages, anew and whole."""
    folder.mkdir(exist_ok=True)
    pages = {"command-line.md": command_line(), "json.md": contract(), "codes.md": codes()}
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def command_line() -> str:
    """Every command with its `--help`."""
    parts = ["# The command line", "Written from the commands. `reportparse FILE` is `reportparse parse FILE`."]
    context = click.Context(main, info_name="reportparse", terminal_width=86, max_content_width=86)
    parts.append(f"```text\n{main.get_help(context)}\n```")
    for name in COMMANDS:
        command = main.get_command(context, name)
        if command is not None:
            parts += _tell(command, click.Context(command, info_name=name, parent=context), 2)
    return "\n\n".join(parts) + "\n"


def _tell(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    context.terminal_width = context.max_content_width = 86  # what a page has room for
    yield f"{'#' * level} {context.command_path.removeprefix('reportparse ')}"
    yield f"```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for name, part in command.commands.items():
            yield from _tell(part, click.Context(part, info_name=name, parent=context), level + 1)


def contract() -> str:
    """Every model of the record with its fields, from the JSON Schema."""
    schema = Report.model_json_schema(mode="serialization")
    models = {"Report": schema} | schema["$defs"]
    parts = [
        "# The JSON",
        ("Written from the models. Pages count from 1; a box is `[left, top, right, bottom]` in points from the page's "
        "top-left corner; dates are ISO 8601. `reportparse schema` writes the JSON Schema."),
    ]
    for name, model in models.items():
        if "properties" in model:
            parts += [f"## {name}", model.get("description", "").partition("\n\n")[0], _fields(model)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _fields(model: dict[str, Any]) -> str:
    rows = ["| field | type | |", "|---|---|---|"]
    for name, field in model["properties"].items():
        told = " ".join(field.get("description", "").split()).replace("|", "\\|")
        rows.append(f"| `{name}` | {_type(field)} | {told} |")
    return "\n".join(rows)


def _type(field: dict[str, Any]) -> str:
    """A type as people say it; "or null" where a record may not know."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.casefold()})"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(option) for option in field["anyOf"]))
    if field.get("type") == "array" and "items" in field:
        return f"list of {_type(field['items'])}"
    return str(field.get("type", "any"))


def read_codes() -> dict[str, dict[str, str]]:
    """What each code means, by group."""
    return tomllib.loads(CODES.read_text(encoding="utf-8"))


def codes() -> str:
    """Warnings, checks and errors by code."""
    parts = ["# Warnings, checks and errors"]
    for group, entries in read_codes().items():
        title, told = GROUPS[group]
        rows = "\n".join(f"| `{code}` | {meaning} |" for code, meaning in sorted(entries.items()))
        parts += [f"## {title}", told, f"| code | what it means, and what to do |\n|---|---|\n{rows}"]
    return "\n\n".join(parts) + "\n"
