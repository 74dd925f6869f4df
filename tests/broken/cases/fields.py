"""Faults in the fields that questions of all types have."""

from bookwork.model.question import types
from tests.broken.cases.question import EVENTS, SCHEMA, SENTENCES, case

FIELDS = [
    case(
        "unknown type", "single", "type: single", "type: essay",
        "unknown type 'essay'", f"use one of {', '.join(types())}",
    ),
    case(
        "a type nearly right", "single", "type: single", "type: singel",
        "unknown type 'singel'", "did you mean 'single'?",
    ),
    case(
        "a type in another case", "single", "type: single", "type: Single",
        "unknown type 'Single'", "did you mean 'single'?",
    ),
    case(
        "a type that is a list", "single", "type: single", "type: [single]",
        "unknown type '['single']'", "",
    ),
    case(
        "no type", "single", "  type: single\n", "",
        "the field 'type' is missing", "use one of", "id",
    ),
    *[
        case(
            f"no {field}", type, f"  {field}:{rest}", f"  # {field}:{rest}",
            f"the field '{field}' is missing", "add it", "id",
        )
        for type, field, rest in [
            ("single", "key", " a"), ("single", "stem", " "), ("single", "hint", " "),
            ("single", "answer", " "), ("single", "evidence", " "), ("single", "objective", " "),
            ("single", "level", " "), ("multiple", "key", " "), ("truefalse", "key", " "),
            ("truefalse", "if_true", " "), ("truefalse", "if_false", " "),
            ("truefalse", "reason", " "), ("short", "accept", " "), ("short", "otherwise", " "),
            ("number", "value", " "), ("number", "otherwise", " "), ("date", "otherwise", " "),
            ("cloze", "text", " "), ("evidence", "key", " "), ("evidence", "otherwise", " "),
            ("claim", "key", " "),
        ]
    ],
    case(
        "no feedback", "single", "      feedback: Yes.\n", "",
        "the field 'options.a.feedback' is missing", "add it", "    a:\n",
    ),
    case(
        "no text", "single", "      text: Camp David\n", "",
        "the field 'options.a.text' is missing", "add it", "    a:\n",
    ),
    case(
        "feedback that is empty", "single", "feedback: Yes.", 'feedback: " "',
        "'options.a.feedback' is empty", "write it",
    ),
    case(
        "feedback that says nothing", "single", "feedback: Yes.", "feedback:",
        "'options.a.feedback' must be text", "write it as text",
    ),
    case(
        "unknown field", "single", "  key: a", "  colour: red\n  key: a",
        "unknown field 'colour'", "remove it",
    ),
    case(
        "a field nearly right", "number", "  units:", "  unit:",
        "unknown field 'unit'", "did you mean 'units'?",
    ),
    case(
        "a field nearly right, deeper", "cloze", "      typos: 1", "      typo: 1",
        "unknown field 'gaps.place.typo'", "did you mean 'typos'?",
    ),
    case(
        "a field of another type", "single", "  key: a", "  tolerance: 1\n  key: a",
        "unknown field 'tolerance'", "remove it",
    ),
    case(
        "a number instead of text", "single", "hint: Look at the first sentence.", "hint: 5",
        "'hint' must be text", "put it in quotes",
    ),
    case(
        "a list instead of text", "single", "hint: Look at the first sentence.", "hint: [a]",
        "'hint' must be text", "write it as text",
    ),
    case(
        "text instead of a list", "single", "[s01, e050, c01, wh-spirit]", "s01",
        "'evidence' must be a list", "write it in [brackets]",
    ),
    case(
        "text instead of an option", "single",
        "    b:\n      text: Geneva\n      feedback: No.\n", "    b: Geneva\n",
        "'options.b' must be a map", "write 'name: value' lines below it",
    ),
    case(
        "too long a stem", "single", "Where did they meet?", "Where? " * 600,
        "'stem' is longer than 4000 characters", "shorten it",
    ),
    case(
        "too long a line", "single", "Look at the first sentence.", "Look! " * 200,
        "'hint' is longer than 1000 characters", "shorten it",
    ),
    case(
        "two paragraphs where a line belongs", "single",
        "hint: Look", "hint: |-\n    A.\n\n    Look",
        "the text is more than one paragraph", "write one, without a list or code",
    ),
    case(
        "no evidence", "single", "[s01, e050, c01, wh-spirit]", "[]",
        "'evidence' needs 1 or more", "add to it",
    ),
    case(
        "unknown objective", "single", "objective: ctx-o1", "objective: ctx-o99",
        "there is no objective 'ctx-o99'", "did you mean 'ctx-o",
    ),
    case(
        "unknown level", "single", "level: recall", "level: remember",
        "'level': input should be 'recall', 'understand', 'apply', 'analyse' or 'evaluate'", SCHEMA,
    ),
    case(
        "a bad id", "single", "id: brk-single", "id: Brk Single",
        "'id': string should match pattern", SCHEMA, after="\n- id: brk-single", id="Brk Single",
    ),
    case(
        "too long an id", "single", "id: brk-single", f"id: {'brk' * 14}",
        "'id': string should match pattern", SCHEMA, after="\n- id: brk-single", id="brk" * 14,
    ),
    case(
        "a number as id", "single", "id: brk-single", "id: 5",
        "'id' must be text", "put it in quotes", after="\n- id: brk-single", id="",
    ),
    case(
        "an id that stands twice", "single", "id: brk-multiple", "id: brk-single",
        "the id stands twice (also line", "rename one", after="\n- id: brk-multiple",
    ),
    case(
        "a question that is none", "single", "- id: brk-single", "- just text\n- id: brk-single",
        "this is not a question", "start with '- id: …'", after="\n- id: brk-single", id="",
    ),
    *[
        case(
            f"evidence that is no {kind}", "single", "[s01, e050, c01, wh-spirit]",
            f"[s01,\n    {id}]", f"there is no {kind} '{id}'", mend, f"    {id}]",
        )
        for kind, id, mend in [
            ("sentence", "s99", SENTENCES), ("event", "e999", EVENTS),
            ("commitment", "c99", "see seeds/commitments.yml"),
            ("source", "wh-spirits", "did you mean 'wh-spirit'?"),
            ("source", "zzzzzzzz", "see seeds/sources.bib"),
        ]
    ],
    case(
        "evidence that is no id", "single", "[s01, e050, c01, wh-spirit]", "[Sentence 1]",
        "'evidence.0': string should match pattern", SCHEMA,
    ),
    *[
        case(
            f"a chip in the text that is no {kind}", "single", old, f"{old} {{{role}}}`{id}`",
            f"there is no {kind} '{id}'", mend,
        )
        for old, kind, role, id, mend in [
            ("Where did they meet?", "sentence", "s", "s99", SENTENCES),
            ("Look at the first sentence.", "event", "event", "e999", EVENTS),
            ("feedback: Yes.", "commitment", "commitment", "c99", "see seeds/commitments.yml"),
            ("answer: At Camp David.", "source", "cite:p", "wh-spirits", "did you mean"),
        ]
    ],
    case(
        "a chip in the teacher's note that is nothing", "single", "  key: a",
        "  teacher: See {s}`s99`.\n  key: a",
        "there is no sentence 's99'", SENTENCES, "  teacher:",
    ),
    case(
        "HTML in the teacher's note", "single", "  key: a", "  teacher: <b>No</b>.\n  key: a",
        "HTML stands in the text", "write Markdown", "  teacher:",
    ),
    case(
        "a review by no date", "single", "  key: a", "  review_by: soon\n  key: a",
        "'soon' is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD", "  review_by:",
    ),
    case(
        "a chip of the wrong kind", "single", "Where did they meet?", "Where {event}`s04`?",
        "'s04' is the id of a sentence", "use the role of its kind",
    ),
]  # fmt: skip
