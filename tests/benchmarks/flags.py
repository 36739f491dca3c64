"""The checks on the sample articles: precision and recall of each, and flags on clean text.

python tests/benchmarks/flags.py            prints the table
python tests/benchmarks/flags.py --write    keeps it for the checks' pages and the README
"""

import argparse
import json
import re
from datetime import UTC, datetime
from pathlib import Path

from review import paths
from review.checks import all_checks
from review.scoring.flags import Evaluation, Share
from review.settings import Settings
from review.workflow.evaluating import evaluate_files

_ROOT = Path(__file__).parents[2]
_MEASURED = _ROOT / "review" / "checks" / "measured.json"
_BEGIN, _END = "<!-- measured -->", "<!-- /measured -->"


def _figures(result: Evaluation) -> dict[str, dict[str, int]]:
    found = {}
    for one in all_checks():
        precision = result.precision.get(one.code, Share())
        recall = result.recall.get(one.code, Share())
        found[one.code] = {
            "right": precision.part,
            "flags": precision.total,
            "found": recall.part,
            "errors": recall.total,
        }
    return found


def _table(figures: dict[str, dict[str, int]], result: Evaluation) -> str:
    rows = ["| check | right of its flags | found of the errors |", "| --- | --- | --- |"]
    rows += [
        f"| `{code}` | {one['right']} of {one['flags']} | {one['found']} of {one['errors']} |"
        for code, one in figures.items()
    ]
    everything = result.all_precision
    rows.append(f"| all | {everything.part} of {everything.total} | |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    result = evaluate_files(paths.corpus(), None, Settings())
    figures = _figures(result)
    data = f"{result.documents} sample articles, {result.words:,} words"
    text = f"{data}:\n\n{_table(figures, result)}"
    print(text)
    if arguments.write:
        value = {"data": data, "date": datetime.now(UTC).date().isoformat(), "checks": figures}
        _MEASURED.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
        readme = _ROOT / "README.md"
        block = f"{_BEGIN}\n{text}\n{_END}"
        new = re.sub(
            f"{_BEGIN}.*?{_END}", lambda _: block, readme.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        readme.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
