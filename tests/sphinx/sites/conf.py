"""Sphinx's configuration of every small book; a case's own conf.py may follow it."""

extensions = ["myst_parser", "sphinxcontrib.bibtex", "bookwork.sphinx"]
project = "Small book"
author = "Nobody"
project_copyright = "Nobody"
version = "1"
html_theme = "furo"
bibtex_bibfiles = ["seeds/sources.bib"]
exclude_patterns = ["seeds", "exercises", "out"]
bookwork_book = "small"
bookwork_events_csv = ""
nitpicky = True
show_warning_types = True
