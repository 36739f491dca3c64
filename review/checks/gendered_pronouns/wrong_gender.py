"""The check for a person of the other sex, and its examples."""

from collections.abc import Iterator

from ...models import Document, Severity, Side, Suggestion
from ...models import Evidence as Place
from ..base import Example, Finding, Scope, check
from .english import Role
from .evidence import Text
from .judging import text_of
from .swapped_sex import Swap, swaps

_FORMS = {
    "f": {Role.SUBJECT: "she", Role.OBJECT: "her", Role.POSSESSIVE: "her", Role.REFLEXIVE: "herself",
          Role.ALONE: "hers"},
    "m": {Role.SUBJECT: "he", Role.OBJECT: "him", Role.POSSESSIVE: "his", Role.REFLEXIVE: "himself",
          Role.ALONE: "his"},
}  # fmt: skip


@check(
    code="wrong-gender",
    name="Pronoun of the other sex",
    category="accuracy/mistranslation/pronoun",
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    needs_source=True,
    source_langs=["de"],
    target_langs=["en"],
    examples=[
        Example(
            source="Bürgermeister Ralf Tannert eröffnete den Markt.\nDanach probierte er die Suppe.",
            target="Mayor Ralf Tannert opened the market.\nThen ⟦she⟧ tasted the soup.",
            fixed="Mayor Ralf Tannert opened the market.\nThen he tasted the soup.",
        ),
        Example(
            source="Die Imkerin wartete im Garten.\nDer Nachbar brachte ihr einen Korb.",
            target="The beekeeper waited in the garden.\nThe neighbour brought ⟦him⟧ a basket.",
            fixed="The beekeeper waited in the garden.\nThe neighbour brought her a basket.",
        ),
        Example(
            source="Der Schreiner lobt die Lehrlinge.\nEr stellt alle ein.",
            target="The carpenter praises the apprentices.\nHe is hiring them all.",
        ),
        Example(
            source="Anna und Emil bauten ein Floß.\nSie hielt, er sägte.",
            target="Anna and Emil built a raft.\nShe held on, he sawed.",
        ),
    ],
)
def wrong_gender(document: Document) -> Iterator[Finding]:
    """She stands for a man, or he for a woman.

    The German says “er”, and in that place of the English stands “she”; or the only person near it has a
    title or a first name of the other sex.

    Why it matters: readers take one person for another, and the person meant is misgendered.
    Does not see: a wrong pronoun where the German “sie” may be plural, or where persons of both sexes are
    near and the German has no pronoun.
    """
    text = text_of(document)
    for swap in swaps(text, document):
        yield _finding(text, swap)


def _finding(text: Text, swap: Swap) -> Finding:
    word, sex = swap.pronoun.word, "m" if swap.pronoun.sex == "f" else "f"
    form = _FORMS[sex][swap.pronoun.role]
    right = form.capitalize() if word.text[0].isupper() else form
    return Finding(
        word.segment,
        word.start,
        word.end,
        f"“{word.text}” {' and '.join(_reasons(text, swap))}; use “{right}”.",
        suggestions=(Suggestion(right, word.start, word.end),),
        evidence=tuple(_places(text, swap)),
        confidence=swap.confidence,
    )


def _reasons(text: Text, swap: Swap) -> Iterator[str]:
    if swap.german is not None:
        yield f"stands in the place of German “{swap.german.word.text}”"
    if swap.person is not None:
        word = text.words[swap.person.at]
        who = "man" if swap.person.sex == "m" else "woman"
        yield f"comes after “{word.text}” (segment {word.segment + 1}), which tells of a {who}"


def _places(text: Text, swap: Swap) -> Iterator[Place]:
    if swap.german is not None:
        word = swap.german.word
        yield Place(word.segment, Side.SOURCE, word.start, word.end)
    if swap.person is not None:
        word = text.words[swap.person.at]
        yield Place(word.segment, Side.TARGET, word.start, word.end)
