"""Faults in a student's answers, to the questions of every_type.yml."""

from typing import NamedTuple

HEAD = "book: camp-david-2023\nanswers:\n"


class Wrong(NamedTuple):
    """An answers file, and what must be said of its last line (or of another one)."""

    name: str
    text: str
    id: str
    what: str
    mend: str
    line: int | None = None

    def told(self) -> str:
        line = self.text.rstrip("\n").count("\n") + 1 if self.line is None else self.line
        name = f" {self.id}:" if self.id else ""
        return f":{line}:{name} {self.what}" if line else f":{name} {self.what}"


def answer(name: str, type: str, value: str, what: str, mend: str) -> Wrong:
    """A wrong answer to the question of a type."""
    return Wrong(name, f"{HEAD}  brk-{type}: {value}\n", f"brk-{type}", what, mend)


PICK, PICKS = "write an option's id (a, b)", "write a list of options' ids (a, b, c)"
PAIRS, WORDS = "write a map from left to right", "write a word or phrase in quotes"
STEPS = "write a list of all the steps' ids, in order (a, b, c)"
TWO_PARTS = "write verdict: an option's id, reason: an option's id"

ANSWERS = [
    answer("an unknown option", "single", "z", "'answer' has no option 'z'", PICK),
    answer("an option in capitals", "single", "A", "'answer' has no option 'A'", PICK),
    answer("a number as option", "single", "1", "'answer' has no option '1'", PICK),
    answer("two options for one", "single", "[a, b]", "'answer' takes one option", PICK),
    answer("an option twice", "multiple", "[a, a]", "'answer' names an option twice", PICKS),
    answer("a map of options", "multiple", "{a: b}", "'answer' takes a list of options", PICKS),
    answer("lists in a list", "multiple", "[[a]]", "'answer' takes a list of options", PICKS),
    answer("text for pairs", "matching", "Tokyo", "'answer' takes a map from left to right", PAIRS),
    answer("a list for pairs", "matching", "[a, b]", "'answer' takes a map from left", PAIRS),
    answer("an unknown left side", "matching", "{z: a}",
           "'answer' has nothing called 'z' on the left", PAIRS),
    answer("an unknown right side", "matching", "{a: z}",
           "'answer' has nothing called 'z' on the right", PAIRS),
    answer(
        "a list as a right side", "matching", "{a: [a]}",
        "'answer' has nothing called '['a']' on the right", PAIRS,
    ),
    answer("a list for text", "short", "[Camp David]", "'answer' takes text", WORDS),
    answer("a map for text", "short", "{place: Camp David}", "'answer' takes text", WORDS),
    answer("a list for a number", "number", "[3]", "'answer' takes text", "write a number or date"),
    answer("a map for a date", "date", "{year: 2023}", "'answer' takes text", "write a number or"),
    answer("a part that is not there", "truefalse", "{verdikt: true, reason: a}",
           "there is no part 'verdikt'", TWO_PARTS),
    answer("one value for two parts", "truefalse", "false",
           "the answer has the parts verdict, reason", TWO_PARTS),
    answer("a reason that is not there", "truefalse", "{verdict: false, reason: z}",
           "'reason' has no option 'z'", TWO_PARTS),
    answer("a gap that is not there", "cloze", "{where: Camp David}",
           "there is no part 'where'", "write place: a word or phrase in quotes, host: an"),
    answer("an order that is not whole", "steps", "[a, b]",
           "'answer' takes all steps, in order", STEPS),
    answer("an order with a step twice", "steps", "[a, b, b]",
           "'answer' names an option twice", STEPS),
    answer("an order with an unknown step", "steps", "[a, b, z]",
           "'answer' has no option 'z'", STEPS),
    answer("a sentence that cannot be chosen", "evidence", "[s05]",
           "'answer' has no option 's05'", "write a list of sentence ids (s01, s02, s04)"),
    answer("an essay without end", "open", "word " * 5000,
           "'answer' is longer than 20,000 characters", "write text"),
    Wrong("a question nearly right", f"{HEAD}  brk-singel: a\n", "brk-singel",
          "there is no such question", "did you mean 'brk-single'?"),
    Wrong("a question of nowhere", f"{HEAD}  zzzzzzzz: a\n", "zzzzzzzz",
          "there is no such question", "is it from another book?"),
    Wrong("no answers", "book: camp-david-2023\n", "",
          "this is not an answers file", "it needs 'book:' and 'answers:', see README"),
    Wrong("a list of answers", "book: camp-david-2023\nanswers: [a]\n", "",
          "this is not an answers file", "it needs 'book:' and 'answers:', see README", 1),
    Wrong("answers to another book", "answers: {}\nbook: other\n", "",
          "the answers are for the book 'other', this is 'camp-david-2023'",
          "mark them with that book"),
    Wrong("a list of books", "answers: {}\nbook: [a, [b]]\n", "",
          "the answers are for the book '['a', ['b']]'", "mark them with that book"),
    Wrong("answers to another bank", "answers: {}\nbank: other\n", "",
          "the answers are for the bank 'other', which is not in this book",
          "banks here: agreements, challenges, context"),
    Wrong("a list of banks", "answers: {}\nbank: [context]\n", "",
          "the answers are for the bank '['context']'", "banks here: agreements"),
    Wrong("a map of banks", "answers: {}\nbank: {context: x}\n", "",
          "the answers are for the bank '{'context': 'x'}'", "banks here: agreements"),
    Wrong("a question of another bank", "bank: agreements\nanswers:\n  brk-single: a\n",
          "brk-single", "the question is not in the bank 'agreements'", "check the file's bank"),
    Wrong("a field nearly right", "answers: {}\nstudnet: x\n", "",
          "unknown field 'studnet'", "did you mean 'student'?"),
    Wrong("an unknown field", "answers: {}\ncolour: x\n", "",
          "unknown field 'colour'", "remove it"),
    Wrong("a list of versions", "answers: {}\nversions: [x]\n", "",
          "'versions' is not a map", "remove it"),
]  # fmt: skip

AGAIN = "save it again from the page"
DEEP = "[" * 100_000

JSON = [
    Wrong("nothing", "", "", "not valid JSON: Expecting value", AGAIN, 1),
    Wrong("YAML", "answers:\n  a: b", "", "not valid JSON: Expecting value", AGAIN, 1),
    Wrong("half a file", '{\n "answers": {\n  "brk-single', "",
          "not valid JSON: Unterminated string", AGAIN),
    Wrong("a colon too few", '{\n "answers": {\n  "a" 1}}', "",
          "not valid JSON: Expecting ':' delimiter", AGAIN),
    Wrong("a comma too many", '{\n "answers": {},\n}', "", "not valid JSON: Expecting", AGAIN),
    Wrong("a list", "[]", "", "this is not an answers file", "it needs 'book:'"),
    Wrong("a number", "5", "", "this is not an answers file", "it needs 'book:'"),
    Wrong("100,000 brackets", DEEP, "", "nested deeper than 40 levels", AGAIN, 0),
    Wrong("100,000 maps", '{"a":' * 100_000, "", "nested deeper than 40 levels", AGAIN, 0),
    *[
        Wrong(
            f"{depth} brackets that close", f'{{"answers": {{"a": {"[" * depth}{"]" * depth}}}}}',
            "", "nested deeper than 40 levels", AGAIN, 0,
        )
        for depth in (39, 500, 900, 940, 960, 980, 990)
    ],
    Wrong("a key twice", '{"answers": {"brk-single": "a", "brk-single": "b"}}', "",
          "the key 'brk-single' stands twice", "keep one of them", 0),
    Wrong("an unknown question below its namesake",
          '{"student": "zzzzzzzz",\n"answers": {\n"brk-single": "a",\n"zzzzzzzz": "a"}}',
          "zzzzzzzz", "there is no such question", "is it from another book?"),
    Wrong("a NUL", '{"answers": {"a\0": "b"}}', "",
          "not valid JSON: Invalid control character", AGAIN),
    Wrong("a letter that is half a letter", '{"answers": {"a\\ud800": "b"}}', r"a\ud800",
          "there is no such question", "is it from another book?"),
    Wrong("an id of 100,000 letters", f'{{"answers": {{"{"x" * 100_000}": "b"}}}}', "x" * 400 + "…",
          "there is no such question", "is it from another book?"),
]  # fmt: skip
