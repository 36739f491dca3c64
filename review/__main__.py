"""`python -m review` is the command `mt-review`."""

from .cli import main

main(prog_name="mt-review")
