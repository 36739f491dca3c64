"""`evaluate`: how good flags are on documents that people judged."""

import json
from pathlib import Path
from typing import Any

import click

from ..scoring.flags import Evaluation, Share
from ..workflow.evaluating import evaluate_files
from .common import PATH, config_option, settings_of, table


@click.command()
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD")
@click.argument("predictions", required=False, type=PATH, metavar="[PREDICTIONS]")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@config_option
def evaluate(gold: Path, predictions: Path | None, form: str, config: Path | None) -> None:
    """Measure flags against the errors that people marked.

    GOLD is JSONL, or a folder with such files: documents with "errors", as an export of reviewed articles
    writes them. PREDICTIONS are flags as check --format jsonl writes them; without them the checks run now.

    \b
    Examples:
      mt-review evaluate reviewed.jsonl
      mt-review evaluate gold.jsonl.gz flags.jsonl --format json
    """
    result = evaluate_files(gold, predictions, settings_of(config))
    if form == "json":
        click.echo(json.dumps(_values(result), ensure_ascii=False, indent=1))
    else:
        click.echo(_shown(result))


def _values(result: Evaluation) -> dict[str, Any]:
    return {
        "documents": result.documents,
        "words": result.words,
        "documents_without_flags": result.without_flags,
        "checks": {code: _share(one, "right", "flags") for code, one in sorted(result.precision.items())},
        "errors": {kind: _share(one, "found", "errors") for kind, one in sorted(result.recall.items())},
        "precision": _share(result.all_precision, "right", "flags"),
        "recall": _share(result.all_recall, "found", "errors"),
        "correct_words_flagged": _share(result.correct_flagged, "flagged", "words"),
        "clean": {
            "words": result.clean_words,
            "flags": dict(result.clean_flags),
            "per_1000_words": result.clean_per_thousand,
        },
    }


def _share(one: Share, part: str, total: str) -> dict[str, Any]:
    return {part: one.part, total: one.total, "share": one.value, "interval_95": one.interval}


def _shown(result: Evaluation) -> str:
    lines = [f"{result.documents} documents, {result.words} words"]
    if result.without_flags:
        lines.append(f"{result.without_flags} documents have no line in the predictions")
    head = ("right", "flags", "precision", "95 % interval")
    lines += ["", _shares(result.precision, result.all_precision, ("check", *head))]
    head = ("found", "errors", "recall", "95 % interval")
    lines += ["", _shares(result.recall, result.all_recall, ("error", *head))]
    if result.correct_flagged.total:
        share = result.correct_flagged
        lines += ["", f"correct words flagged: {share.part} of {share.total}"]
    if result.clean_words:
        rate = result.clean_per_thousand
        lines += ["", f"clean text: {rate:.2f} flags per 1,000 words ({result.clean_words} words)"]
    return "\n".join(lines)


def _shares(shares: dict[str, Share], everything: Share, head: tuple[str, ...]) -> str:
    named = [*sorted(shares.items()), ("all", everything)]
    return table([(name, one.part, one.total, *_numbers(one)) for name, one in named], head)


def _numbers(one: Share) -> tuple[str, str]:
    if one.value is None or one.interval is None:
        return "–", ""
    return f"{one.value:.3f}", f"{one.interval[0]:.3f}–{one.interval[1]:.3f}"
