"""bookwork schema: the JSON Schema of banks."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bookwork.cli._shared import writing
from bookwork.model.files import write_atomically
from bookwork.model.schema import bank_schema


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, such as exercises/bank.schema.json.  [default: print it]",
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of question banks.

    An editor completes and checks a bank whose first line names the schema:

    \b
      # yaml-language-server: $schema=../bank.schema.json
    """
    text = json.dumps(bank_schema(), indent=1, ensure_ascii=False) + "\n"
    if output is None:
        click.echo(text, nl=False)
    else:
        with writing(output):
            write_atomically(output, text)
        click.echo(f"Wrote {output}.")
