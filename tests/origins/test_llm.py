"""A language model's answers: what becomes a flag, what is refused, and what a server may do."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from libretranslate import Reply, Server

from review.errors import UsageError
from review.models import Document, Segment, Severity, Side
from review.origins.failure import OriginError
from review.origins.llm import Endpoint, Judge, Judgement
from review.origins.llm.passages import Passage, batches
from review.origins.llm.prompt import messages

Said = Callable[..., Reply]

_DOCUMENT = Document(
    (
        Segment("Der Wirt zapft ein Bier.", "The landlord taps a bear, a brown bear."),
        Segment("Er geht heim.", "He goes home. 🎉 cat concatenates cat"),
    ),
    "de",
    "en",
)


def _error(**changes: Any) -> dict[str, Any]:
    entry = {
        "segment": 1,
        "side": "target",
        "text": "bear",
        "nth": 1,
        "category": "accuracy/mistranslation",
        "severity": "major",
        "explanation": "Bier is beer.",
        "correction": "beer",
    }
    return entry | changes


def test_a_marked_error_becomes_a_flag(server: Server, endpoint: Endpoint, said: Said) -> None:
    server.replies.append(said([_error()]))
    (issue,) = Judge(endpoint).issues(_DOCUMENT)
    assert (issue.segment, issue.side, issue.start, issue.end) == (0, Side.TARGET, 20, 24)
    assert (issue.severity, issue.category, issue.origin) == (
        Severity.MAJOR,
        "accuracy/mistranslation",
        "llm:small",
    )
    assert issue.message == "Bier is beer."
    assert [(one.text, one.start, one.end) for one in issue.suggestions] == [("beer", 20, 24)]


def test_the_nth_occurrence_is_meant_and_whole_words_count_first(
    server: Server, endpoint: Endpoint, said: Said
) -> None:
    server.replies.append(said([_error(nth=2), _error(segment=2, text="cat", nth=2)]))
    found = Judge(endpoint).issues(_DOCUMENT)
    texts = [one.target for one in _DOCUMENT.segments]
    assert [(one.segment, one.start) for one in found] == [
        (0, texts[0].rindex("bear")),
        (1, texts[1].rindex("cat")),
    ]


def test_what_was_left_out_is_marked_in_the_source(server: Server, endpoint: Endpoint, said: Said) -> None:
    server.replies.append(said([_error(side="source", text="Wirt", category="accuracy/omission")]))
    (issue,) = Judge(endpoint).issues(_DOCUMENT)
    assert (issue.side, issue.start, issue.end, issue.suggestions) == (Side.SOURCE, 4, 8, ())


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (_error(text="Bear"), "quotes what is not there"),
        (_error(nth=3), "quotes what is not there"),
        (_error(nth=0), "quotes what is not there"),
        (_error(text=" "), "quotes nothing"),
        (_error(segment=3), "no such segment"),
        (_error(segment="1"), "segment is no whole number"),
        (_error(segment=True), "segment is no whole number"),
        (_error(category="made up"), "unknown category"),
        (_error(severity="fatal"), "unknown severity"),
        (_error(side=["target"]), "unknown side"),
        (_error(explanation=7), "explanation is no text"),
        (_error(correction="be\ud800er"), "correction has a control character"),
        ("bear", "not an object"),
    ],
)
def test_what_is_not_as_asked_for_is_refused_and_counted(
    server: Server, endpoint: Endpoint, said: Said, entry: object, reason: str
) -> None:
    server.replies.append(said([entry, _error()]))
    judge = Judge(endpoint)
    assert len(judge.issues(_DOCUMENT)) == 1, "the good entry stays"
    assert judge.judgement.refused == {reason: 1}
    assert f"refused: 1 {reason}" in str(judge.judgement)


def test_the_same_error_twice_is_one_flag(server: Server, endpoint: Endpoint, said: Said) -> None:
    server.replies.append(said([_error(), _error(explanation="again")]))
    assert len(Judge(endpoint).issues(_DOCUMENT)) == 1


def test_an_answer_in_a_code_fence_is_read(server: Server, endpoint: Endpoint, said: Said) -> None:
    server.replies.append(said(text="```json\n" + json.dumps({"errors": [_error()]}) + "\n```"))
    assert len(Judge(endpoint).issues(_DOCUMENT)) == 1


@pytest.mark.parametrize("text", ["Sure! Here it is.", "[]", '{"errors": 3}', "null"])
def test_an_unreadable_answer_is_asked_for_once_more_and_then_an_error(
    server: Server, endpoint: Endpoint, said: Said, text: str
) -> None:
    server.replies.extend([said(text=text), said([_error()])])
    assert len(Judge(endpoint).issues(_DOCUMENT)) == 1
    server.replies.extend([said(text=text), said(text=text)])
    with pytest.raises(OriginError, match="answer"):
        Judge(endpoint).issues(_DOCUMENT)


def test_cost_and_time_are_kept(server: Server, endpoint: Endpoint, said: Said) -> None:
    server.replies.append(said([], tokens=(120, 7)))
    judge = Judge(endpoint)
    judge.issues(_DOCUMENT)
    assert (judge.judgement.asked, judge.judgement.answered, judge.judgement.requests) == (120, 7, 1)
    assert "2 segments, 1 requests, 120 tokens asked, 7 answered" in str(judge.judgement)
    assert "tokens not told" in str(Judgement())


def test_the_request_carries_model_and_key(server: Server, endpoint: Endpoint, said: Said) -> None:
    server.replies.append(said())
    Judge(endpoint).issues(_DOCUMENT)
    (seen,) = server.seen
    assert seen.path == "/v1/chat/completions"
    assert seen.headers["Authorization"] == "Bearer sk-very-secret"
    assert json.loads(seen.body)["model"] == "small"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_in_trouble_is_asked_again(
    server: Server, endpoint: Endpoint, said: Said, pauses: list[float], status: int
) -> None:
    server.replies.extend([Reply(status=status), Reply(drop=True), said([_error()])])
    assert len(Judge(endpoint).issues(_DOCUMENT)) == 1
    assert pauses == [1, 2]


def test_a_model_that_sets_its_own_temperature_is_asked_without(
    server: Server, endpoint: Endpoint, said: Said
) -> None:
    refusal = Reply(status=400, body={"error": {"message": "temperature is not supported"}})
    server.replies.extend([refusal, said([_error()])])
    assert len(Judge(endpoint).issues(_DOCUMENT)) == 1
    assert ["temperature" in json.loads(seen.body) for seen in server.seen] == [True, False]
    server.replies.extend([refusal, refusal])
    with pytest.raises(OriginError, match="temperature is not supported"):
        Judge(endpoint).issues(_DOCUMENT)


def test_the_pause_that_a_server_asks_for_is_kept_up_to_a_limit(
    server: Server, endpoint: Endpoint, said: Said, pauses: list[float]
) -> None:
    headers = [{"Retry-After": "7"}, {"Retry-After": "7000"}]
    server.replies.extend([*(Reply(status=429, headers=one) for one in headers), said()])
    Judge(endpoint).issues(_DOCUMENT)
    assert pauses == [7, 30]


def test_a_server_that_stays_in_trouble_is_given_up(
    server: Server, endpoint: Endpoint, pauses: list[float]
) -> None:
    server.replies.extend([Reply(status=503)] * 4)
    with pytest.raises(OriginError, match=r"answered 503, 4 times"):
        Judge(endpoint).issues(_DOCUMENT)
    assert len(pauses) == 3


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(status=401), "refused the key.*MT_REVIEW_LLM_KEY"),
        (Reply(status=404, body={"error": {"message": "no model"}}), "404: no model.*MT_REVIEW_LLM_MODEL"),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:9/"}), "refused the request"),
        (Reply(body="<html>"), "no usable answer"),
        (Reply(body={"choices": []}), "no usable answer"),
        (Reply(body={"choices": [{"message": {"content": None}}]}), "no usable answer"),
    ],
)
def test_other_failures_are_told_at_once(
    server: Server, endpoint: Endpoint, reply: Reply, message: str, pauses: list[float]
) -> None:
    server.replies.append(reply)
    with pytest.raises(OriginError, match=message):
        Judge(endpoint).issues(_DOCUMENT)
    assert pauses == []


def test_the_key_is_never_shown(server: Server, endpoint: Endpoint) -> None:
    server.replies.append(Reply(status=400, body={"error": {"message": "bad key sk-very-secret"}}))
    with pytest.raises(OriginError) as failure:
        Judge(endpoint).issues(_DOCUMENT)
    assert "secret" not in str(failure.value)
    assert failure.value.__cause__ is None
    assert "secret" not in repr(endpoint)


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        ({}, "MT_REVIEW_LLM_URL and MT_REVIEW_LLM_MODEL"),
        ({"MT_REVIEW_LLM_URL": "http://127.0.0.1/v1"}, "MT_REVIEW_LLM_MODEL"),
        ({"MT_REVIEW_LLM_URL": "127.0.0.1", "MT_REVIEW_LLM_MODEL": "m"}, "no web address"),
        ({"MT_REVIEW_LLM_URL": "http://[", "MT_REVIEW_LLM_MODEL": "m"}, "no web address"),
        (
            {"MT_REVIEW_LLM_URL": "http://h", "MT_REVIEW_LLM_MODEL": "m", "MT_REVIEW_LLM_KEY": "a\nb"},
            "MT_REVIEW_LLM_KEY",
        ),
    ],
)
def test_what_is_wrong_in_the_environment_is_named(environ: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Endpoint.from_environment(environ)


def test_the_address_may_name_the_service_itself() -> None:
    environ = {"MT_REVIEW_LLM_URL": "http://h/v1/chat/completions/", "MT_REVIEW_LLM_MODEL": "m"}
    assert Endpoint.from_environment(environ).url == "http://h/v1"


_WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)


@given(_WORDS, _WORDS)
def test_no_text_can_leave_the_data_of_the_prompt(source: str, target: str) -> None:
    system, user = messages([Passage(1, source, target)], "de", "en")
    assert system == messages([Passage(1, "", "")], "de", "en")[0]
    assert json.loads(user["content"])["segments"] == [{"number": 1, "source": source, "target": target}]
    assert "\n" not in user["content"]


@given(st.lists(st.tuples(st.text("ab ", max_size=9000), st.text("ab ", max_size=50)), max_size=30))
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=30)
def test_every_segment_with_both_texts_is_asked_about_once(pairs: list[tuple[str, str]]) -> None:
    document = Document(tuple(Segment(source, target) for source, target in pairs))
    asked = [one.number for batch in batches(document) for one in batch]
    assert asked == [n for n, (source, target) in enumerate(pairs, 1) if source.strip() and target.strip()]
