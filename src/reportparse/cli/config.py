"""Options kept in a file: `reportparse.toml`, or `[tool.reportparse]` in `pyproject.toml`, of the folder one works in.

    ocr = "auto"            # for every command that has --ocr

    [batch]
    jobs = 2                # for `reportparse batch` alone

The command line goes before the environment (REPORTPARSE_OCR), that before the file, that before the default.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG, PYPROJECT = "reportparse.toml", "pyproject.toml"
_FROM = "reportparse.config"
# What is asked for once only, and what a file is no place for.
_NEVER = frozenset({"help", "version", "config", "show-config", "password"})


def load_config(context: click.Context, option: click.Parameter, value: Path | None) -> None:
    """Give the command the defaults of the file that is named, or that is there.

    Raises:
        click.BadParameter: It can not be read, or has a key that is no option.
    """
    path = value or next(filter(_is_config, (Path(CONFIG), Path(PYPROJECT))), None)
    if path is None:
        return
    try:
        settings = _read(path)
        known = _known(context.find_root().command, context)
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path}: {error}", context, option) from error
    for unknown in _unknown(settings, known):
        raise click.BadParameter(f"{path}: {unknown} is no option that a file can set", context, option)
    context.meta[_FROM] = str(path)
    context.default_map = _defaults(context, settings)


def show_config(context: click.Context) -> str:
    """Each option with what is in force and where it comes from, in TOML that can be kept as the file."""
    lines = [f"# {context.command_path}"]
    for key, option in options_of(context.command).items():
        name = option.name or ""
        value = context.params.get(name, context.meta.get(f"reportparse.{name}"))
        if option.is_flag and not option.is_bool_flag:  # one of several words for one parameter
            value = value == option.flag_value
        if key not in _NEVER:
            lines.append(f"{key} = {_as_toml(value)}  # {_origin(context, name)}" if value else f"# {key} is not set")
    return "\n".join(lines) + "\n"


def options_of(command: click.Command) -> dict[str, click.Option]:
    """A command's options by their long names, without the dashes."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    return {next(name for name in one.opts if name.startswith("--"))[2:]: one for one in options}


def variable(key: str) -> str:
    """Which variable of the environment sets an option.

    >>> variable("log-format")
    'REPORTPARSE_LOG_FORMAT'
    """
    return f"REPORTPARSE_{key.replace('-', '_').upper()}"


def _is_config(path: Path) -> bool:
    """Whether it is there; a project's own file counts only where it has our table."""
    return path.is_file() and (path.name != PYPROJECT or b"[tool.reportparse" in path.read_bytes())


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    settings = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    own = settings.get("tool", {}).get("reportparse", {}) if path.name == PYPROJECT else settings
    return _with_hyphens(own)


def _with_hyphens(settings: dict[str, Any]) -> dict[str, Any]:
    """Keys as the options are written; `log_format` is `log-format` too."""
    return {
        key.replace("_", "-"): _with_hyphens(value) if isinstance(value, dict) else value
        for key, value in settings.items()
    }


def _known(command: click.Command, context: click.Context) -> dict[str, Any]:
    """What a file may set: the options of a command, and a table for each command below it."""
    known: dict[str, Any] = dict.fromkeys(options_of(command).keys() - _NEVER)
    if isinstance(command, click.Group):
        below = {name: command.get_command(context, name) for name in command.list_commands(context)}
        tables = {name: _known(part, context) for name, part in below.items() if part is not None}
        for table in tables.values():
            known |= {key: None for key, value in table.items() if value is None}
        known |= tables
    return known


def _unknown(settings: dict[str, Any], known: dict[str, Any], place: str = "") -> Iterator[str]:
    for key, value in settings.items():
        table = known.get(key)
        if isinstance(value, dict) and table is not None:
            yield from _unknown(value, table, f"{place}{key}.")
        elif key not in known or (table is not None) != isinstance(value, dict):
            yield f"{place}{key}"


def _defaults(context: click.Context, settings: dict[str, Any]) -> dict[str, Any]:
    """The command's own: what stands for all, then what stands for it and those above it."""
    merged = dict(settings)
    for name in context.command_path.split()[1:]:
        settings = settings.get(name, {})
        merged |= settings
    own = options_of(context.command)
    given = {key: value for key, value in merged.items() if key in own and not isinstance(value, dict)}
    off = {key for key, value in given.items() if own[key].is_flag and value is False}
    return {own[key].name or key: _given(own[key], value) for key, value in given.items() if key not in off}


def _given(option: click.Option, value: Any) -> Any:
    """A file's value as the command line would give it."""
    if option.is_flag and value is True:
        return True if option.is_bool_flag else option.flag_value
    return value if isinstance(value, list) else str(value)


def _origin(context: click.Context, name: str) -> str:
    source = context.get_parameter_source(name)
    if source is ParameterSource.DEFAULT_MAP:
        return str(context.meta[_FROM])
    told = {ParameterSource.COMMANDLINE: "the command line", ParameterSource.ENVIRONMENT: "the environment"}
    return told.get(source, "the default") if source else "the default"


def _as_toml(value: Any) -> str:
    """A value as TOML writes it, which is as JSON does for text, numbers, yes and no, and lists of them."""
    return json.dumps(value if isinstance(value, bool | int | float | list) else str(value), ensure_ascii=False)
