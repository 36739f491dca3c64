"""Texts go to the provider and come back, one by one."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from review.errors import TranslationError, UsageError
from review.translation import find_provider, translate


@pytest.fixture
def translated(server, patience):
    def call(texts, *, source="de", target="en", **more):
        environ = {**server.environ, **more.pop("environ", {})}
        return translate(
            texts,
            provider="libre",
            source_lang=source,
            target_lang=target,
            environ=environ,
            patience=patience,
            **more,
        )

    return call


def test_every_text_comes_back_in_its_place(translated):
    assert list(translated(["Guten Tag.", "Es schneit."])) == ["GUTEN TAG.", "ES SCHNEIT."]


def test_a_text_is_there_before_the_next_one_is_asked_for(server, translated):
    texts = translated(["eins", "zwei"])
    assert next(texts) == "EINS"
    assert server.texts() == ["eins"]


def test_what_is_finished_stays_when_a_later_text_fails(server, translated, reply):
    server.replies.extend([reply(body={"translatedText": "One."}), reply(403)])
    texts = translated(["Eins.", "Zwei.", "Drei."])
    assert next(texts) == "One."
    with pytest.raises(TranslationError):
        next(texts)
    assert server.texts() == ["Eins.", "Zwei."]


def test_nothing_is_asked_for_texts_without_words(server, translated):
    texts = ["", "  \n", "* * *", "…"]
    assert list(translated(texts)) == texts
    assert server.seen == []


def test_white_space_around_a_text_stays(server, translated):
    assert list(translated(["  Hallo\u00a0\n"])) == ["  HALLO\u00a0\n"]
    assert server.texts() == ["Hallo"]


@pytest.mark.parametrize("ending", ["", "/", "/translate", "/translate/"])
def test_the_address_may_be_written_in_any_way(server, translated, ending):
    assert list(translated(["Ja"], environ={"LIBRETRANSLATE_URL": server.url + ending})) == ["JA"]
    assert server.seen[0].path == "/translate"


def test_the_server_is_told_the_pair_and_the_key(server, translated):
    list(translated(["Ja"], source="de-AT", target="zh-TW", environ={"LIBRE_API_KEY": "k-123"}))
    assert server.seen[0].query == {
        "q": "Ja", "source": "de", "target": "zt", "format": "text", "api_key": "k-123",
    }  # fmt: skip


def test_without_a_key_none_is_sent(server, translated):
    list(translated(["Ja"]))
    assert "api_key" not in server.seen[0].query


def test_an_unknown_source_is_left_to_the_server(server, translated):
    list(translated(["Ja"], source=""))
    assert server.seen[0].query["source"] == "auto"


def test_a_long_text_is_cut_at_sentences_and_put_together(server, translated):
    sentences = [f"Satz Nummer {number} handelt vom Wetter am Meer." for number in range(120)]
    (text,) = translated([" ".join(sentences)])
    assert text == " ".join(sentences).upper()
    assert 1 < len(server.texts()) < 5
    assert all(sent.startswith("Satz") and sent.endswith("Meer.") for sent in server.texts())
    assert all(find_provider("libre").fits(sent) for sent in server.texts())


def test_the_caller_may_say_where_sentences_end(server, translated):
    text = "| ".join("x" * 900 for _ in range(4))
    list(translated([text], split=lambda whole: whole.split(" ")))
    assert [len(sent) for sent in server.texts()] == [1803, 1802]


def test_threads_do_not_meet(server, patience):
    def one(key):
        environ = {**server.environ, "LIBRE_API_KEY": key}
        texts = [f"{key} {number}" for number in range(10)]
        pair = {"source_lang": "de", "target_lang": "en"}
        return list(translate(texts, provider="libre", environ=environ, patience=patience, **pair))

    keys = [f"key{number}" for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        for key, texts in zip(keys, pool.map(one, keys), strict=True):
            assert texts == [f"{key} {number}".upper() for number in range(10)]
    assert {seen.query["api_key"] == seen.query["q"].split()[0] for seen in server.seen} == {True}


def test_deep_translator_stays_as_it_was_for_others(server, translated, reply, pauses):
    list(translated(["Ja"]))
    from deep_translator import LibreTranslator
    from deep_translator.exceptions import ServerException

    other = LibreTranslator(source="de", target="en", api_key="x", custom_url=server.url + "/")
    assert other.translate("Nein") == "NEIN"
    server.replies.append(reply(500))
    with pytest.raises(ServerException):
        other.translate("Nein")
    assert pauses == []


def test_an_unknown_provider_is_answered_with_the_known_ones():
    with pytest.raises(UsageError, match=r'"gogle".*google, mymemory, libre, deepl'):
        translate([], provider="gogle", source_lang="de", target_lang="en")


def test_keys_are_asked_for_before_the_first_text():
    with pytest.raises(TranslationError, match="DeepL needs DEEPL_API_KEY in the environment"):
        translate(["Ja"], provider="deepl", source_lang="de", target_lang="en", environ={})


def test_deep_translator_is_loaded_only_for_a_translation():
    code = "import sys, review.translation; sys.exit('deep_translator' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
