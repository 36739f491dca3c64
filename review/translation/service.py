"""Translate texts: the one function that the rest of the program calls."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from .backend import Backend
from .patience import Patience
from .pieces import joined, pieces
from .provider import find_provider

Split = Callable[[str], Sequence[str]]


def translate(
    texts: Iterable[str],
    *,
    provider: str,
    source_lang: str,
    target_lang: str,
    environ: Mapping[str, str] | None = None,
    patience: Patience | None = None,
    split: Split | None = None,
) -> Iterator[str]:
    """The translations, each as soon as it is there: what was yielded stays if a later one fails.

    Languages are BCP 47 codes; a source of '' is left to the provider to find out. Keys come from
    `environ`, by default the environment. Texts too long for one request are cut at sentences, which
    `split` finds. A text without letters or digits comes back as it is and costs no request.

    Provider, keys and languages are checked at once: UsageError for an unknown provider or code,
    TranslationError for a missing key or a language that the provider does not have. While iterating,
    TranslationError says why a text could not be translated.
    """
    chosen = find_provider(provider)
    settings = chosen.settings(os.environ if environ is None else environ)
    backend = Backend(chosen, settings, (source_lang, target_lang), patience or Patience())
    sentences = split or _sentence_splitter(source_lang)
    return _translations(texts, backend, lambda text: pieces(text, chosen.fits, sentences), target_lang)


def _translations(
    texts: Iterable[str], backend: Backend, cut: Callable[[str], list[str]], language: str
) -> Iterator[str]:
    try:
        for text in texts:
            yield joined([_translated(piece, backend) for piece in cut(text)], language)
    finally:
        backend.close()


def _translated(piece: str, backend: Backend) -> str:
    if not any(map(str.isalnum, piece)):
        return piece
    core = piece.strip()
    before, _, after = piece.partition(core)
    return before + backend.translate(core) + after


def _sentence_splitter(language: str) -> Split:
    def split(text: str) -> Sequence[str]:
        from ..text.segmentation import split_sentences

        return split_sentences(text, language)

    return split
