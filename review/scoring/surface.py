"""Surface metrics: how far a text is from references, as sacrebleu computes it.

Every number is sacrebleu's own, and its signature stands beside it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..errors import UsageError
from ..models import Score
from .inputs import checked
from .options import MetricOptions, bleu_tokenizer

METRICS = ("bleu", "chrf", "chrf++", "ter")


def surface_scores(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str | None]],
    metrics: Sequence[str] = ("bleu", "chrf", "ter"),
    *,
    language: str = "",
    options: MetricOptions | None = None,
) -> list[Score]:
    """Corpus scores from 0 to 100 (TER may exceed it), one per metric and in that order.

    `references` holds one sequence per reference set, each as long as the hypotheses; None stands for a
    translation that a set does not have. `language` is the target language: it decides BLEU's tokenizer.
    Raises UsageError for texts that do not pair up and for an unknown metric.
    """
    texts, sets = checked(hypotheses, references)
    return [_corpus_score(metric, texts, sets) for metric in _made(metrics, language, options)]


def segment_scores(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str | None]],
    metric: str = "chrf",
    *,
    language: str = "",
    options: MetricOptions | None = None,
) -> list[Score]:
    """The scores of the single segments; arguments and errors as in `surface_scores`.

    BLEU counts only the n-gram orders that a segment is long enough for, as sacrebleu does for sentences.
    """
    texts, sets = checked(hypotheses, references)
    (made,) = _made([metric], language, options, sentence=True)
    return [_sentence_score(made, text, refs) for text, *refs in zip(texts, *sets, strict=True)]


def _corpus_score(metric: Any, texts: list[str], sets: list[list[str | None]]) -> Score:
    result = metric.corpus_score(texts, sets)
    return Score(result.name, float(result.score), metric.get_signature().format())


def _sentence_score(metric: Any, text: str, references: list[str | None]) -> Score:
    result = metric.sentence_score(text, references)
    return Score(result.name, float(result.score), metric.get_signature().format())


def _made(
    names: Sequence[str], language: str, options: MetricOptions | None, *, sentence: bool = False
) -> list[Any]:
    asked = options or MetricOptions()
    return [_maker(name)(language, asked, sentence) for name in names]


def _maker(name: str) -> Callable[[str, MetricOptions, bool], Any]:
    maker = _MAKERS.get(name.lower())
    if maker is None:
        raise UsageError(f'There is no metric "{name}". Choose among {", ".join(METRICS)}.')
    return maker


def _bleu(language: str, options: MetricOptions, sentence: bool) -> Any:
    # sacrebleu takes 0.1 s and lxml to load: only who asks for a score pays for it.
    from sacrebleu.metrics.bleu import BLEU

    return BLEU(
        lowercase=options.lowercase,
        force=True,  # its advice about tokenized text goes to the log, where no user looks
        tokenize=bleu_tokenizer(language, options),
        smooth_method=options.smooth_method,
        smooth_value=options.smooth_value,
        effective_order=sentence,
    )


def _chrf(language: str, options: MetricOptions, sentence: bool) -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(lowercase=options.lowercase)


def _chrf_plus_plus(language: str, options: MetricOptions, sentence: bool) -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=2, lowercase=options.lowercase)


def _ter(language: str, options: MetricOptions, sentence: bool) -> Any:
    from sacrebleu.metrics.ter import TER

    return TER(
        normalized=options.ter_normalized,
        no_punct=options.ter_no_punct,
        asian_support=options.ter_asian_support,
        case_sensitive=options.ter_case_sensitive,
    )


_MAKERS: Mapping[str, Callable[[str, MetricOptions, bool], Any]] = dict(
    zip(METRICS, (_bleu, _chrf, _chrf_plus_plus, _ter), strict=True)
)
