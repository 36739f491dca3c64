"""Origins of other packages, by the entry-point group `review.origins`.

Each entry is a function from a Document to Issues. What it calls itself does not matter: its flags get the
origin "plugin:NAME", after the entry.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.metadata import entry_points

from ..errors import UsageError
from ..models import Document, Issue
from .naming import PLUGIN, origin_name

_GROUP = "review.origins"


def plugin_origin(name: str) -> str:
    """The origin of the flags of an entry."""
    return origin_name(PLUGIN, name)


def load_plugin(name: str) -> Callable[[Document], list[Issue]]:
    """The function of an entry. Raises UsageError for one that is not installed."""
    found = {entry.name: entry for entry in entry_points(group=_GROUP)}
    if name not in found:
        names = ", ".join(sorted(found)) or "none is installed"
        raise UsageError(f"There is no plug-in origin {name!r}. Installed: {names}.")
    ask: Callable[[Document], Iterable[Issue]] = found[name].load()
    return lambda document: [_placed(issue, document, name) for issue in ask(document)]


def _placed(issue: Issue, document: Document, name: str) -> Issue:
    if not 0 <= issue.segment < len(document.segments):
        raise UsageError(f"The plug-in {name!r} flags segment {issue.segment}, which {document.id!r} lacks.")
    text = document.segments[issue.segment].text(issue.side)
    if not 0 <= issue.start <= issue.end <= len(text):
        place = f"{issue.start}–{issue.end} of segment {issue.segment}"
        raise UsageError(f"The plug-in {name!r} flags {place}, which lies outside its text.")
    return replace(issue, origin=plugin_origin(name))
