"""Bookwork: a teaching kit on Sphinx and Jupyter Book."""
