"""What every command has: -q, -v, and a word to the user that -q silences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

_QUIET = "reportparse.quiet"
_VERBOSITY = "reportparse.verbosity"
_PROGRESS = "reportparse.progress"


def keep(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """What keeps an option's value with the context, for `is_quiet`, `verbosity` and `wants_progress`."""

    def kept(context: click.Context, _: click.Parameter, value: Any) -> None:
        context.meta[key] = value

    return kept


class Command(click.Command):
    """A command with -q and -v behind its own options."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        """As click's, with two more options."""
        super().__init__(*arguments, **attributes)
        self.params += [
            click.Option(
                ["-q", "--quiet"], is_flag=True, expose_value=False, callback=keep(_QUIET),
                help="Tell errors only, on standard error.",
            ),
            click.Option(
                ["-v", "--verbose"], count=True, expose_value=False, callback=keep(_VERBOSITY),
                help="Tell every warning; -vv: where an error comes from too.",
            ),
        ]  # fmt: skip


def command(**attributes: Any) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command of a function, as `click.command` does."""
    return click.command(cls=Command, **attributes)


progress_option = click.option(
    "--no-progress", is_flag=True, expose_value=False, callback=lambda c, p, v: keep(_PROGRESS)(c, p, not v),
    help="No progress, though on a terminal.",
)  # fmt: skip


def tell(message: str) -> None:
    """A line on standard error, but not with -q."""
    if not is_quiet():
        click.echo(message, err=True)


def is_quiet() -> bool:
    """Whether -q was given."""
    return bool(_meta().get(_QUIET))


def verbosity() -> int:
    """How many -v were given."""
    return int(_meta().get(_VERBOSITY) or 0)


def wants_progress() -> bool:
    """Whether neither -q nor --no-progress was given."""
    return not is_quiet() and bool(_meta().get(_PROGRESS, True))


def _meta() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    return context.meta if context else {}
