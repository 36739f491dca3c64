import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.text.segmentation import split_sentences

_PROSE = st.text(alphabet="aB1.!?…„“”\"»« \n\u00a0。」-('z3", max_size=60)


@given(_PROSE | st.text(), st.sampled_from(["", "de", "en-GB", "zh", "xx"]))
def test_nothing_but_white_space_is_lost(text: str, language: str) -> None:
    sentences = split_sentences(text, language)
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in sentences)


@given(_PROSE)
def test_sentences_stand_in_the_text_as_they_are(text: str) -> None:
    place = 0
    for sentence in split_sentences(text, "de"):
        place = text.index(sentence, place) + len(sentence)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Messe öffnet am 3. Mai in Halle 12 ."),
        ("de", "Am 12. 3. 1990 zog Dr. Hein, z. B. mit der Nr. 5, d. h. als Letzter, nach St. Pölten."),
        ("de", "Das 19. Jahrhundert endete mit Wilhelm II. von Preußen."),
        ("de", "Das Haus kostet 3,5 Mio. Euro, also 2.300.000 mehr als 1999."),
        ("de", "„Wir bleiben. Alle bleiben“, sagte sie."),
        ("de", "„Nein!“, rief der Wirt."),
        ("de", "Warum nicht?, fragte er sich."),
        ("de", "Zug verspätet?: Bahn: Gleise gesperrt"),
        ("de", "1. Der Anfang"),
        ("en", "Mr. J. B. Priest met the U.S. Army at 5 p.m. on Jan. 3."),
        ("en", '"Where is it?" asked Ms. Lane.'),
        ("en", "See No. 5 and pp. 3 to 4.5 of Vol. II."),
        ("en", "ATHENS, Ga. -- Rain fell."),
        ("fr", "M. Petit, av. Foch, est né en 1970."),
        ("ru", "Он жил на ул. Мира, т. е. рядом."),
    ],
)
def test_one_sentence_stays_one(language: str, text: str) -> None:
    assert split_sentences(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er sagte: „Der Zug kommt.“ | Dann kam der Bus."),
        ("de", "Er kam 1990. | Danach blieb er. | Warum? | Niemand weiß es!"),
        ("de", "Sie wurde im Lauf 3. | Der Sieg ging an Ida."),
        ("de", "Das ist Plan B. | Die Stadt will ihn nicht."),
        ("de", "»Wirklich?« | »Ja, wirklich.« | Sie ging."),
        ("en", "She lives in the U.S. | The house is small."),
        ("en", "It closes at 5 p.m. | Nobody stays."),
        ("en", "“It rains. It pours.” | The old man sleeps. | (He snores.) | Good night…"),
        ("en", 'He said: "Stop." | The car stopped.'),
        ("fr", "« C’est fini.\u00a0» | Elle part."),
        ("hi", "वह घर गया। | फिर सो गया।"),
        ("ar", "هل وصل القطار؟ | لا أعرف."),
        ("", "First part\n\n| second part"),
    ],
)
def test_sentences_end_where_they_should(language: str, text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    assert split_sentences(text.replace("| ", "").replace("|", ""), language) == expected


@pytest.mark.parametrize(
    ("language", "sentences"),
    [("zh", ["今天下雨。", "你来吗?", "我来!"]), ("ja", ["「行こう。」と彼は言った。", "雨だ。"])],
)
def test_no_space_is_needed_where_the_language_has_none(language: str, sentences: list[str]) -> None:
    assert split_sentences("".join(sentences), language) == sentences


def test_a_long_quotation_is_cut_at_its_sentences() -> None:
    sentences = [f"Der Satz Nummer {number} ist auch noch lang." for number in range(12)]
    assert len(split_sentences(f"„{' '.join(sentences)}“ Das war alles.", "de")) == 13
