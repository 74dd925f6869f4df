"""Bookwork: a teaching kit on Sphinx and Jupyter Book."""

__version__ = "0.1.0"
