"""Several entries for one source term become one."""

from collections.abc import Iterable

from ...models import Term


def merged(terms: Iterable[Term]) -> tuple[Term, ...]:
    """One term for each source wording, in the order of the first; what one entry allows none forbids."""
    found: dict[str, Term] = {}
    for term in terms:
        found[term.source] = _joined(found[term.source], term) if term.source in found else term
    return tuple(found.values())


def _joined(one: Term, other: Term) -> Term:
    targets = tuple(dict.fromkeys((*one.targets, *other.targets)))
    forbidden = dict.fromkeys((*one.forbidden, *other.forbidden))
    notes = dict.fromkeys(note for note in (one.note, other.note) if note)
    return Term(one.source, targets, tuple(f for f in forbidden if f not in targets), " ".join(notes))
