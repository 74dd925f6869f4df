"""The model: primitives, questions, banks and seeds. Knows neither Sphinx nor scoring."""
