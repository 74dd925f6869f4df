"""Faults in banks as a whole, in pages, and in the table of contents."""

from tests.broken.kit import BANK, Case

PAGE = "book/context.md"
TOC = "_toc.yml"
HEAD = "title: Context\n"
END = "\n```{quiz} context\n"


def page(name: str, new: str, what: str, mend: str, at: str = "", id: str = "") -> Case:
    """A fault put behind a page's text; named must be the line of `at`."""
    return Case(name, PAGE, "", f"\n{new}\n", id, what, mend, END, at or new)


BANKS = [
    Case(
        "a bank that is not its folder's", BANK, "bank: context", "bank: kontext",
        "", "the bank calls itself 'kontext'", "name it after its folder: 'context'",
    ),
    Case(
        "a bank without a title", BANK, HEAD, "",
        "", "the field 'title' is missing", "add it", at="bank: context",
    ),
    Case(
        "a title that is no text", BANK, HEAD, "title: [x]\n",
        "", "'title' must be text, not empty", "see README",
    ),
    Case(
        "objectives that are a list", BANK, "objectives:\n", "objectives: [x]\nx-objectives:\n",
        "", "'objectives' must be a map, not empty", "see README", alone=False,
    ),
    Case(
        "questions that are a map", BANK, "questions:\n", "questions: {x: y}\nx-questions:\n",
        "", "'questions' must be a list, not empty", "see README", alone=False,
    ),
    Case(
        "an unknown field of a bank", BANK, HEAD, f"{HEAD}colour: red\n",
        "", "unknown field 'colour'", "remove it", at="colour: red",
    ),
    Case(
        "a field of a bank nearly right", BANK, HEAD, f"{HEAD}questionz: []\n",
        "", "unknown field 'questionz'", "did you mean 'questions'?", at="questionz",
    ),
    Case(
        "an objective without text", BANK, HEAD, f"{HEAD}objectives:\n  ctx-o9: [x]\nx-",
        "ctx-o9", "the objective has no text", "say it", at="  ctx-o9: [x]", alone=False,
    ),
    Case(
        "HTML in an objective", BANK, "objectives:\n", "objectives:\n  ctx-o9: <b>x</b>\n",
        "ctx-o9", "HTML stands in the text", "write Markdown", at="  ctx-o9:",
    ),
    Case(
        "an id that stands in two banks", BANK, "- id: ctx-first-sense", "- id: agr-binding",
        "agr-binding", "the id stands in the bank 'agreements', too", "rename one",
    ),
]  # fmt: skip

PAGES = [
    page(
        "an unknown sentence", "So it says {s}`s99`.",
        "there is no sentence 's99'", "see seeds/sentences.yml", id="s99",
    ),
    page(
        "an unknown event", "So it was {event}`e999`.",
        "there is no event 'e999'", "see seeds/events.yml", id="e999",
    ),
    page(
        "an unknown commitment", "So it was {commitment}`c99`.",
        "there is no commitment 'c99'", "see seeds/commitments.yml", id="c99",
    ),
    page(
        "an unknown source", "So it was {cite:p}`wh-spirits`.",
        "there is no source 'wh-spirits'", "did you mean 'wh-spirit'?", id="wh-spirits",
    ),
    page(
        "an unknown sentence among others", "So it says {s}`s04, s99`.",
        "there is no sentence 's99'", "see seeds/sentences.yml", id="s99",
    ),
    page(
        "what is no id", "So it says {s}`Sentence 4`.",
        "'Sentence 4' is not an evidence id", "write s04, e050, c01", id="Sentence 4",
    ),
    page(
        "a sentence as an event", "So it was {event}`s04`.",
        "'s04' is the id of a sentence", "use the role of its kind", id="s04",
    ),
    page(
        "a source as a sentence", "So it was {s}`wh-spirit`.",
        "'wh-spirit' is the id of a source", "use the role of its kind", id="wh-spirit",
    ),
    page(
        "an unknown chip in a note", "```{note}\nSo it says {s}`s99`.\n```",
        "there is no sentence 's99'", "see seeds/sentences.yml", "So it says", id="s99",
    ),
    page(
        "a quiz of an unknown bank", "```{quiz} kontext\n```",
        "there is no bank 'kontext'", "use one of agreements, challenges, context",
    ),
    page(
        "a quiz of no bank", "```{quiz}\n```",
        "there is no bank ''", "use one of agreements, challenges, context",
    ),
    page(
        "a quiz of unknown questions", "```{quiz} context\n:ids: ctx-first-sens\n```",
        "there is no question 'ctx-first-sens' in 'context'", "did you mean 'ctx-first-sense'?",
    ),
    page(
        "a quiz of another bank's questions", "```{quiz} context\n:ids: agr-binding\n```",
        "there is no question 'agr-binding' in 'context'", "",
    ),
    page(
        "a quiz's unknown option", "```{quiz} context\n:levl: recall\n:ids: ctx-none\n```",
        "{quiz} has no option 'levl'", "did you mean 'level'?",
    ),
    page(
        "a quiz's unknown level", "```{quiz} context\n:level: recal\n```",
        "no question in 'context' has the level 'recal'", "check the word",
    ),
    page(
        "a quiz's unknown objective", "```{quiz} context\n:objective: agr-o1\n```",
        "no question in 'context' has the objective 'agr-o1'", "check the word",
    ),
    page(
        "an unknown question", "```{question} ctx-first-sens\n```",
        "there is no question 'ctx-first-sens'", "did you mean 'ctx-first-sense'?",
    ),
    page(
        "an option of a question", "```{question} ctx-none\n:level: recall\n```",
        "{question} has no option 'level'", "remove it",
    ),
    page(
        "a question shown twice", "```{question} ctx-first-sense\n```",
        "the question 'ctx-first-sense' already stands in book/context.md", "show it once",
    ),
    Case(
        "a question shown on two pages", "book/sources.md",
        "", "\n```{question} ctx-first-sense\n```\n",
        "", "the question 'ctx-first-sense' already stands in book/context.md", "show it once",
        at="```{question}",
    ),
    page(
        "a control character", "So it says \x1b[2J.",
        "a control character (U+001B) stands in the text", "type the text again",
    ),
    Case(
        "a page that is missing", TOC, "- file: book/sources", "- file: book/sourcez",
        "", "the table of contents names 'book/sourcez', which is not there",
        "add the page or drop it",
    ),
    Case(
        "a first page that is missing", TOC, "root: index", "root: indx",
        "", "the table of contents names 'indx', which is not there", "add the page or drop it",
    ),
    Case(
        "a page without a name", TOC, "- file: book/sources", "- file: ''",
        "", "the table of contents names '', which is not there", "add the page or drop it",
    ),
    Case(
        "a page that is no page of the book", TOC, "- file: book/sources", "- file: /etc/passwd",
        "", "the table of contents names '/etc/passwd', which is not there",
        "add the page or drop it",
    ),
    Case(
        "a page that stands twice", TOC, "- file: book/sources", "- file: book/context",
        "", "the table of contents names 'book/context' twice", "name it once",
    ),
    page(
        "keys where students read", "```{keys} context\n```",
        "{keys} is for teachers, and stands where students read", "move it to a teacher's page",
    ),
    page(
        "reviews where students read", ":::{freshness}\n:::",
        "{freshness} is for teachers, and stands where students read", "into a {teacher} block",
    ),
    page(
        "keys of an unknown bank", ":::{teacher}\n```{keys} contxt\n```\n:::",
        "there is no bank 'contxt'", "did you mean 'context'?", "```{keys}",
    ),
    page(
        "an unknown chip in a block for teachers", ":::{teacher}\nSo it says {s}`s99`.\n:::",
        "there is no sentence 's99'", "see seeds/sentences.yml", "So it says", id="s99",
    ),
    page(
        "an unknown question in a block for teachers",
        ":::{teacher}\n```{question} ctx-first-sens\n```\n:::",
        "there is no question 'ctx-first-sens'", "did you mean 'ctx-first-sense'?",
        "```{question}",
    ),
    page(
        "a question shown again to teachers",
        ":::{teacher}\n```{question} ctx-first-sense\n```\n:::",
        "the question 'ctx-first-sense' already stands in book/context.md", "show it once",
        "```{question}",
    ),
    Case(
        "an unknown chip on a teacher's page", "book/teacher/keys-context.md",
        "", "\nSo it says {s}`s99`.\n",
        "s99", "there is no sentence 's99'", "see seeds/sentences.yml", at="So it says",
    ),
]  # fmt: skip
