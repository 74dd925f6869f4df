"""Paper: what a book can be printed on, and which reading of a chapter; the first is usual."""

PAPERS = ("a4", "us-letter")
READINGS = ("both", "full", "short")
