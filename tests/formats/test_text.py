import pytest

from review.errors import FormatError
from review.models import BlockKind, Document, Segment

HEADING, PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH


def test_headings_and_paragraphs(read_article) -> None:
    article = read_article(
        "Ein Titel: mit „Zitat“\n\nErster Absatz. Mit zwei Sätzen.\n\nZwischentitel\n \nDas Ende.\n".encode()
    )
    assert [(block.kind, block.text) for block in article.blocks] == [
        (HEADING, "Ein Titel: mit „Zitat“"),
        (PARAGRAPH, "Erster Absatz. Mit zwei Sätzen."),
        (HEADING, "Zwischentitel"),
        (PARAGRAPH, "Das Ende."),
    ]
    assert article.title == "Ein Titel: mit „Zitat“"


def test_without_blank_lines_each_line_is_a_block(read_article) -> None:
    assert [block.text for block in read_article(b"One.\nTwo.\r\nThree.").blocks] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_wrapped_lines_are_joined(read_article) -> None:
    article = read_article("Ein Satz, der\numgebrochen ist.\n\n今天下雨，\n我在家。".encode())
    assert [block.text for block in article.blocks] == [
        "Ein Satz, der umgebrochen ist.",
        "今天下雨，我在家。",
    ]


def test_long_lines_were_not_wrapped(read_article) -> None:
    long = "Das ist ein langer Absatz, der auf einer Zeile steht. " * 3
    article = read_article(f"Titel\n\n{long}\n{long}".encode())
    assert [block.text for block in article.blocks] == ["Titel", long.strip(), long.strip()]


def test_a_single_line_is_no_heading(read_article) -> None:
    assert read_article(b"Just a few words").blocks[0].kind is PARAGRAPH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(read_article, encoding: str) -> None:
    assert read_article("Größe 5.".encode(encoding)).blocks[0].text == "Größe 5."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Eins.\nFünf.".encode("latin-1"), "file, line 2: Byte 2 of this line .0xFC. is not UTF-8. Save"),
        (b"One.\n\nT\x00wo.", "file, line 3: .*U.0000"),
        (b"One \x1b[1m", "U.001B"),
        (b" \n\n ", "There is no text"),
        ("Eins".encode("utf-16") + b"x", "UTF-16 text is damaged"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(read_article, content: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_article(content)


def test_the_corrected_text_is_written_with_its_paragraphs(write) -> None:
    segments = (
        Segment("", "Titel", block=0, kind=HEADING),
        Segment("", "Eins.", block=1),
        Segment("", "weg", block=1),
        Segment("", "Zwei.", block=1),
        Segment("", "auch weg", block=2),
        Segment("Drei", "", block=3),
    )
    document = Document(segments, "de", "en")
    written = write("text", document, targets=["Title", "One.", "", "Two.", " ", "Three."])
    assert written.decode() == "Title\n\nOne. Two.\n\nThree.\n"


def test_no_space_is_put_between_japanese_sentences(write) -> None:
    document = Document((Segment("", "雨だ。"), Segment("", "行こう。")), "de", "ja")
    assert write("text", document).decode() == "雨だ。行こう。\n"


def test_what_was_written_can_be_read(read_article, write) -> None:
    text = "A title\n\nOne. Two.\n\nNext\n\nThree.\n"
    blocks = read_article(text.encode()).blocks
    segments = tuple(
        Segment("", block.text, block=number, kind=block.kind) for number, block in enumerate(blocks)
    )
    assert write("text", Document(segments, "de", "en")).decode() == text
