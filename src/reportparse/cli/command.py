"""What every command has: -q, -v, --log-format, --config; and words to the user, for people or for machines."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reportparse.cli.config import CONFIG, load_config, options_of, show_config, variable

_QUIET = "reportparse.quiet"
_VERBOSITY = "reportparse.verbose"
_NO_PROGRESS = "reportparse.no_progress"
_LOG_FORMAT = "reportparse.log_format"

EXIT_NO_TEXT = 5


def keep(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """What keeps an option's value with the context, for `is_quiet`, `verbosity` and `wants_progress`."""

    def kept(context: click.Context, _: click.Parameter, value: Any) -> None:
        context.meta[key] = value

    return kept


class Command(click.Command):
    """A command with what all commands have behind its own options; each option has its variable in the environment."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        """As click's, with more options."""
        super().__init__(*arguments, **attributes)
        self.params += [
            click.Option(
                ["-q", "--quiet"], is_flag=True, expose_value=False, callback=keep(_QUIET),
                help="Tell errors only, on standard error.",
            ),
            click.Option(
                ["-v", "--verbose"], count=True, expose_value=False, callback=keep(_VERBOSITY),
                help="Tell every warning, and each report; -vv: each stage, and where an error comes from.",
            ),
            click.Option(
                ["--log-format"], type=click.Choice(("text", "json")), default="text", expose_value=False,
                callback=keep(_LOG_FORMAT), help="JSON lines on standard error, for programs.",
            ),
            click.Option(
                ["--config"], type=click.Path(dir_okay=False, exists=True, path_type=Path), metavar="FILE",
                is_eager=True, expose_value=False, callback=load_config, help=f"Options kept in a file.  [{CONFIG}]",
            ),
            click.Option(
                ["--show-config"], is_flag=True, expose_value=False, help="Tell which options are in force, and stop."
            ),
        ]  # fmt: skip
        for key, option in options_of(self).items():
            option.envvar = option.envvar or variable(key)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `--show-config` where arguments are missing too."""
        if "--show-config" in args:
            ctx.resilient_parsing = True
            super().parse_args(ctx, args)
            click.echo(show_config(ctx), nl=False)
            ctx.exit()
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, with the library's loggers heard where they are asked for."""
        if verbosity():
            from reportparse.cli.logs import listen

            listen(verbosity(), say)
        return super().invoke(ctx)


def command(**attributes: Any) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command of a function, as `click.command` does."""
    return click.command(cls=Command, **attributes)


progress_option = click.option(
    "--no-progress", is_flag=True, expose_value=False, callback=keep(_NO_PROGRESS),
    help="No progress, though on a terminal.",
)  # fmt: skip


def tell(message: str) -> None:
    """A line on standard error, but not with -q."""
    if not is_quiet():
        say("info", message, message)


def warn(message: str, **more: Any) -> None:
    """A warning on standard error, but not with -q; `more` is for machines."""
    if not is_quiet():
        say("warning", message, f"{_word('warning', 'yellow')}: {message}", **more)


def say(level: str, message: str, text: str, *, logger: str = "reportparse.cli", **more: Any) -> None:
    """`text` on standard error; with --log-format json the message and what more there is, in a line of JSON."""
    if is_json():
        from reportparse.cli.logs import as_line

        text = as_line(level, logger, message, **more)
    click.echo(text, err=True)


def _word(text: str, color: str) -> str:
    """In colour on a terminal only; NO_COLOR is kept to (click strips colour where standard error is a file)."""
    return text if "NO_COLOR" in os.environ else click.style(text, fg=color)


def is_quiet() -> bool:
    """Whether -q was given."""
    return bool(_meta().get(_QUIET))


def is_json() -> bool:
    """Whether machines read standard error."""
    return _meta().get(_LOG_FORMAT) == "json"


def verbosity() -> int:
    """How many -v were given."""
    return int(_meta().get(_VERBOSITY) or 0)


def wants_progress() -> bool:
    """Whether neither -q nor --no-progress was given, and people read it."""
    return not is_quiet() and not is_json() and not _meta().get(_NO_PROGRESS)


def _meta() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    return context.meta if context else {}
