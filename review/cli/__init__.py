"""The command `mt-review`."""

import click

from .. import __version__
from . import checking, evaluating, scoring, serving, texts, translating
from .common import ReviewGroup

_EXAMPLES = """
Judge and correct machine translation.

\b
Examples:
  mt-review demo
  mt-review import --source article.de.txt --target article.en.txt
  mt-review check --source article.de.txt --target article.en.txt
  mt-review score --hypothesis system.txt --reference reference.txt
  mt-review export 1 --format html --output article.html

Exit status: 0 done; 1 a threshold was reached (check --fail-on); 2 bad usage or input.
"""


@click.group(cls=ReviewGroup, help=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mt-review")
def main() -> None:
    """The group that holds the commands."""


for command in (
    serving.demo,
    serving.serve,
    texts.import_,
    texts.list_,
    checking.check,
    scoring.score,
    translating.translate,
    texts.export,
    checking.checks,
    evaluating.evaluate,
):
    main.add_command(command)
