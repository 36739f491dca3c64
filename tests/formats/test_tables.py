import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import FormatError
from review.models import Document, Segment

_CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r\"'=+-@\\, ;"), max_size=12
)
_FULL = _CELL.filter(bool)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents as a table can hold them: all with keys or none, as many references each."""
    keys, references = draw(st.booleans()), draw(st.integers(0, 2))
    segments = tuple(
        Segment(
            draw(_CELL),
            draw(_CELL),
            tuple(draw(_FULL) for _ in range(references)),
            block=number,
            key=draw(_FULL) if keys else "",
        )
        for number in range(draw(st.integers(1, 3)))
    )
    return Document(segments, "de", "en", id=draw(_CELL), system=draw(_CELL))


@pytest.mark.parametrize("name", ["tsv", "csv"])
@given(document=documents())
def test_what_was_written_is_read_again(read, write, name: str, document: Document) -> None:
    assert read(name, write(name, document)) == [document]


@pytest.mark.parametrize(("name", "delimiter"), [("tsv", "\t"), ("csv", ",")])
def test_the_table_holds_source_machine_target_and_whether_it_was_reviewed(
    write, name: str, delimiter: str
) -> None:
    document = Document((Segment("Haus", "hause"), Segment("Baum", "tree")), "de", "en", title="A title")
    written = write(name, document, targets=["house", "tree"], reviewed=[True, False]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(written), delimiter=delimiter)) == [
        ["source", "machine", "target", "reviewed"],
        ["Haus", "hause", "house", "yes"],
        ["Baum", "tree", "tree", "no"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_a_spreadsheet_runs_no_cell(write, text: str) -> None:
    written = write("csv", Document((Segment(text, ""),), "de", "en")).decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(written, newline="")))[1]
    assert row[0] == "'" + text


def test_columns_are_known_by_their_names(read) -> None:
    found = read(
        "tsv",
        b"Doc ID\tSRC\tMT\tRef 1\tref2\tSystem\tseg_id\tnotes\n"
        b"d1\ta\tb\tr\t\tone\t7\tx\n"
        b"d2\tc\td\te\tf\tone\t8\tx\n"
        b"d1\tg\th\ti\tj\tone\t9\tx\n",
    )
    assert found == [
        Document(
            (Segment("a", "b", ("r",), 0, key="7"), Segment("g", "h", ("i", "j"), 1, key="9")),
            *("de", "en", "d1"),
            system="one",
        ),
        Document((Segment("c", "d", ("e", "f"), 0, key="8"),), "de", "en", "d2", system="one"),
    ]


@pytest.mark.parametrize(
    ("content", "segment"),
    [
        (b"a\tb\n", Segment("a", "b")),
        (b"a\tb\tc", Segment("a", "b", ("c",))),
        (b"\xef\xbb\xbfsource\ttarget\r\na\tb\r\n\r\n", Segment("a", "b")),
        (b"target\nb\n", Segment("", "b")),
        (b"source\tmachine\ttarget\nx\told\tnew\n", Segment("x", "new")),
        (b"source\tmachine\nx\told\n", Segment("x", "old")),
        # A quotation mark is text, as in the files of the field …
        (b'source\ttarget\n"a\tb"\n', Segment('"a', 'b"')),
        (b'source\ttarget\n"a"\tb\n', Segment('"a"', "b")),
        # … unless the file is quoted like CSV.
        (b'source\ttarget\n"a ""b"""\tc\n', Segment('a "b"', "c")),
        (b'source\ttarget\n"a\nb"\tc\n', Segment("a\nb", "c")),
    ],
)
def test_ways_to_write_tsv(read, content: bytes, segment: Segment) -> None:
    assert read("tsv", content)[0].segments == (segment,)


@pytest.mark.parametrize(
    "content", [b"source,target\na,b\n", b"source;target\na;b\n", b"a,b\n", b'"source","target"\n"a","b"\n']
)
def test_ways_to_write_csv(read, content: bytes) -> None:
    assert read("csv", content)[0].segments == (Segment("a", "b"),)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("tsv", b"", "There is no row"),
        ("tsv", b"just one\n", "line 1: There is only one column. .*source and target"),
        ("tsv", b"a\tb\tc\td\n", "line 1: The 4 columns have no known names"),
        ("tsv", b"source\treference\na\tb\n", "line 1: No column is the translation"),
        ("tsv", b"source\tmt\thyp\na\tb\tc\n", "line 1: Two columns are the target"),
        ("tsv", b"a\tb\n\nc\td\te\n", "line 3: This row has 3 columns instead of 2"),
        ("csv", b'source,target\n"a\nb",c\nd\n', "line 4: This row has 1 column instead of 2"),
        ("csv", b'source,target\na,b\n"c,d\n', "line 3: .*quotation mark"),
        ("csv", b"source,target\na,b\x00\n", "line 2: .*U.0000"),
        ("tsv", b"source\ttarget\na\t\xff\n", "line 2: Byte 3 .*UTF-8"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(read, name: str, content: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(name, content)
