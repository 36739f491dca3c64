import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.models import Block, BlockKind, Segment
from review.text.alignment import align

SOURCE = """Neue Brücke über die Selke

Die Stadt Harlem baut eine neue Brücke. Sie kostet 14 Millionen Euro. \
Bürgermeisterin Ana Lopes stellte die Pläne vor.

Der Verkehr rollt seit 2019 über eine Umleitung. „Wir haben lange gewartet“, sagte Lopes. \
Sie dankte dem Land. Die Firma Kolbe beginnt im April mit den Arbeiten.

Kritik kommt vom Verein Selketal. Er fordert einen Tunnel statt der Brücke. Der Rat stimmt am 9. Juni ab."""
TARGET = """New bridge over the Selke

The city of Harlem is building a new bridge. It costs 14 million euros. Mayor Ana Lopes presented the plans.

Traffic has taken a detour since 2019. “We have waited a long time,” Lopes said. She thanked the state. \
The company Kolbe will start work in April.

The Selketal association is critical. It wants a tunnel instead of the bridge. The council votes on 9 June."""


def blocks(text: str) -> list[Block]:
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return [Block(part, BlockKind.PARAGRAPH if part[-1] in ".”“" else BlockKind.HEADING) for part in parts]


def pairs(source: str, target: str) -> list[tuple[str, str]]:
    found = align(blocks(source), blocks(target), "de", "en").segments
    return [(segment.source, segment.target) for segment in found]


def partner(source: str, target: str, words: str) -> str:
    """The target of the segment whose source holds these words."""
    return next(other for one, other in pairs(source, target) if words in one)


COMPLETE = dict(pairs(SOURCE, TARGET))


def test_each_sentence_finds_its_translation() -> None:
    assert len(COMPLETE) == 11
    assert COMPLETE["Neue Brücke über die Selke"] == "New bridge over the Selke"
    assert COMPLETE["Sie dankte dem Land."] == "She thanked the state."
    assert COMPLETE["Er fordert einen Tunnel statt der Brücke."] == "It wants a tunnel instead of the bridge."


def test_blocks_and_kinds_are_those_of_the_target() -> None:
    segments = align(blocks(SOURCE), blocks(TARGET), "de", "en").segments
    assert [segment.block for segment in segments] == [0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]
    assert [segment.kind for segment in segments[:2]] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(("source", "target"), list(COMPLETE.items()))
def test_a_dropped_sentence_stands_alone_at_its_place(source: str, target: str) -> None:
    dropped = TARGET.replace(target, "")
    found = align(blocks(SOURCE), blocks(dropped), "de", "en")
    assert {segment.source: segment.target for segment in found.segments} == COMPLETE | {source: ""}
    assert [segment.source for segment in found.segments] == list(COMPLETE)
    assert found.warnings == ()


@pytest.mark.parametrize(("source", "target"), list(COMPLETE.items()))
def test_an_added_sentence_stands_alone(source: str, target: str) -> None:
    missing = SOURCE.replace(source, "")
    found = pairs(missing, TARGET)
    assert ("", target) in found
    assert len(found) == len(COMPLETE)


def test_a_dropped_sentence_stays_in_its_paragraph() -> None:
    dropped = TARGET.replace("Traffic has taken a detour since 2019. ", "").replace(
        " She thanked the state.", ""
    )
    segments = align(blocks(SOURCE), blocks(dropped), "de", "en").segments
    assert [segment.block for segment in segments] == [0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]


def test_a_dropped_paragraph_keeps_a_number_of_its_own() -> None:
    parts = TARGET.split("\n\n")
    segments = align(blocks(SOURCE), blocks("\n\n".join(parts[:2] + parts[3:])), "de", "en").segments
    assert [segment.block for segment in segments] == [0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]
    assert [bool(segment.target) for segment in segments] == [True] * 4 + [False] * 4 + [True] * 3


def test_a_missing_heading_moves_nothing() -> None:
    found = pairs(SOURCE, TARGET.split("\n\n", 1)[1])
    assert found == [("Neue Brücke über die Selke", ""), *list(COMPLETE.items())[1:]]


def test_a_line_of_the_web_page_stays_unpaired() -> None:
    assert pairs(SOURCE, TARGET + "\n\nShare this article") == [*COMPLETE.items(), ("", "Share this article")]


def test_merged_sentences_stand_with_both() -> None:
    merged = TARGET.replace("on 9 June.", "on 9 June.").replace(
        "a new bridge. It costs 14", "a new bridge that costs 14"
    )
    assert (
        partner(SOURCE, merged, "Die Stadt Harlem")
        == "The city of Harlem is building a new bridge that costs 14 million euros."
    )
    assert partner(SOURCE, merged, "Sie kostet 14 Millionen") == partner(SOURCE, merged, "Die Stadt Harlem")


def test_a_sentence_that_was_split_has_both_parts() -> None:
    split = TARGET.replace(
        "The company Kolbe will start work in April.", "Work starts in April. The company Kolbe does it."
    )
    assert partner(SOURCE, split, "Die Firma Kolbe") == "Work starts in April. The company Kolbe does it."


def test_a_sentence_that_lost_its_quotation_keeps_what_follows() -> None:
    source = SOURCE.replace(
        "„Wir haben lange gewartet“, sagte Lopes. Sie dankte dem Land.",
        "Ministerin Petra Quandt sagte: „Wir geben dafür das meiste Geld, das wir noch haben.“ "
        "Sie verwies damit auf einen Bericht der Zeitung Kurier.",
    )
    target = TARGET.replace(
        "“We have waited a long time,” Lopes said. She thanked the state.",
        "Minister Petra Quandt said: She thus referred to a report in the newspaper Kurier.",
    )
    assert "Petra Quandt said" in partner(source, target, "Wir geben dafür")
    assert "Petra Quandt said" in partner(source, target, "Zeitung Kurier")
    assert partner(source, target, "Die Firma Kolbe") == "The company Kolbe will start work in April."


def test_joined_and_divided_paragraphs_do_no_harm() -> None:
    parts = TARGET.split("\n\n")
    joined = "\n\n".join(
        [parts[0], parts[1] + " " + parts[2], parts[3].replace("critical. ", "critical.\n\n")]
    )
    segments = align(blocks(SOURCE), blocks(joined), "de", "en").segments
    assert {segment.source: segment.target for segment in segments} == COMPLETE
    assert [segment.block for segment in segments] == [0, 1, 1, 1, 1, 1, 1, 1, 2, 3, 3]


def test_paragraphs_that_do_not_compare_are_told() -> None:
    many = "\n\n".join(SOURCE.replace("\n\n", " ").replace(". ", ".\n\n").split("\n\n"))
    one = TARGET.split("\n\n", 1)[1].replace("\n\n", " ")
    found = align(blocks(many), blocks(one), "de", "en")
    assert "paragraphs, the translation 1." in found.warnings[0]
    assert sum(1 for segment in found.segments if COMPLETE.get(segment.source) == segment.target) >= 8


def test_other_articles_are_told() -> None:
    other = "\n\n".join(f"{word} is short." for word in ["Tea", "Rain", "Snow", "Bread", "Salt"])
    found = align(blocks(SOURCE.split("\n\n")[0]), blocks(other), "de", "en")
    assert any("same article" in warning for warning in found.warnings)


@pytest.mark.parametrize("missing", ["source", "target"])
def test_one_side_alone_is_no_reason_to_warn(missing: str) -> None:
    source, target = ("", TARGET) if missing == "source" else (SOURCE, "")
    found = align(blocks(source), blocks(target), "de", "en")
    assert len(found.segments) == 11
    assert {getattr(segment, missing) for segment in found.segments} == {""}
    assert [segment.block for segment in found.segments] == [0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]
    assert found.warnings == ()


def test_no_space_comes_between_merged_chinese_sentences() -> None:
    source = [
        "Heute regnet es in Ulm.",
        "Es sind nur 12 Grad, und 25 Leute warten auf Eva.",
        "Morgen scheint die Sonne.",
    ]
    target = ["今天乌尔姆在下雨。", "气温只有12度。25个人在等Eva。", "明天是晴天。"]
    found = align([Block(" ".join(source))], [Block("".join(target))], "de", "zh").segments
    assert found == tuple(map(Segment, source, target))


_ARTICLE = st.lists(
    st.lists(st.sampled_from(list(COMPLETE)), max_size=4).map(" ".join).map(Block), max_size=5
)
_TRANSLATION = st.lists(
    st.lists(st.sampled_from(list(COMPLETE.values())), max_size=4).map(" ".join).map(Block), max_size=5
)


@given(_ARTICLE, _TRANSLATION)
def test_every_sentence_is_kept_once_and_in_order(sources: list[Block], targets: list[Block]) -> None:
    segments = align(sources, targets, "de", "en").segments
    assert " ".join(filter(None, (one.source for one in segments))) == " ".join(
        block.text for block in sources if block.text
    )
    assert " ".join(filter(None, (one.target for one in segments))) == " ".join(
        block.text for block in targets if block.text
    )
    numbers = [one.block for one in segments]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))


def test_a_book_takes_seconds() -> None:
    names = [f"Person{chr(97 + number % 26)}{number}" for number in range(3000)]
    source = [
        Block(f"Am Tag {number} kam {name} zum ersten Mal an den Fluss.") for number, name in enumerate(names)
    ]
    target = [
        Block(f"On day {number} {name} came to the river for the first time.")
        for number, name in enumerate(names)
    ]
    started = time.process_time()
    segments = align(source, target[:1000] + target[1200:], "de", "en").segments
    assert time.process_time() - started < 30
    assert [one.source for one in segments if not one.target] == [block.text for block in source[1000:1200]]
