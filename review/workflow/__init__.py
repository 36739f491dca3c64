"""The verbs that the command line and the web share: import, check, review, score, translate, export."""
