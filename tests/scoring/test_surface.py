"""The numbers are those of the sacrebleu command, digit by digit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from review.errors import UsageError
from review.scoring import METRICS, MetricOptions, segment_scores, surface_scores

GERMAN = [
    "Der Zug nach Ulm fährt heute um 14:30 Uhr ab.",
    "„Das war“, sagte sie, „ein sehr langer Tag.“",
    "",
    "Rund 1.250,5 Kilometer – so weit ist es bis Rom!",
]
GERMAN_REFERENCES = [
    [
        "Der Zug nach Ulm fährt heute um halb drei ab.",
        "„Das war ein langer Tag“, sagte sie.",
        "Niemand kam.",
        "Bis Rom sind es rund 1.250,5 Kilometer!",
    ],
    [
        "Heute fährt der Zug nach Ulm um 14:30 Uhr.",
        "„Es war“, sagte sie, „ein sehr langer Tag.“",
        "Keiner kam.",
        "Rund 1.250,5 Kilometer: So weit ist es nach Rom.",
    ],
]
CHINESE = ["这座桥有一百年的历史了。", "他在 Berlin 工作了3年。", "天气很好"]
CHINESE_REFERENCES = [["这座桥已有一百年历史。", "他在柏林工作过3年。", ""]]


def run(folder: Path, hypotheses: list[str], references: list[list[str]], *options: str) -> str:
    """What `sacrebleu` prints, with more digits than it computes."""
    paths = []
    for number, lines in enumerate([hypotheses, *references]):
        path = folder / f"{number}.txt"
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        paths.append(str(path))
    call = [sys.executable, "-m", "sacrebleu", *paths[1:], "-i", paths[0], "-w", "17", *options]
    return subprocess.run(call, capture_output=True, check=True, encoding="utf-8").stdout


def command(*arguments) -> list[dict[str, object]]:
    printed = json.loads(run(*arguments))
    return printed if isinstance(printed, list) else [printed]


def assert_equal_to_command(scores, printed) -> None:
    found = {score.metric: (score.value, score.signature) for score in scores}
    assert found == {one["name"]: (one["score"], one["signature"]) for one in printed}


@pytest.mark.parametrize("sets", [1, 2])
def test_german_with_an_empty_line_scores_as_the_command_does(tmp_path, sets):
    references = GERMAN_REFERENCES[:sets]
    printed = command(tmp_path, GERMAN, references, "-m", "bleu", "chrf", "ter", "-l", "en-de")
    assert_equal_to_command(surface_scores(GERMAN, references, language="de"), printed)


def test_chrf_plus_plus_is_chrf_with_word_bigrams(tmp_path):
    printed = command(tmp_path, GERMAN, GERMAN_REFERENCES, "-m", "chrf", "--chrf-word-order", "2")
    assert_equal_to_command(surface_scores(GERMAN, GERMAN_REFERENCES, ["chrf++"]), printed)


@pytest.mark.parametrize("language", ["zh", "zh-CN", "zh-Hant"])
def test_chinese_is_tokenized_as_the_command_does(tmp_path, language):
    printed = command(tmp_path, CHINESE, CHINESE_REFERENCES, "-m", "bleu", "chrf", "ter", "-l", "de-zh")
    assert_equal_to_command(surface_scores(CHINESE, CHINESE_REFERENCES, language=language), printed)


@pytest.mark.parametrize(
    ("options", "arguments"),
    [
        (MetricOptions(lowercase=True), ["-lc", "--chrf-lowercase"]),
        (MetricOptions(tokenize="intl"), ["-tok", "intl"]),
        (MetricOptions(tokenize="char", smooth_method="none"), ["-tok", "char", "-s", "none"]),
        (MetricOptions(smooth_method="floor"), ["-s", "floor"]),
        (MetricOptions(smooth_method="add-k", smooth_value=2), ["-s", "add-k", "-sv", "2"]),
        (
            MetricOptions(ter_case_sensitive=True, ter_normalized=True),
            ["--ter-case-sensitive", "--ter-normalized"],
        ),
        (
            MetricOptions(ter_normalized=True, ter_no_punct=True, ter_asian_support=True),
            ["--ter-normalized", "--ter-no-punct", "--ter-asian-support"],
        ),
    ],
)
def test_options_change_the_numbers_as_in_the_command(tmp_path, options, arguments):
    hypotheses, references = GERMAN + CHINESE, [GERMAN_REFERENCES[1] + CHINESE_REFERENCES[0]]
    printed = command(tmp_path, hypotheses, references, "-m", "bleu", "chrf", "ter", *arguments)
    assert_equal_to_command(surface_scores(hypotheses, references, options=options), printed)


@pytest.mark.parametrize("metric", ["bleu", "chrf", "ter"])
def test_segments_score_as_the_command_scores_sentences(tmp_path, metric):
    hypotheses = [*GERMAN, "Guten Tag"]
    references = [[*one, "Guten Tag auch"] for one in GERMAN_REFERENCES]
    printed = run(tmp_path, hypotheses, references, "-sl", "-b", "-m", metric)
    scores = segment_scores(hypotheses, references, metric)
    assert [score.value for score in scores] == [float(line) for line in printed.split()]


def test_scores_come_in_the_order_asked_for():
    scores = surface_scores(GERMAN, GERMAN_REFERENCES, ["ter", "chrF++", "BLEU"])
    assert [score.metric for score in scores] == ["TER", "chrF2++", "BLEU"]


def test_a_translation_equal_to_its_reference_is_perfect():
    values = {score.metric: score.value for score in surface_scores(GERMAN[:2], [GERMAN[:2]], METRICS)}
    assert values == pytest.approx({"BLEU": 100, "chrF2": 100, "chrF2++": 100, "TER": 0})


def test_japanese_without_its_tokenizer_is_scored_by_character_and_says_so(monkeypatch):
    monkeypatch.setattr("review.scoring.options.find_spec", lambda name: None)
    (score,) = surface_scores(["犬が走る。"], [["犬は走る。"]], ["bleu"], language="ja")
    assert "|tok:char|" in score.signature
    with pytest.raises(UsageError, match=r"sacrebleu\[ja\]"):
        surface_scores(["犬"], [["犬"]], ["bleu"], language="ja", options=MetricOptions(tokenize="ja-mecab"))


def test_a_set_may_lack_a_translation():
    one, two = surface_scores(["eins", "zwei"], [["eins", "drei"], [None, "zwei"]], ["chrf", "ter"])
    assert (one.value, two.value) == (100, 0)
    assert one.signature.startswith("nrefs:var|")


@pytest.mark.parametrize(
    ("hypotheses", "references", "message"),
    [
        ([], [[]], "no hypothesis"),
        (["a"], [], "no reference"),
        (["a", "b"], [["a", "b"], ["a"]], "Reference set 2 has 1 segments, but there are 2 hypotheses"),
        (["a", None], [["a", "b"]], "Hypothesis 2 is no text but NoneType"),
        (["a", "b"], [["a", None], ["a", None]], "Segment 2 has no reference"),
        (["a"], [[3]], "reference of segment 1 is no text"),
        (["a"], ["a"], "sets"),
    ],
)
def test_texts_that_do_not_pair_up_are_named(hypotheses, references, message):
    with pytest.raises(UsageError, match=message):
        surface_scores(hypotheses, references)


def test_unknown_names_are_answered_with_the_known_ones():
    with pytest.raises(UsageError, match=r'"comet".*bleu, chrf, chrf\+\+, ter'):
        surface_scores(["a"], [["a"]], ["comet"])
    with pytest.raises(UsageError, match=r'tokenizer "15a".*13a'):
        MetricOptions(tokenize="15a")
    with pytest.raises(UsageError, match=r'smoothing method "x".*floor'):
        MetricOptions(smooth_method="x")


def test_sacrebleu_is_loaded_only_for_a_score():
    code = "import sys, review.scoring; sys.exit('sacrebleu' in sys.modules or 'rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
