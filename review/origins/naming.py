"""What origins are called, and which of them a project wants."""

from collections.abc import Iterable

from ..errors import UsageError
from ..models import OWN_CHECKS
from ..settings import Settings

SECOND_OPINION, LLM, COMET, FILE, PLUGIN = "second-opinion", "llm", "comet", "file", "plugin"
FAMILIES = (OWN_CHECKS, SECOND_OPINION, LLM, COMET, FILE, PLUGIN)
_LONGEST = 100  # what the store keeps of an origin


def origin_name(family: str, name: str) -> str:
    """The origin of a family's member: "llm:small-model"; a long name is cut."""
    return f"{family}:{' '.join(name.split())}"[:_LONGEST]


def wanted(origin: str, settings: Settings) -> bool:
    """Whether flags of this origin are to be shown: neither it nor its family is switched off."""
    return not any(belongs(origin, name) for name in settings.origins_off)


def belongs(origin: str, name: str) -> bool:
    """Whether an origin is this one, or a member of this family."""
    return origin == name or origin.startswith(f"{name}:")


def known_families(names: Iterable[str]) -> frozenset[str]:
    """The names as they are. Raises UsageError for one of a family that there is not."""
    found = frozenset(names)
    for name in sorted(found):
        if name.split(":", 1)[0] not in FAMILIES:
            raise UsageError(f"There is no origin {name!r}. Choose {', '.join(FAMILIES)}, or FAMILY:NAME.")
    return found
