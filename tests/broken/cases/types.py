"""Faults in the fields of one type."""

from tests.broken.cases.question import EVENTS, SCHEMA, SENTENCES, case

TYPES = [
    case(
        "a key that is no option", "single", "key: a", "key: z",
        "the key 'z' is not among the options", "use one of a, b", "id",
    ),
    case("two keys for one", "single", "key: a", "key: [a, b]", "'key' must be text", ""),
    case(
        "one option only", "single", "    b:\n      text: Geneva\n      feedback: No.\n", "",
        "'options' needs 2 or more", "add to it", "  options:\n",
    ),
    case(
        "two options that say the same", "single", "text: Geneva", 'text: "camp  DAVID"',
        "options 'a' and 'b' say the same", "change or drop one", "id",
    ),
    case(
        "an option's id in capitals", "single", "    b:\n", "    B:\n",
        "'options.B': string should match pattern", SCHEMA,
    ),
    case(
        "an option's id twice", "single", "    b:\n", "    a:\n",
        "the key 'a' stands twice", "keep one of them", id="",
    ),
    case(
        "a key that stands twice", "multiple", "key: [a, c]", "key: [a, a]",
        "the key names 'a' twice", "name it once", "id",
    ),
    case(
        "a key among others that is no option", "multiple", "key: [a, c]", "key: [a, z]",
        "the key 'z' is not among the options", "use one of a, b, c", "id",
    ),
    case(
        "one key for many", "multiple", "key: [a, c]", "key: a",
        "'key' must be a list", "write it in [brackets]",
    ),
    case(
        "no key at all", "multiple", "key: [a, c]", "key: []",
        "'key' needs 1 or more", "add to it",
    ),
    case(
        "a verdict that is neither", "truefalse", "key: false", "key: maybe",
        "'key': input should be a valid boolean", SCHEMA,
    ),
    case(
        "a reason that is no option", "truefalse", "reason: a", "reason: z",
        "the reason 'z' is not among the options", "use one of a, b", "id",
    ),
    case(
        "two reasons that say the same", "truefalse", "Nobody came", "the text says so",
        "reasons 'a' and 'b' say the same", "change or drop one", "id",
    ),
    case(
        "accepted answers as text", "short", "accept: [Camp David]", "accept: Camp David",
        "'accept' must be a list", "write it in [brackets]",
    ),
    case(
        "a year that is no text", "short", "accept: [Camp David]", "accept: [2023]",
        "'accept.0' must be text", "put it in quotes",
    ),
    case(
        "an answer of two lines", "short", "accept: [Camp David]", 'accept: ["Camp\\nDavid"]',
        "the text has several lines", "write one",
    ),
    case(
        "too many slips", "short", "typos: 1", "typos: 3",
        "'typos': input should be 0, 1 or 2", SCHEMA,
    ),
    case(
        "a number in words", "number", "value: 3", "value: three",
        "the value 'three' is not a number", "write digits", "id",
    ),
    case(
        "a tolerance in words", "number", "tolerance: 0", "tolerance: some",
        "the tolerance 'some' is not a number", "write digits", "id",
    ),
    case(
        "a tolerance below zero", "number", "tolerance: 0", "tolerance: -0.5",
        "the tolerance is below zero", "write how far off counts as right", "id",
    ),
    case(
        "a foreseen answer in words", "number", "values: [2]", "values: [two]",
        "the wrong value 'two' is not a number", "write digits", "id",
    ),
    case(
        "a list of numbers", "number", "value: 3", "value: [3]",
        "'value': input should be a valid integer", SCHEMA,
    ),
    case(
        "an unknown event", "date", "event: e050", "event: e999",
        "there is no event 'e999'", EVENTS, "id",
    ),
    case(
        "a sentence as event", "date", "event: e050", "event: s04",
        "there is no event 's04'", EVENTS, "id",
    ),
    *[
        case(
            f"the date {date}", "date", "event: e050", f'value: "{date}"',
            f"'{date}' is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD", "id",
        )
        for date in (
            "2023-02-29", "2023-13", "0000", "18.8.2023", "18 August 2023", "2023-8-18", "２０２３"
        )
    ],
    case(
        "a date that is no text", "date", "event: e050", "value: 2023",
        "'value' must be text", "put it in quotes",
    ),
    case(
        "a date more exact than known", "date", "event: e050", 'value: "2023-08"',
        "the date '2023-08' is not known to the day", "ask for the month", "id",
    ),
    case(
        "an event's date more exact than known", "date", "event: e050", "event: e013",
        "the date '1994-11' is not known to the day", "ask for the month", "id",
    ),
    case(
        "both event and date", "date", "event: e050", 'event: e050\n  value: "2023"',
        "a date needs either 'event' or 'value'", "give one of them", "id",
    ),
    case(
        "neither event nor date", "date", "  event: e050\n", "",
        "a date needs either 'event' or 'value'", "give one of them", "id",
    ),
    case(
        "a tolerance of days below zero", "date", "tolerance: 0", "tolerance: -1",
        "'tolerance': input should be greater than or equal to 0", SCHEMA,
    ),
    case(
        "a gap without an entry", "cloze", "[host] was", "[host] of [who] was",
        "the text has a gap [who] without an entry", "add it to gaps", "id",
    ),
    case(
        "an entry without a gap", "cloze", "[host] was", "Biden was",
        "the gap 'host' stands 0 times in the text", "write [host] once", "id",
    ),
    case(
        "a gap that stands twice", "cloze", "[host] was", "[host], [host] was",
        "the gap 'host' stands 2 times in the text", "write [host] once", "id",
    ),
    case(
        "a gap's key that is no option", "cloze", "      key: a", "      key: z",
        "the key 'z' is not among the options", "use one of a, b", "    host:\n",
        after="  gaps:\n    place:\n      accept: [Camp David]",
    ),
    case(
        "a gap without feedback", "cloze", "      feedback: Look again.\n", "",
        "the field 'gaps.place.feedback' is missing", "add it", "    place:\n",
    ),
    case(
        "a distractor that is a partner", "matching", "text: Beijing", "text: Tokyo",
        "the distractor 'x' is also a right partner", "change it", "id",
    ),
    case(
        "a distractor named like a pair", "matching", "    x:\n", "    a:\n",
        "'a' is both a pair and a distractor", "rename one", "id",
    ),
    case(
        "two equal things on the left", "matching", "left: South Korea", "left: japan",
        "pairs 'a' and 'b' say the same", "change or drop one", "id",
    ),
    case(
        "events of which one is unknown", "events", "events: [e050, e010]", "events: [e050, e999]",
        "there is no event 'e999'", EVENTS, "id",
    ),
    case(
        "an event that stands twice", "events", "events: [e050, e010]", "events: [e050, e050]",
        "an event stands twice", "name each once", "id",
    ),
    case(
        "events of one day", "events", "events: [e050, e010]", "events: [e050, e051]",
        "no two of these must come in order", "choose others", "id",
    ),
    case(
        "events with an order of their own", "events", "  events:", "  before: [[a, b]]\n  events:",
        "'before' goes with 'items'", "the events' dates give the order", "id",
    ),
    case(
        "an order that runs in a circle", "steps", "[[a, b], [b, c]]", "[[a, b], [b, c], [c, a]]",
        "the order runs in a circle (a → b → c → a)", "drop one pair", "id",
    ),
    case(
        "nothing to order", "steps", "[[a, b], [b, c]]", "[]",
        "no two of these must come in order", "choose others", "id",
    ),
    case(
        "an order of unknown steps", "steps", "[[a, b], [b, c]]", "[[a, z]]",
        "the step 'z' is not among the options", "use one of a, b, c", "id",
    ),
    case(
        "a step before itself", "steps", "[[a, b], [b, c]]", "[[a, a]]",
        "the step names 'a' twice", "name it once", "id",
    ),
    case(
        "three steps in a pair", "steps", "[[a, b], [b, c]]", "[[a, b, c]]",
        "'before.0' takes no more than 2", "shorten it",
    ),
    case(
        "steps and events at once", "steps", "  before:", "  events: [e050, e010]\n  before:",
        "an ordering needs either 'items' or 'events'", "give one of them", "id",
    ),
    case(
        "an unknown sentence to choose", "evidence", "from: [s01,", "from: [s99, s01,",
        "there is no sentence 's99'", SENTENCES, "id",
    ),
    case(
        "an unknown sentence as key", "evidence", "  from: [s01, s02, s04]\n  key: [s01]",
        "  key: [s99]", "there is no sentence 's99'", SENTENCES, "id",
    ),
    case(
        "a key that cannot be chosen", "evidence", "key: [s01]", "key: [s05]",
        "the key 's05' is not among the options", "use one of s01, s02, s04", "id",
    ),
    case(
        "feedback for what cannot be chosen", "evidence", "s01: Yes.", "s05: Yes.",
        "the feedback 's05' is not among the options", "use one of s01, s02, s04", "id",
    ),
    case(
        "a sentence both right and neutral", "evidence", "also: [s02]", "also: [s01]",
        "'s01' is both key and also", "keep one", "id",
    ),
    case(
        "nothing wrong to choose", "evidence", "from: [s01, s02, s04]", "from: [s01, s02]",
        "every selectable sentence is right", "offer wrong ones, too", "id",
    ),
    case(
        "an event among sentences", "evidence", "key: [s01]", "key: [e050]",
        "'key.0': string should match pattern", SCHEMA,
    ),
    case(
        "a claim's unknown sentence", "claim", "from: [s03,", "from: [s99, s03,",
        "there is no sentence 's99'", SENTENCES, "id",
    ),
    case(
        "a claim's key that is no option", "claim", "key: a", "key: z",
        "the key 'z' is not among the options", "use one of a, b", "id",
    ),
    case(
        "a rubric of one line", "open", "  - It weighs it.\n", "",
        "'rubric' needs 2 or more", "add to it", "  rubric:\n",
    ),
    case(
        "a sample too few", "open",
        "    weak:\n      text: Nothing.\n      why: It does neither.\n", "",
        "the field 'samples.weak' is missing", "add it", "  samples:\n",
    ),
    case(
        "no room to write", "open", "lines: 4", "lines: 0",
        "'lines': input should be greater than or equal to 1", SCHEMA,
    ),
]  # fmt: skip
