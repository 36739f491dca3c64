"""Sentences that are hard to read because they do not end."""

from collections.abc import Iterator

from ..models import Document, Severity
from ..text.segmentation import split_sentences
from ..text.words import count_words
from .base import Example, Finding, check

_LONGEST = 40  # words; newspapers keep below thirty
_MILL = "The mill that the old miller had built above the river "


@check(
    code="overlong-sentence",
    name="Sentence too long",
    category="style/awkward",
    severity=Severity.NEUTRAL,
    is_hint=True,
    target_langs=("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "cs", "sv", "da"),
    examples=[
        Example(
            f"⟦{_MILL}burned down on Sunday night while the fire brigade, which a neighbour had called "
            "in great haste and came from the next town, was still looking for water in the pond.⟧"
        ),
        Example(f"{_MILL}burned down on Sunday night."),
        Example(f"{_MILL}burned. {_MILL}was rebuilt. {_MILL}burned again."),
    ],
)
def overlong_sentence(document: Document) -> Iterator[Finding]:
    """A sentence has more than forty words.

    Why it matters: readers lose the thread; German carries longer sentences than English does.
    Does not see: long sentences that are easy to read; it flags them too, and is therefore a hint.
    """
    for number, segment in enumerate(document.segments):
        if segment.target.count(" ") < _LONGEST:
            continue
        end = 0
        for sentence in split_sentences(segment.target, document.target_lang):
            start = segment.target.index(sentence, end)
            end = start + len(sentence)
            words = count_words(sentence, document.target_lang)
            if words > _LONGEST:
                yield Finding(number, start, end, f"This sentence has {words} words. Make two of it?")
