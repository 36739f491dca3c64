"""A document is judged: request by request, with what it cost."""

from collections import Counter
from dataclasses import dataclass, field

from ...models import Document, Issue
from ..naming import LLM, origin_name
from .answers import Refused, Unreadable, issue_of, read_answer
from .endpoint import Endpoint
from .passages import Passage, batches
from .prompt import messages


@dataclass(slots=True)
class Judgement:
    """What the judging of documents cost so far. `refused` counts entries by the reason."""

    segments: int = 0
    requests: int = 0
    asked: int = 0
    answered: int = 0
    seconds: float = 0.0
    refused: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        cost = f"{self.asked} tokens asked, {self.answered} answered"
        if not self.asked and not self.answered:
            cost = "tokens not told"
        reasons = ", ".join(f"{number} {reason}" for reason, number in sorted(self.refused.items()))
        refused = f"; refused: {reasons}" if reasons else ""
        return f"{self.segments} segments, {self.requests} requests, {cost}, {self.seconds:.1f} s{refused}"


class Judge:
    """Asks one model about documents, and keeps the account in `judgement`."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.origin = origin_name(LLM, endpoint.model)
        self.judgement = Judgement()
        self._endpoint = endpoint

    def issues(self, document: Document) -> list[Issue]:
        """The errors that the model marks in a document. Raises OriginError where it does not deliver.

        Entries that quote what is not in the text, or are otherwise not as asked for, are left out and
        counted. An answer that cannot be read at all is asked for once more.
        """
        return [issue for batch in batches(document) for issue in self._asked(batch, document)]

    def _asked(self, batch: list[Passage], document: Document) -> list[Issue]:
        entries = self._entries(batch, document)
        self.judgement.segments += len(batch)
        passages = {one.number: one for one in batch}
        found: dict[tuple[object, ...], Issue] = {}
        for entry in entries:
            try:
                issue = issue_of(entry, passages, self.origin)
            except Refused as refused:
                self.judgement.refused[str(refused)] += 1
            else:
                found.setdefault((issue.segment, issue.side, issue.start, issue.end, issue.category), issue)
        return list(found.values())

    def _entries(self, batch: list[Passage], document: Document) -> list[object]:
        try:
            return read_answer(self._reply(batch, document))
        except Unreadable:
            return read_answer(self._reply(batch, document))

    def _reply(self, batch: list[Passage], document: Document) -> str:
        clock = self._endpoint.waits.clock
        start = clock()
        try:
            reply = self._endpoint.ask(messages(batch, document.source_lang, document.target_lang))
        finally:
            self.judgement.seconds += clock() - start
        self.judgement.requests += 1
        self.judgement.asked += reply.asked
        self.judgement.answered += reply.answered
        return reply.text
