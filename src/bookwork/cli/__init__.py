"""The command line: thin commands over the engine."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from bookwork import __version__
from bookwork.cli.build import build
from bookwork.cli.check import check
from bookwork.cli.coverage import coverage
from bookwork.cli.mark import mark
from bookwork.cli.pack import pack
from bookwork.cli.schema import schema
from bookwork.cli.take import take
from bookwork.cli.types import types


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="bookwork")
def main() -> None:
    """Build, check and mark a teaching kit.

    A kit is a folder with seeds/ (the facts), book/ (the prose) and exercises/ (the questions).
    Start with:

    \b
      bookwork check              does everything hold?
      bookwork coverage           how are the questions spread, what rests on nothing?
      bookwork build              make the book, in _build/html
      bookwork pack               make what lets readers run a page's code
      bookwork take context       do a chapter's questions in the terminal
      bookwork mark answers.json  score a student's answers, or a folder of labs
    """
    # A terminal of few characters, or odd bytes typed into it, must not end a test halfway.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


for command in (build, check, coverage, mark, pack, take, schema, types):
    main.add_command(command)
