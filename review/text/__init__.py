"""Texts and languages: facts, tokens, segmentation, alignment, word diff, spans."""
