"""`reportparse` itself: finds its commands, takes FILE for `parse FILE`, and tells every error in one line."""

import os
import traceback
from importlib import import_module
from typing import NoReturn

import click
from click.shell_completion import CompletionItem

import reportparse
from reportparse.cli.command import EXIT_NO_TEXT, say, verbosity
from reportparse.errors import (
    BadQuery,
    DamagedPdf,
    EncryptedPdf,
    MissingExtra,
    MissingPipeline,
    MissingProgram,
    NotAPdf,
    NoText,
    RemoteNotAllowed,
    ReportError,
)

COMMANDS = {
    "parse": "Write the record of a PDF as JSON.",
    "batch": "Read many reports into a folder.",
    "info": "Tell what a PDF or a record is.",
    "figures": "List the figures of a report.",
    "tables": "List the tables of a report.",
    "themes": "List the common themes of a report.",
    "explain": "Tell where a record comes from and how it was read.",
    "check": "Tell where a report does not agree with itself.",
    "pictures": "List pictures, and the values of charts.",
    "review": "Write a page to check a report by.",
    "apply": "Apply corrections to a record.",
    "index": "List a folder of records, or write its landing page.",
    "compare": "Set reports side by side.",
    "export": "Write reports as CSV, Excel, Parquet ...",
    "store": "Keep many reports in one file to query.",
    "schema": "Write the JSON Schema of a record, or check a record.",
    "pccs": "List the police areas, or find the one that a name means.",
    "tag": "Write the figures, themes and entities of texts.",
    "doctor": "Tell what is installed and what is missing.",
}
"""What each does; it is the function of that name in the module of that name beside this one."""

EXIT_UNREADABLE = 4
EXIT_INTERRUPTED = 130
EXIT_CODES: dict[type[ReportError], int] = {
    NotAPdf: EXIT_UNREADABLE,
    DamagedPdf: EXIT_UNREADABLE,
    EncryptedPdf: EXIT_UNREADABLE,
    NoText: EXIT_NO_TEXT,
    MissingExtra: click.UsageError.exit_code,
    MissingPipeline: click.UsageError.exit_code,
    MissingProgram: click.UsageError.exit_code,
    BadQuery: click.UsageError.exit_code,
    RemoteNotAllowed: click.UsageError.exit_code,
}
"""What a script can tell from the exit status; any other `ReportError` is unreadable input too."""

TOUR = """\
reportparse reads annual reports of police and crime commissioners: a PDF in, a record in JSON out.

    reportparse report.pdf -o report.json     the whole report as one record
    reportparse batch reports/ -o parsed/     many reports, each in a process of its own
    reportparse info report.pdf               what kind of file is it, without parsing it
    reportparse info report.json              what does the record hold
    reportparse figures report.json           its figures, to filter and to export
    reportparse tables report.pdf --tidy      its tables, or each number of them with its headers
    reportparse themes report.json            what it is about
    reportparse explain p42.f1 report.json    where a figure comes from
    reportparse check report.json             does it agree with itself
    reportparse review report.json --open     the report beside its pages, to check it by
    reportparse index parsed/ --html          a landing page for a folder of records
    reportparse compare kent-*.json           years and PCCs side by side
    reportparse export *.json -o all.xlsx     figures, tables, text and checks for other programs
    reportparse store add all.duckdb *.json   many reports in one file, to query
    reportparse doctor                        what is installed, what is missing
    reportparse --help                        all commands, and what they have in common
"""


class Commands(click.Group):
    """Imports a command when it is asked for; a name that is no command is a file to parse."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names, the one used most first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"reportparse.cli.{cmd_name}"), cmd_name)
        command.short_help = COMMANDS[cmd_name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List what the commands do, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `reportparse FILE`, `reportparse -` and `reportparse -p 3 FILE` for `parse`."""
        own = {"--help", "--version"}
        if args and args[0] not in COMMANDS and args[0] not in own:
            args = ["parse", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files where no command begins so: FILE alone is `parse FILE`."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what a caller can mend is one line, anything else is a bug and keeps its traceback."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            _stop(_say(error), error.exit_code)
        except ReportError as error:
            _stop(str(error), EXIT_CODES.get(type(error), EXIT_UNREADABLE))
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
            _stop(f"{error.filename}: {error.strerror}; give the path of a file", click.UsageError.exit_code)
        except BrokenPipeError:
            _stop("nobody reads what is written", 1)
        except OSError as error:  # no permission, a disk that is full or fails
            _stop(f"{error.filename or 'reading or writing'}: {error.strerror}", EXIT_UNREADABLE)
        except (KeyboardInterrupt, click.Abort):
            _stop("interrupted; nothing was written", EXIT_INTERRUPTED)


def _say(error: click.ClickException) -> str:
    """Click's words as ours: one line, and where to look."""
    words = " ".join(error.format_message().split()).rstrip(".?")
    words = words[:1].lower() + words[1:] if words[1:2].islower() else words
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{words}; see {context.command_path} --help" if context else words


def _stop(message: str, code: int) -> NoReturn:
    """Tell it in one line, with -vv where it comes from too, and end."""
    if verbosity() > 1:
        trace = traceback.format_exc()
        say("debug", trace, trace.rstrip("\n"))
    say("error", message, f"error: {message}")
    raise click.exceptions.Exit(code)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["--help"]})
@click.version_option(reportparse.__version__, message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """\b
        reportparse report.pdf -o report.json

    Read annual reports of police and crime commissioners: a PDF in, a record that can be checked out.

    FILE alone is `parse FILE`; a FILE is a PDF or a record, - is standard input. Results go to standard output or to
    what -o names, all else to standard error. Rows are a table on a terminal and JSON lines in a pipe, or what -t,
    --csv, --nl or the name behind -o says.

    \b
    Exit status: 0 done, 1 the answer is no, 2 wrong usage, 3 some of many failed, 4 unreadable, encrypted or not a PDF,
    5 no text layer, 130 interrupted.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to seek them reads the metadata of all packages
    if ctx.invoked_subcommand is None:
        click.echo(TOUR, nl=False)
