"""The corrected text as headings and paragraphs, for formats that show one language."""

from itertools import groupby

from ..models import Block, BlockKind, Review
from ..text.languages import joiner


def corrected_blocks(review: Review) -> list[Block]:
    """The headings and paragraphs of the corrected text; those that became empty are left out."""
    between = joiner(review.document.target_lang)
    blocks = []
    for _, group in groupby(review.corrected.segments, key=lambda segment: segment.block):
        segments = [segment for segment in group if segment.target.strip()]
        if segments:
            text = between.join(segment.target.strip() for segment in segments)
            blocks.append(Block(text, segments[0].kind))
    return blocks


def title_and_body(review: Review) -> tuple[str, list[Block]]:
    """The title of the article, and its blocks without a heading that repeats it."""
    blocks = corrected_blocks(review)
    if blocks and blocks[0].kind is BlockKind.HEADING:
        return blocks[0].text, blocks[1:]
    return review.document.title, blocks
