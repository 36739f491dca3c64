"""Every service of deep-translator, through its own code."""

import json
import sys
from dataclasses import replace
from types import ModuleType, SimpleNamespace

import pytest

from review.errors import TranslationError
from review.translation import find_provider, providers, translate
from review.translation.adaptation import Request, adapted

KEYS = {
    "BAIDU_APPID": "baidu-id", "BAIDU_APPKEY": "baidu-key", "DEEPL_API_KEY": "deepl-key:fx",
    "MICROSOFT_API_KEY": "ms-key", "MICROSOFT_REGION": "westeurope", "MYMEMORY_EMAIL": "me@example.org",
    "OPEN_API_KEY": "open-key", "PAPAGO_CLIENT_ID": "naver-id", "PAPAGO_CLIENT_SECRET": "naver-key",
    "QCRI_API_KEY": "qcri-key", "YANDEX_API_KEY": "yandex-key",
}  # fmt: skip
DICTIONARIES = {"linguee", "pons"}


@pytest.fixture
def through(server, monkeypatch, patience):
    """Translate with a provider whose address now leads to the test's server."""
    from deep_translator import MicrosoftTranslator
    from deep_translator.constants import BASE_URLS

    for name in BASE_URLS:
        monkeypatch.setitem(BASE_URLS, name, f"{server.url}/{name.lower()}/")
    # Its address is written into the method.
    known = {"arabic": "ar", "english": "en", "chinese simplified": "zh-hans", "german": "de"}
    monkeypatch.setattr(MicrosoftTranslator, "_get_supported_languages", lambda self: known)

    def call(provider, text="مرحبا", source="ar", target="en", environ=KEYS):
        pair = {"source_lang": source, "target_lang": target}
        return next(translate([text], provider=provider, **pair, environ=environ, patience=patience))

    return call


def test_every_translator_of_deep_translator_is_here():
    from deep_translator.engines import __engines__

    assert {provider.name for provider in providers()} == set(__engines__) - DICTIONARIES
    for provider in providers():
        assert __engines__[provider.name].__name__ == provider.translator


def test_variables_have_the_names_that_deep_translator_gives_them():
    from deep_translator import constants

    ours = {name for provider in providers() for name in (*provider.needs, *provider.optional)}
    assert {value for name, value in vars(constants).items() if name.endswith("_ENV_VAR")} <= ours


@pytest.mark.parametrize("provider", [one for one in providers() if one.needs], ids=lambda one: one.name)
def test_a_missing_key_is_named(provider, monkeypatch):
    for name in provider.needs:
        monkeypatch.delenv(name, raising=False)
        with pytest.raises(TranslationError, match=f"{provider.title} needs .*{name}"):
            translate([], provider=provider.name, source_lang="en", target_lang="ar", environ={name: " "})
    assert not provider.available
    assert set(provider.missing({})) == set(provider.needs)


@pytest.mark.parametrize("name", ["google", "mymemory"])
def test_some_need_no_key(name):
    assert find_provider(name).available


def test_a_provider_becomes_available_with_its_key(monkeypatch):
    monkeypatch.setenv("LIBRETRANSLATE_URL", "http://localhost:5000")
    assert find_provider("libre").available


GOOGLE = '<html><div class="result-container">Hello there</div></html>'
ANSWERS = {
    "google": GOOGLE,
    "mymemory": {"responseData": {"translatedText": "Hello there"}, "responseStatus": 200},
    "deepl": {"translations": [{"detected_source_language": "AR", "text": "Hello there"}]},
    "microsoft": [{"translations": [{"text": "Hello there", "to": "en"}]}],
    "yandex": {"code": 200, "lang": "ar-en", "text": ["Hello there"]},
    "qcri": {"success": True, "translatedText": "Hello there"},
    "baidu": {"from": "ara", "to": "en", "trans_result": [{"src": "مرحبا", "dst": "Hello there"}]},
}


@pytest.mark.parametrize("provider", ANSWERS)
def test_a_translation_is_read_from_the_answer(server, through, reply, provider):
    server.replies.append(reply(body=ANSWERS[provider]))
    assert through(provider) == "Hello there"


def test_papago_gets_codes_not_names(server, through, reply):
    server.replies.append(reply(body={"message": {"result": {"translatedText": "你好"}}}))
    assert through("papago", "Hello", "en", "zh-Hant") == "你好"
    assert "source=en&target=zh-TW" in server.seen[0].body


@pytest.mark.parametrize("provider", ANSWERS)
def test_what_may_pass_is_tried_again_with_every_provider(server, through, reply, pauses, provider):
    server.replies.extend([reply(503), reply(body=ANSWERS[provider])])
    assert through(provider) == "Hello there"
    assert pauses == [1]


REFUSALS = {
    "deepl": (456, {"message": "Quota for this billing period has been exceeded."}, "the quota is used up"),
    "microsoft": (401, {"error": {"code": 401000, "message": "ms-key is wrong"}}, "refused the key"),
    "yandex": (200, {"code": 401, "message": "API key is invalid"}, "refused the key"),
    "baidu": (200, {"error_code": "54001", "error_msg": "Invalid Sign"}, "refused the key"),
    "mymemory": (
        200,
        {
            "responseData": {"translatedText": "INVALID PAIR"},
            "responseStatus": "403",
            "responseDetails": "PAIR",
        },
        "refused the request",
    ),
    "qcri": (403, "", "refused the key"),
    "google": (403, "", "refused the request"),
}


@pytest.mark.parametrize("provider", REFUSALS)
def test_a_refusal_is_told_without_the_key(server, through, reply, pauses, provider):
    status, body, words = REFUSALS[provider]
    server.replies.append(reply(status, body))
    with pytest.raises(TranslationError) as caught:
        through(provider)
    assert words in str(caught.value)
    assert find_provider(provider).title in str(caught.value)
    assert not any(key in str(caught.value) for key in KEYS.values())
    assert pauses == []


def test_a_daily_quota_is_not_tried_again(server, through, reply, pauses):
    said = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."
    server.replies.append(reply(429, {"responseData": {"translatedText": said}, "responseDetails": said}))
    with pytest.raises(TranslationError, match="MyMemory: the quota is used up"):
        through("mymemory")
    assert pauses == []


def test_too_many_requests_to_baidu_are_tried_again(server, through, reply, pauses):
    server.replies.extend([reply(body={"error_code": "54003"}), reply(body=ANSWERS["baidu"])])
    assert through("baidu") == "Hello there"
    assert pauses == [1]


@pytest.mark.parametrize(("key", "host"), [("a-key:fx", "deepl_free"), ("a-key", "deepl")])
def test_deepl_gets_its_key_in_a_header_at_the_address_of_the_key(server, through, reply, key, host):
    server.replies.append(reply(body=ANSWERS["deepl"]))
    through("deepl", source="", target="en-US", environ={"DEEPL_API_KEY": key})
    (seen,) = server.seen
    assert (seen.method, seen.path, seen.query) == ("POST", f"/{host}/translate", {})
    assert seen.headers["Authorization"] == f"DeepL-Auth-Key {key}"
    assert json.loads(seen.body) == {"text": ["مرحبا"], "target_lang": "EN-US"}


def test_microsoft_gets_its_region(server, through, reply):
    server.replies.append(reply(body=ANSWERS["microsoft"]))
    through("microsoft", source="zh-CN", target="de-CH")
    (seen,) = server.seen
    assert seen.headers["Ocp-Apim-Subscription-Region"] == "westeurope"
    assert (seen.query["from"], seen.query["to"]) == ("zh-hans", "de")


def test_mymemory_is_asked_over_a_safe_connection():
    from deep_translator.constants import BASE_URLS

    request = Request("GET", BASE_URLS["MYMEMORY"], {"params": {"q": "x"}})
    assert adapted("mymemory", request) == replace(request, url="https://api.mymemory.translated.net/get")


def test_chatgpt_is_asked_by_the_name_of_the_language(server, through, reply, monkeypatch, pauses):
    """`openai` before 1.0 takes a factory of sessions; a stand-in asks as it does."""
    openai = ModuleType("openai")

    def create(model, messages):
        session = openai.requestssession()
        options = {"timeout": 600, "stream": False, "proxies": session.proxies}
        answer = session.request("POST", f"{server.url}/chat", json={"messages": messages}, **options)
        said = json.loads(answer.content.decode())["choices"][0]["message"]
        return SimpleNamespace(choices=[SimpleNamespace(message=SimpleNamespace(**said))])

    openai.ChatCompletion = SimpleNamespace(create=create)
    monkeypatch.setitem(sys.modules, "openai", openai)
    monkeypatch.setattr("review.translation.provider._has_old_openai", lambda: True)
    answer = reply(body={"choices": [{"message": {"content": "您好"}}]})
    server.replies.extend([reply(500), answer])
    assert through("chatgpt", "Guten Tag", "de", "zh-Hant") == "您好"
    assert "into Chinese (Traditional)." in server.seen[1].body
    assert pauses == [1]


def test_chatgpt_asks_for_its_package(monkeypatch):
    monkeypatch.setattr("review.translation.provider._has_old_openai", lambda: False)
    with pytest.raises(TranslationError, match='pip install "openai<1"'):
        translate([], provider="chatgpt", source_lang="de", target_lang="en", environ=KEYS)
