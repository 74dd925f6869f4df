"""Marking: the same score and the same feedback, here and in the page."""

from bookwork.mark.score import ResponseError, score

__all__ = ["ResponseError", "score"]
