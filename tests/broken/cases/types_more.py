"""Faults in the fields of one type: those that sort, trace, point and keep."""

from tests.broken.cases.question import SCHEMA, SENTENCES, case

PLACES = "see seeds/places.yml"
WORDS = "    pledge: pledged\n    consult: consult\n    attack: attack\n"

MORE_TYPES = [
    case(
        "a category that is none", "categorise", "category: view", "category: opinion",
        "the category 'opinion' is not among the options", "use one of fact, view", "id",
    ),
    case(
        "one category only", "categorise", "    view: A judgement\n", "",
        "'categories' needs 2 or more", "add to it", "  categories:\n",
    ),
    case(
        "two equal categories", "categorise", "view: A judgement", "view: a  fact",
        "categories 'fact' and 'view' say the same", "change or drop one", "id",
    ),
    case(
        "two equal things to sort", "categorise", "text: It was a triumph.",
        "text: It was in august.", "items 'a' and 'b' say the same", "change or drop one", "id",
    ),
    case(
        "a thing to sort without feedback", "categorise",
        "      feedback: That is a judgement.\n", "",
        "the field 'items.b.feedback' is missing", "add it", "    b:\n",
    ),
    case(
        "a word bank's gap without an entry", "wordbank", "[verb] to", "[verb] to [when] and",
        "the text has a gap [when] without an entry", "add it to gaps", "id",
    ),
    case(
        "a word bank's entry without a gap", "wordbank", "[act] quickly", "consult quickly",
        "the gap 'act' stands 0 times in the text", "write [act] once", "id",
    ),
    case(
        "no word over", "wordbank",
        f"They [verb] to [act] quickly.\n  words:\n{WORDS}  gaps:\n",
        f"They [verb] to [act] or [how].\n  words:\n{WORDS}  gaps:\n"
        "    how:\n      key: attack\n      right: Yes.\n      wrong: No.\n",
        "there are no more words than gaps", "add a word that fits nowhere", "id",
    ),
    case(
        "a gap's word that is not in the list", "wordbank", "key: consult", "key: confer",
        "the key 'confer' is not among the options", "use one of pledge, consult, attack", "id",
    ),
    case(
        "a slip that is not in the list", "wordbank", "attack: Nobody", "fight: Nobody",
        "the slip 'fight' is not among the options", "use one of pledge, consult, attack", "id",
    ),
    case(
        "the right word as a slip", "wordbank", "attack: Nobody", "consult: Nobody",
        "the gap 'act' calls its key a slip", "put it under 'right'", "id",
    ),
    case(
        "a word that stands twice", "wordbank", "attack: attack", "attack: Consult",
        "words 'consult' and 'attack' say the same", "change or drop one", "id",
    ),
    case(
        "a column that is none", "matrix", "key: criticised", "key: silent",
        "the key 'silent' is not among the options", "use one of welcomed, criticised", "id",
    ),
    case(
        "two equal rows", "matrix",
        "text: China's foreign ministry", "text: japan's Prime minister",
        "rows 'japan' and 'china' say the same", "change or drop one", "id",
    ),
    case(
        "two equal columns", "matrix", "criticised: Criticised it", "criticised: welcomed it",
        "columns 'welcomed' and 'criticised' say the same", "change or drop one", "id",
    ),
    case(
        "columns as a list", "matrix",
        "    welcomed: Welcomed it\n    criticised: Criticised it\n",
        "  - Welcomed it\n  - Criticised it\n",
        "'columns' must be a map", "write 'name: value' lines below it", "  columns:\n",
    ),
    case(
        "a statement and a text", "attribution", "statement: s15",
        "statement: s15\n  text: It was a triumph.",
        "it needs either 'statement' or 'text'", "give one of them", "id",
    ),
    case(
        "neither statement nor text", "attribution", "  statement: s15\n", "",
        "it needs either 'statement' or 'text'", "give one of them", "id",
    ),
    case(
        "a statement that is not in the article", "attribution", "statement: s15",
        "statement: s99", "there is no sentence 's99'", SENTENCES, "id",
    ),
    case(
        "a statement that the seeds call something else", "attribution", "key: characterisation",
        "key: forecast", "the key calls s15 a forecast, seeds/sentences.yml calls it a"
        " characterisation", "use that", "id",
    ),
    case(
        "a kind that is none", "attribution", "key: characterisation", "key: opinion",
        "'kind.key': input should be 'fact', 'commitment', 'characterisation' or 'forecast'",
        SCHEMA,
    ),
    case(
        "a kind without feedback", "attribution", "      forecast: No.\n", "",
        "the field 'kind.feedback.forecast' is missing", "add it", "    feedback:\n",
    ),
    case(
        "a speaker who is no option", "attribution", "    key: a\n  kind:", "    key: c\n  kind:",
        "the key 'c' is not among the options", "use one of a, b", "  speaker:\n",
    ),
    case(
        "a map that is not there", "region", "map: east-asia", "map: europe",
        "there is no map 'europe'", "use one of korea-japan, east-asia, world", "id",
    ),
    case(
        "a place that is not there", "region", "    p-seoul:\n", "    p-osaka:\n",
        "there is no place 'p-osaka'", PLACES, "id",
    ),
    case(
        "a place outside of the map", "region", "    p-seoul:\n", "    p-lima:\n",
        "'p-lima' lies outside of the map 'east-asia'", "use another map", "id",
    ),
    case(
        "a place that cannot be picked", "region", "key: p-jeju", "key: p-sado",
        "the key 'p-sado' is not among the options", "use one of p-jeju, p-seoul, p-hiroshima",
        "id",
    ),
    case(
        "two places only", "region",
        "    p-hiroshima:\n      text: A port\n      feedback: No.\n", "",
        "'areas' needs 3 or more", "add to it", "  areas:\n",
    ),
    case(
        "a place by its name", "region", "    p-seoul:\n", "    Seoul:\n",
        "'areas.Seoul': string should match pattern", SCHEMA,
    ),
    case(
        "two places that are described alike", "region", "text: A port", "text: a capital",
        "areas 'p-seoul' and 'p-hiroshima' say the same", "change or drop one", "id",
    ),
    case(
        "a poll with a key", "poll", "  options:\n", "  key: a\n  options:\n",
        "unknown field 'key'", "remove it", "  key: a\n",
    ),
    case(
        "feedback on an opinion", "poll",
        "text: Perhaps not", "text: Perhaps not\n      feedback: No.",
        "unknown field 'options.b.feedback'", "remove it", "      feedback: No.\n",
    ),
    case(
        "two equal opinions", "poll", "text: Perhaps not", 'text: "yes"',
        "options 'a' and 'b' say the same", "change or drop one", "id",
    ),
    case(
        "a ticket that asks nothing", "ticket",
        "  prompts:\n    learned:\n      text: One thing I can now explain\n      lines: 3\n"
        "    open:\n      text: One question I still have\n",
        "  prompts: {}\n",
        "'prompts' needs 1 or more", "add to it", "  prompts: {}\n",
    ),
    case(
        "a ticket without room", "ticket", "lines: 3", "lines: 0",
        "'prompts.learned.lines': input should be greater than or equal to 1", SCHEMA,
    ),
    case(
        "a ticket with a rubric", "ticket",
        "  prompts:\n", "  rubric: [It is short.]\n  prompts:\n",
        "unknown field 'rubric'", "", "  rubric: ",
    ),
]  # fmt: skip
