"""Which language of a glossary serves a document."""


def serves(glossary_lang: str, document_lang: str) -> bool:
    """Whether terms of one language hold for a document in another: `de` for `de-AT`, and the reverse."""
    one = glossary_lang.replace("_", "-").lower().split("-")
    other = document_lang.replace("_", "-").lower().split("-")
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
