import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.text.diff import word_diff

_TEXT = st.text(alphabet="ab ,.'中文-\n\u0e01", max_size=25) | st.text()


@given(_TEXT, _TEXT, st.sampled_from(["", "en", "zh"]))
def test_both_texts_can_be_read_off(old: str, new: str, language: str) -> None:
    differences = word_diff(old, new, language)
    assert "".join(text for operation, text in differences if operation != "insert") == old
    assert "".join(text for operation, text in differences if operation != "delete") == new
    assert all(text for _, text in differences)


@given(_TEXT)
def test_equal_texts_have_no_difference(text: str) -> None:
    assert word_diff(text, text) == ([("equal", text)] if text else [])


@pytest.mark.parametrize(
    ("old", "new", "language", "differences"),
    [
        (
            "She is said to lead it.",
            "It is said to steer it.",
            "en",
            [
                ("delete", "She"),
                ("insert", "It"),
                ("equal", " is said to "),
                ("delete", "lead"),
                ("insert", "steer"),
                ("equal", " it."),
            ],
        ),
        # The space between two new words is not worth a part of its own.
        (
            "old house here",
            "new flat here",
            "en",
            [("delete", "old house"), ("insert", "new flat"), ("equal", " here")],
        ),
        ("counted", "counter", "en", [("delete", "counted"), ("insert", "counter")]),
        ("The end", "The end.", "en", [("equal", "The end"), ("insert", ".")]),
        (
            "他说你好",
            "他说您好",
            "zh",
            [("equal", "他说"), ("delete", "你"), ("insert", "您"), ("equal", "好")],
        ),
    ],
)
def test_it_reads_well(old: str, new: str, language: str, differences: list[tuple[str, str]]) -> None:
    assert word_diff(old, new, language) == differences
