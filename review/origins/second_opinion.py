"""Words that no other engine's translation has: the strongest sign of a wrong word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..errors import UsageError
from ..models import Document, Issue, Segment, Severity, Side, Suggestion
from ..text.languages import joiner
from ..text.lexicon import words as word_list
from ..text.tokens import Token, words
from .naming import SECOND_OPINION, origin_name
from .stems import all_roots, roots
from .wording import Wording, wording_at

CODE = "unsupported-word"
CATEGORY = "accuracy/mistranslation"
_CONTENT = 4  # letters; shorter words are mostly grammar
_SHOWN = 3  # wordings


def unsupported_words(document: Document, opinions: Mapping[str, Sequence[str]]) -> list[Issue]:
    """Content words of the target that neither another engine's translation nor the source has.

    `opinions` maps an engine's name to its translations, one per segment; '' stands for none. A word that
    any engine has, in whatever form, is fine. Words that stand side by side make one flag. Silent for
    target languages that are written without spaces. Raises UsageError where the numbers differ.
    """
    for engine, texts in opinions.items():
        if len(texts) != len(document.segments):
            raise UsageError(
                f"{engine} has {len(texts)} translations for {len(document.segments)} segments. "
                "Give one for each."
            )
    if document.target_lang and not joiner(document.target_lang):
        return []
    return [
        issue
        for number, segment in enumerate(document.segments)
        for issue in _issues(number, segment, _at(opinions, number), document.target_lang)
    ]


def _at(opinions: Mapping[str, Sequence[str]], number: int) -> dict[str, str]:
    return {engine: texts[number] for engine, texts in sorted(opinions.items()) if texts[number].strip()}


def _issues(number: int, segment: Segment, others: Mapping[str, str], language: str) -> Iterator[Issue]:
    for start, end in _unsupported(segment, others.values(), language) if others else ():
        wordings = {engine: wording_at(segment.target, text, start, end) for engine, text in others.items()}
        yield Issue(
            segment=number,
            start=start,
            end=end,
            side=Side.TARGET,
            code=CODE,
            category=CATEGORY,
            severity=Severity.MINOR,
            message=_message(segment.target[start:end], wordings),
            suggestions=_suggestions(wordings.values()),
            origin=origin_name(SECOND_OPINION, "+".join(others)),
            confidence=confidence(len(others)),
        )


def _unsupported(segment: Segment, others: Iterable[str], language: str) -> list[tuple[int, int]]:
    known = all_roots([segment.source, *others])
    grammar = word_list(language or "en", "function_words")
    content = [token for token in words(segment.target) if _is_content(token, grammar)]
    return _side_by_side([token for token in content if not roots(token.text) & known], segment.target)


def confidence(engines: int) -> float:
    """How often such a flag is right, measured on news: .3 with one engine, towards .55 with many."""
    return round(0.55 - 0.25 / engines, 3)


def _is_content(token: Token, grammar: frozenset[str]) -> bool:
    return len(token.text) >= _CONTENT and token.text.lower() not in grammar


def _side_by_side(tokens: Sequence[Token], text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for token in tokens:
        if spans and not text[spans[-1][1] : token.start].strip(" -"):
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return spans


def _message(flagged: str, wordings: Mapping[str, Wording]) -> str:
    said: dict[str, list[str]] = {}
    for engine, wording in wordings.items():
        said.setdefault(wording.shown, []).append(engine)
    parts = [_said(engines, words) for words, engines in list(said.items())[:_SHOWN]]
    more = f", and {len(said) - _SHOWN} more differ" if len(said) > _SHOWN else ""
    return f"No other engine has “{flagged}”: {'; '.join(parts)} there{more}."


def _said(engines: list[str], words: str) -> str:
    have = "has" if len(engines) == 1 else "have"
    return f"{' and '.join(engines)} {have} {f'“{words}”' if words else 'nothing'}"


def _suggestions(wordings: Iterable[Wording]) -> tuple[Suggestion, ...]:
    offered = dict.fromkeys(one.suggestion for one in wordings if one.suggestion)
    return tuple(offered)[:_SHOWN]
