import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import FormatError
from review.formats import format_by_name
from review.formats.base import ReadContext
from review.models import BlockKind, Document, ErrorSpan, Segment, Severity, Side

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\u2028"), max_size=12)
_SEGMENT = st.builds(
    Segment, _TEXT, _TEXT, st.lists(_TEXT).map(tuple), st.integers(0, 9), st.sampled_from(BlockKind), _TEXT
)
_DOCUMENT = st.builds(
    Document,
    st.lists(_SEGMENT, max_size=3).map(tuple),
    st.sampled_from(["de", "fr-CH"]),
    st.sampled_from(["en", "zh-Hant"]),
    _TEXT,
    _TEXT,
    _TEXT,
)

TWO = (
    b'{"id": "a", "lang_pair": "de-fr", "source": "web", '
    b'"segments": [{"source": "Eins.", "target": "Un.", "n": 1.50}]}\n'
    b"\n"
    b'{"id": "b", "lang_pair": "de-fr", "segments": [{"source": "Zwei.", "target": "Deux."}]}\n'
)


@given(document=_DOCUMENT)
def test_what_was_written_is_read_again(read, write, document: Document) -> None:
    assert read("jsonl", write("jsonl", document)) == [document]


def test_a_document_a_line(read) -> None:
    assert read("jsonl", TWO) == [
        Document((Segment("Eins.", "Un."),), "de", "fr", "a"),
        Document((Segment("Zwei.", "Deux."),), "de", "fr", "b"),
    ]


def test_all_that_a_document_can_tell(read) -> None:
    value = {
        "id": 7,
        "source_lang": "de_AT",
        "target_lang": "en",
        "system": "one",
        "title": "Wetter",
        "unknown": {"kept": True},
        "segments": [
            {"source": "Titel", "target": "Title", "kind": "heading", "block": 0, "key": 12},
            {
                "source": "Eins.",
                "target": "One.",
                "block": 1,
                "references": ["One!", "1."],
                "machine": "Ones.",
            },
            {"source": "Zwei.", "target": None, "block": 1, "reference": "Two."},
        ],
    }
    segments = (
        Segment("Titel", "Title", block=0, kind=BlockKind.HEADING, key="12"),
        Segment("Eins.", "One.", ("One!", "1."), block=1),
        Segment("Zwei.", "", ("Two.",), block=1),
    )
    expected = Document(segments, "de-AT", "en", "7", "Wetter", "one")
    for content in (
        json.dumps(value),
        json.dumps(value, indent=1),
        json.dumps([value]),
        f"\ufeff\n{json.dumps(value)}",
    ):
        assert read("jsonl", content.encode()) == [expected]


def test_documents_come_before_the_file_is_read_to_its_end(read) -> None:
    reader = format_by_name("jsonl").read_documents
    assert reader
    documents = reader(io.BytesIO(TWO + b"not json"), ReadContext("file", "de", "en"))
    assert [next(documents).id, next(documents).id] == ["a", "b"]
    with pytest.raises(FormatError, match="file, line 4: This is not JSON, column 1"):
        next(documents)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b'{"segments": [{"target": "a"}]}\n{"segments": 1}',
            "line 2: “segments” must be a list, not a number",
        ),
        (b'{"segments": [{"target": "a"}, {}, {"target": 3}]}', "segment 2: It has neither"),
        (
            b'{"segments": [{"target": "a"}, {"target": 3}]}',
            "segment 2: “target” must be a text, not a number",
        ),
        (b'{"segments": ["a"]}', "segment 1: A segment must be an object, not a text"),
        (b'{"segments": [{"target": "a", "references": "b"}]}', "“references” must be a list of texts"),
        (
            b'{"segments": [{"target": "a", "references": [null]}]}',
            "“references” must be a text, not nothing",
        ),
        (b'{"segments": [{"target": "a", "block": -1}]}', "“block” must be a whole number"),
        (b'{"segments": [{"target": "a", "block": true}]}', "“block” must be a whole number"),
        (b'{"segments": [{"target": "a", "kind": "list"}]}', "“kind” must be one of heading, paragraph"),
        (b'{"id": [], "segments": []}', "“id” must be a text, not a list"),
        (b'{"lang_pair": "german-en", "segments": []}', 'write "de" for German'),
        (b'{"target_lang": "xq", "segments": []}', '"xq" is not a language code'),
        (b'[{"segments": []}, 3]', "document 2: A document must be an object"),
        (b'"text"', "A document must be an object"),
        (b'{\n"segments": [\n}', "line 3: This is not JSON, column 1"),
        (b'{"score": NaN, "segments": []}', "NaN is no number"),
        (b'{"score": -Infinity, "segments": []}', "Infinity is no number"),
        (b'{"n": ' + b"1" * 5000 + b', "segments": []}', "This is not JSON: .*digits"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"segments": [{"target": "\\u0000"}]}', r"segment 1 “target” has the character U\+0000"),
        (b'{"segments": [{"target": "\\ud83d"}]}', r"U\+D83D"),
        (b'{"segments": [{"target": "\xff"}]}', "line 1: Byte 27 .*UTF-8"),
    ],
)
def test_wrong_json_is_refused_with_its_place(read, content: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read("jsonl", content)


def test_a_new_file_tells_both_texts_and_the_errors(write) -> None:
    document = Document((Segment("Haus", "hause"), Segment("Baum", "tree", block=1)), "de", "en", "7")
    error = ErrorSpan(
        0,
        0,
        5,
        Side.TARGET,
        "linguistic-conventions/spelling",
        Severity.MINOR,
        "typo",
        "Ida",
        True,
        0,
        "hause",
    )
    value = json.loads(write("jsonl", document, ["house", "tree"], [True, False], errors=[error]))
    assert value == {
        "id": "7",
        "source_lang": "de",
        "target_lang": "en",
        "segments": [
            {"source": "Haus", "target": "house", "block": 0, "machine": "hause", "reviewed": True},
            {"source": "Baum", "target": "tree", "block": 1, "machine": "tree", "reviewed": False},
        ],
        "errors": [
            {
                "segment": 0,
                "side": "target",
                "start": 0,
                "end": 5,
                "text": "hause",
                "revision": 0,
                "category": "linguistic-conventions/spelling",
                "severity": "minor",
                "comment": "typo",
                "author": "Ida",
                "corrected": True,
            }
        ],
    }


def test_only_the_line_of_the_document_changes(read, write) -> None:
    first, second = read("jsonl", TWO)
    lines = TWO.split(b"\n")
    written = write("jsonl", first, ["Une."], [True], original=TWO).split(b"\n")
    assert written[1:] == lines[1:]
    assert json.loads(written[0]) == {
        "id": "a",
        "lang_pair": "de-fr",
        "source": "web",
        "segments": [{"source": "Eins.", "target": "Une.", "n": 1.5, "machine": "Un.", "reviewed": True}],
        "errors": [],
    }
    assert write("jsonl", second, ["Deus."], original=TWO).split(b"\n")[:2] == lines[:2]


def test_of_documents_with_one_id_the_right_one_changes(read, write) -> None:
    content = TWO.replace(b'"b"', b'"a"')
    written = write("jsonl", read("jsonl", content)[1], ["Deus."], original=content)
    assert [document.segments[0].target for document in read("jsonl", written)] == ["Un.", "Deus."]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_documents_stays_a_list(read, write, indent: int | None) -> None:
    values = [json.loads(line) for line in TWO.splitlines() if line]
    content = json.dumps(values, indent=indent).encode()
    written = json.loads(write("jsonl", read("jsonl", content)[1], ["Deus."], original=content))
    assert written[0] == values[0]
    assert written[1]["segments"][0]["target"] == "Deus."


def test_a_file_that_does_not_hold_the_document_is_not_used(write) -> None:
    document = Document((Segment("Drei.", "Trois."),), "de", "fr", "c")
    assert [json.loads(line)["id"] for line in write("jsonl", document, original=TWO).splitlines()] == ["c"]
