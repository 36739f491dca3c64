"""`check` and `checks`: flags in batch, and what the checks are."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ..checks import Check, all_checks
from ..errors import UsageError
from ..models import OWN_CHECKS, Document, Issue, Severity, Side, Term
from ..scoring.risk import document_risk
from ..store.documents import load_document
from ..workflow import importing
from ..workflow.risks import risks_of
from .common import (
    config_option,
    database_option,
    glossary_option,
    input_options,
    label_options,
    labels,
    opened,
    output_option,
    progress,
    settings_of,
    table,
    whole_file,
)
from .origins import Origins, origin_options
from .projects import compared, project_option, stored_documents


@click.command()
@input_options
@click.option("--document", "document_id", type=int, metavar="ID", help="A stored article, as it is now.")
@label_options
@glossary_option
@project_option
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@output_option
@click.option("--risk", is_flag=True, help="Add the risk of the article and of each segment (JSONL).")
@click.option(
    "--fail-on",
    type=click.Choice(["minor", "major", "critical"]),
    help="End with status 1 if there is a flag of this severity or a worse one.",
)
@origin_options
@database_option
@config_option
def check(
    files: tuple[Path, ...],
    source: Path | None,
    target: Path | None,
    document_id: int | None,
    glossaries: tuple[Path, ...],
    project: bool,
    form: str,
    output: Path | None,
    risk: bool,
    fail_on: str | None,
    database: str,
    config: Path | None,
    **options: Any,
) -> None:
    """Flag likely errors in translations; nothing is stored, unless with --keep.

    \b
    Examples:
      mt-review check --source article.de.txt --target article.en.txt
      mt-review check corpus.jsonl.gz --format jsonl --output flags.jsonl
      mt-review check --document 1 --fail-on major
      mt-review check --project --glossary terms.tsv
      mt-review check corpus.jsonl --second-opinion google --opinions opinions.jsonl
      mt-review check --document 1 --llm --keep
    """
    if document_id is not None and (files or source or target or project):
        raise UsageError("Give --document or files, not both; --project needs several articles.")
    if options["keep"] and document_id is None:
        raise UsageError("--keep keeps flags with a stored article: name it with --document ID.")
    if risk and form != "jsonl":
        raise UsageError("--risk needs --format jsonl.")
    origins = Origins(settings_of(config, glossaries), options, with_risk=risk)
    try:
        if document_id is not None:
            worst = _check_stored(database, document_id, origins, form, output, keep=options["keep"])
        else:
            everything = project and not (files or source or target)
            texts = (
                stored_documents(database, config)
                if everything
                else _documents(importing.read_input(files, source, target, labels(options)))
            )
            worst = _write_all(texts, origins, form, output, project=project)
    finally:
        origins.report()  # what it cost must be told even where it failed
    if fail_on and worst >= Severity(fail_on).rank:
        raise SystemExit(1)


def _check_stored(
    database: str, document_id: int, origins: Origins, form: str, output: Path | None, *, keep: bool
) -> int:
    with opened(database) as store:
        with store.reading() as connection:
            stored = load_document(connection, document_id)
        origins.recall(store, stored)
        worst = _write([stored.as_document()], origins, form, output)
        if keep:
            origins.keep(store, stored)
    return worst


def _write_all(
    texts: Iterator[Document], origins: Origins, form: str, output: Path | None, *, project: bool
) -> int:
    if not project:
        return _write(progress(texts, "Checking"), origins, form, output)
    articles = compared(texts, origins.settings)
    return _write(progress(articles.documents, "Checking"), origins, form, output, articles.across)


def _documents(incoming: Iterable[importing.Incoming]) -> Iterator[Document]:
    for one in incoming:
        for warning in one.warnings:
            click.echo(f"mt-review: warning: {one.document.title}: {warning}", err=True)
        yield one.document


def _write(
    texts: Iterable[Document],
    origins: Origins,
    form: str,
    output: Path | None,
    across: Sequence[Sequence[Issue]] = (),
) -> int:
    """Check and write one document after the other; returns the worst rank, -1 without any flag.

    `across` holds for each document what a comparison with the others found.
    """
    worst = -1
    found_any = False
    with whole_file(output) as stream:
        for number, document in enumerate(texts):
            issues = [*origins.issues(document), *(across[number] if across else ())]
            issues.sort(key=lambda issue: (issue.segment, issue.side is Side.SOURCE, issue.start))
            worst = max([worst, *(issue.severity.rank for issue in issues)])
            shown = _line(document, issues, origins) if form == "jsonl" else _table(document, issues)
            found_any = found_any or bool(issues)
            stream.write(shown.encode("utf-8", "replace"))
    if form == "table" and not found_any and output is None:
        click.echo("No flags.", err=True)
    return worst


def _line(document: Document, issues: list[Issue], origins: Origins) -> str:
    line: dict[str, Any] = {"id": document.id, "flags": [_flag(issue) for issue in issues]}
    if origins.risks:
        line["risks"] = origins.risks
    if origins.with_risk:
        risks = risks_of(document, issues)
        line["risk"] = document_risk(risks).value
        line["segment_risks"] = [{"risk": one.value, "reasons": list(one.reasons)} for one in risks]
    return json.dumps(line, ensure_ascii=False) + "\n"


def _flag(issue: Issue) -> dict[str, Any]:
    """A flag as others read it. `fixes` holds the range that each suggestion replaces."""
    return {
        "segment": issue.segment,
        "start": issue.start,
        "end": issue.end,
        "side": issue.side.value,
        "code": issue.code,
        "category": issue.category,
        "severity": issue.severity.value,
        "message": issue.message,
        "suggestions": [one.text for one in issue.suggestions],
        "origin": issue.origin,
        "confidence": issue.confidence,
        "fixes": [{"start": one.start, "end": one.end, "text": one.text} for one in issue.suggestions],
    }


def _table(document: Document, issues: list[Issue]) -> str:
    lines = []
    for issue in issues:
        text = document.segments[issue.segment].text(issue.side)
        words = text[issue.start : issue.end]
        where = "source" if issue.side is Side.SOURCE else "target"
        place = f"{document.id}:{issue.segment + 1}" if document.id else str(issue.segment + 1)
        fixes = " / ".join(one.text or "(delete)" for one in issue.suggestions)
        code = issue.code if issue.origin == OWN_CHECKS else f"{issue.code} ({issue.origin})"
        lines.append(
            f"{place}  {issue.severity}  {code}  {where} “{words}”{f'  → {fixes}' if fixes else ''}\n"
            f"    {issue.message}\n"
        )
    return "".join(lines)


@click.command()
@click.argument("code", required=False)
def checks(code: str | None) -> None:
    """List the checks, or explain one.

    \b
    Examples:
      mt-review checks
      mt-review checks gendered-pronoun
    """
    known = {one.code: one for one in all_checks()}
    if code is None:
        click.echo(
            table(
                [(one.code, one.severity, one.summary) for one in known.values()],
                ("code", "severity", "finds"),
            )
        )
    elif code in known:
        click.echo(_explained(known[code]))
    else:
        raise UsageError(f"There is no check {code!r}. `mt-review checks` lists those there are.")


def _explained(one: Check) -> str:
    pairs = f"{', '.join(sorted(one.source_langs)) or 'any'} → {', '.join(sorted(one.target_langs)) or 'any'}"
    needs = " · needs the source" if one.needs_source else ""
    lines = [
        f"{one.code}: {one.name}",
        f"{one.category} · {one.severity} · languages: {pairs}{needs}",
        "",
        one.explanation,
        "",
    ]
    for example in one.examples:
        lines.append("Flagged:" if example.is_bad else "Not flagged:")
        lines += [f"  glossary: {_described(term)}" for term in example.terms]
        lines += [f"  {text}" for text in (example.source, example.target) if text]
        if example.fixed is not None:
            lines.append(f"  fixed: {example.fixed}")
    return "\n".join(lines)


def _described(term: Term) -> str:
    """A term of a glossary in one line: source, what it is to be, what it must not be."""
    wanted, not_wanted = " or ".join(term.targets), ", ".join(term.forbidden)
    return f"{term.source} → {wanted}{f'; not {not_wanted}' if not_wanted else ''}"
