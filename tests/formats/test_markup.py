import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.models import BlockKind, Document, Segment

DOCUMENT = Document(
    (
        Segment("", "A & B", block=0, kind=BlockKind.HEADING),
        Segment("", "One <b>1</b>.", block=1),
        Segment("", "Two.", block=1),
        Segment("", "Part 2", block=2, kind=BlockKind.HEADING),
        Segment("", "* End.", block=3),
    ),
    "de",
    "en-GB",
    title="Another title",
)


def test_markdown_has_title_headings_and_paragraphs(write) -> None:
    assert write("markdown", DOCUMENT).decode() == (
        "# A \\& B\n\nOne \\<b\\>1\\</b\\>. Two.\n\n## Part 2\n\n\\* End.\n"
    )


def test_without_a_heading_the_title_of_the_article_stands_first(write) -> None:
    document = Document((Segment("", "One."),), "de", "en", title="The title")
    assert write("markdown", document).decode() == "# The title\n\nOne.\n"
    assert "<h1>The title</h1>\n<p>One.</p>" in write("html", document).decode()


@pytest.mark.parametrize(
    "text",
    ["# no heading", "- no list", "+ no list", "1. no list", "12) no list", "=== no rule", "    no code"],
)
def test_no_line_becomes_markdown_markup(write, text: str) -> None:
    written = write("markdown", Document((Segment("", f"A.\n{text}"),), "de", "en")).decode()
    line = written.splitlines()[1]
    assert not re.match(r"[#+=-]|\d+[.)]|\s", line)
    assert re.sub(r"\\(?=[^\w\s])", "", line) == text.strip()


@given(st.text(alphabet="\\`*_[]<>&~|#!a. ", min_size=1))
def test_markdown_text_can_be_read_off(write, text: str) -> None:
    written = write("markdown", Document((Segment("", f"x{text}x"),), "de", "en")).decode()
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>&~|]", written)
    assert (
        re.sub(r"\\(?=[\W_])", "", written.replace("\\\\", "\0")).replace("\0", "\\").strip()
        == f"x{text}x".strip()
    )


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open = tag
        self.attributes[tag] = dict(attrs)
        self.texts.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(getattr(self, "open", ""), [""])[-1] += data


def test_html_is_a_page_with_language_and_direction(write) -> None:
    page = _Page(write("html", DOCUMENT).decode())
    assert page.attributes["html"] == {"lang": "en-GB", "dir": "ltr"}
    assert [text.strip() for tag in ("title", "h1", "p", "h2") for text in page.texts[tag]] == [
        *("A & B", "A & B"),
        *("One <b>1</b>. Two.", "* End."),
        "Part 2",
    ]


def test_arabic_html_runs_from_right_to_left(write) -> None:
    written = write("html", Document((Segment("", "مرحبا."),), "de", "ar")).decode()
    assert '<html lang="ar" dir="rtl">' in written


@given(st.text(alphabet="<>&\"'/pab;#!-", min_size=1))
def test_text_never_becomes_html_markup(write, text: str) -> None:
    written = write("html", Document((Segment("", text),), "de", "en")).decode()
    paragraph = re.search(r"<p>(.*)</p>", written)
    assert paragraph
    assert "<" not in paragraph[1]
    assert html.unescape(paragraph[1]) == text
