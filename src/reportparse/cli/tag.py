"""`reportparse tag`: figures, themes and entities of any texts, with no PDF."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reportparse.cli.arguments import nlp_option
from reportparse.cli.command import command
from reportparse.cli.output import is_stdout, output_option, write


@command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-", metavar="[FILE]")
@nlp_option
@output_option
def tag(file: Path, nlp: str | None, output: Path | None) -> None:
    """\b
        echo '{"id": 1, "text": "We met 53 victims."}' | reportparse tag

    Read JSON lines {"id", "text"} from FILE or standard input, and write for each a line
    {"id", "figures", "themes", "entities"}.
    """
    tagged = _tag(file, nlp)
    if not is_stdout(output):
        write("".join(tagged), output)
        return
    for line in tagged:
        write(line, None)


def _tag(file: Path, nlp: str | None) -> Iterator[str]:
    """A line for each line, as soon as it is read."""
    from reportparse.language import tag_lines

    names = None
    if nlp is not None:
        from reportparse.language.nlp import trained_names

        names = trained_names(nlp)
    source = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    with source:
        lines = (line.decode("utf-8", "replace") for line in source)
        try:
            for row in tag_lines(lines, names):
                yield json.dumps(row, ensure_ascii=False) + "\n"
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="FILE") from error
