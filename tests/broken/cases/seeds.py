"""Faults in the seeds."""

from tests.broken.kit import Case

EVENTS, SENTENCES, SOURCES = "seeds/events.yml", "seeds/sentences.yml", "seeds/sources.bib"
E050, WH = "- id: e050\n", "@online{wh-consult,\n"
BIBTEX = "compare with the entries around it"

SEEDS = [
    Case(
        "a date that does not exist", EVENTS, '"2023-08-18"', '"2023-02-29"',
        "e050", "there is no date '2023-02-29'", "check month and day", E050,
    ),
    Case(
        "a date in another form", EVENTS, '"2023-08-18"', '"18 August 2023"',
        "e050", "'18 August 2023' is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD", E050,
    ),
    Case(
        "a year that is no text", EVENTS, '"2023-08-18"', "2023",
        "e050", "the date 2023 is not text", "put it in quotes", E050,
    ),
    Case(
        "a precision that is not the date's", EVENTS, "precision: day", "precision: year",
        "e050", "the date '2023-08-18' is written to the day, but precision says 'year'",
        "change one of them", E050, E050,
    ),
    Case(
        "an event of an unknown source", EVENTS, "sources: [", "sources: [wh-spirits, ",
        "e050", "there is no source 'wh-spirits'", "did you mean 'wh-spirit'?", E050,
    ),
    Case(
        "an event without a source", EVENTS, "sources: [", "sources: []\n  note: [",
        "e050", "'sources' needs 1 or more", "add to it", E050, alone=False,
    ),
    Case(
        "an unknown field", EVENTS, "tier: core", "colour: red\n  tier: core",
        "e050", "unknown field 'colour'", "remove it", E050,
    ),
    Case(
        "an event that is none", EVENTS, E050, f"- just text\n{E050}",
        "", "this is not a map", "write 'name: value' lines below it",
    ),
    Case(
        "an id of another form", EVENTS, E050, "- id: E50\n",
        "E50", "'id': string should match pattern", "", alone=False,
    ),
    Case(
        "two events of one id", EVENTS, "- id: e051\n", E050,
        "e050", "the id 'e050' is taken by seeds/events.yml:", "choose another", "title: Camp",
        alone=False,
    ),
    Case(
        "a person with a term's id", "seeds/people.yml", "- id: g-sullivan", "- id: g-gsomia",
        "g-gsomia", "the id 'g-gsomia' is taken by seeds/glossary.yml:", "choose another",
    ),
    Case(
        "no list of events", EVENTS, "\nevents:\n", "\nhappenings:\n",
        "", "the file has no list 'events'", "write 'events:' with a list below it", at="meta:",
        alone=False,
    ),
    Case(
        "a commitment of an unknown sentence", "seeds/commitments.yml", "[s04]", "[s99]",
        "c01", "there is no sentence 's99'", "see seeds/sentences.yml", "- id: c01\n",
    ),
    Case(
        "HTML in what becomes a heading", "seeds/commitments.yml", "name: ", "name: <b>A</b> ",
        "c01", "a '<' stands in the name", "write it in words", "- id: c01\n",
    ),
    Case(
        "a sentence with one letter changed", SENTENCES, "Annual", "Annuel",
        "s11", "the article goes on with “Annual trilateral", "copy the sentence from line",
        "- id: s11\n", "  text: >-",
    ),
    Case(
        "a sentence with one late letter changed", SENTENCES, "Camp David to", "Camp David tu",
        "s01", "the article has “to” after “Leaders from Japan,", "word for word", "- id: s01\n",
        "  text: >-",
    ),
    Case(
        "an address that would run a script", SOURCES, "{https:", "{javascript:alert(1)//https:",
        "wh-consult", "'url': string should match pattern", "", WH,
    ),
    Case(
        "a source without a kind", SOURCES, "  kind       = {primary-document},\n", "",
        "wh-consult", "the field 'kind' is missing", "add it", WH, WH,
    ),
    Case(
        "a source with an id as field", SOURCES, "  kind ", "  id = {wh-other},\n  kind ",
        "wh-consult", "unknown field 'id'", "remove it", WH,
    ),
    Case(
        "a source that stands twice", SOURCES, "", f"{WH}}}\n",
        "", "not valid BibTeX: repeated bibliography entry: wh-consult", BIBTEX,
    ),
    Case(
        "BibTeX without an equals sign", SOURCES, "title      =", "title",
        "", "not valid BibTeX: syntax error: '=' expected", BIBTEX, WH, alone=False,
    ),
    Case(
        "BibTeX that is not closed", SOURCES, "", "\n@online{wh-open,\n  title = {Open\n",
        "", "not valid BibTeX: syntax error: premature end of file", BIBTEX, at="  title = {Open",
        alone=False,
    ),
    Case(
        "LaTeX that is not closed", SOURCES, "{{Commitment to Consult}}",
        "{{Commitment % to} Consult}",
        "wh-consult", "not valid BibTeX: syntax error: unbalanced braces", BIBTEX, WH,
        alone=False,
    ),
    Case(
        "LaTeX that breaks off", SOURCES, "{{Commitment to Consult}}", '"Commitment\\"',
        "wh-consult", "not valid BibTeX: 'latex' codec can't decode", BIBTEX, WH,
    ),
    Case(
        "a comment in a title", SOURCES, "Commitment to", "Commitment 100 % to",
        "wh-consult", "what stands behind % in 'title' is not shown", "write \\%", WH,
        alone=False,
    ),
    Case(
        "BibTeX nested without end", SOURCES, "title      = {", "title      = {" + "{" * 5000,
        "", "not valid BibTeX: syntax error: too many nested braces", BIBTEX, WH, alone=False,
    ),
    Case(
        "a control character in BibTeX", SOURCES, "title      = {{", "title      = {{\x1b[2J",
        "", "a control character (U+001B) stands in the text", "type the text again", WH,
        alone=False,
    ),
    Case(
        "a term of office that ends before it starts", "seeds/leaders.yml", '"2025-10-21"',
        '"2023-10-21"', "o-ishiba", "the term ends (2023-10-21) before it starts (2024-10-01)",
        "change one of them", "- id: o-ishiba\n", "- id: o-ishiba\n",
    ),
    Case(
        "a leader whom people.yml does not know", "seeds/leaders.yml", "g-lee", "g-leee",
        "o-lee", "there is no person 'g-leee'", "did you mean 'g-lee'?", "- id: o-lee\n",
    ),
]  # fmt: skip
