"""Numbers: tolerance, decimals, thousands, signs and units."""

from collections.abc import Iterator

from tests.vectors.by_hand.case import Case, Json, written


def number(value: str, tolerance: str = "0", units: list[str] | None = None,
           wrong: list[list[str]] | None = None) -> Json:  # fmt: skip
    """A task to write a number."""
    return {
        "kind": "numeric",
        "scale": "number",
        "value": value,
        "tolerance": tolerance,
        "units": units or [],
        "wrong": wrong or [],
    }


def cases() -> Iterator[Case]:
    """Every case."""
    poll = number("59", "1", ["%", "per cent"], [["35"], ["100", "99.5"]])
    yield from written("per cent", poll, POLL)
    yield from written("thousands", number("1200"), THOUSANDS)
    yield from written("millions", number("1234567.5"), MILLIONS)
    yield from written("below zero", number("-5"), BELOW)
    yield from written("zero", number("0"), ZERO)
    yield from written("decimal", number("0.5"), DECIMAL)
    yield from written("decimal tolerance", number("0.1", "0.2"), EXACT)
    yield from written("narrow tolerance", number("2.5", "0.05"), NARROW)
    yield from written("very large", number("1" + "0" * 30), LARGE)
    yield from written("length", number("1"), LENGTH)
    yield from written("length units", number("5", "0", ["m", "km", "km²"]), UNITS)
    yield from written("degrees", number("20", "0", ["°C"]), DEGREES)
    foreseen = number("100", "5", [], [["104", "110"], ["111", "110"]])
    yield from written("foreseen number", foreseen, FORESEEN)
    yield from written("comma in the key", number("1,200", "0,5"), COMMA_KEY)


POLL = [
    ("bare", "59", "accepted"),
    ("with its sign", "59%", "accepted"),
    ("with a space and its sign", " 59 % ", "accepted"),
    ("with a no-break space", "59\xa0%", "accepted"),
    ("full-width sign", "59％", "accepted"),
    ("unit in words", "59 per cent", "accepted"),
    ("unit in capitals", "59 PER CENT", "accepted"),
    ("unit without its space", "59percent", "unreadable"),
    ("unknown unit", "59 points", "unreadable"),
    ("unit twice", "59 % %", "unreadable"),
    ("unit in front", "% 59", "unreadable"),
    ("unit alone", "%", "unreadable"),
    ("upper edge", "60", "accepted"),
    ("lower edge", "58.0", "accepted"),
    ("past the upper edge", "60.01", "otherwise"),
    ("past the lower edge", "57.999999999999999999", "otherwise"),
    ("plus", "+59", "accepted"),
    ("minus", "-59", "otherwise"),
    ("leading zeros", "0059", "accepted"),
    ("full-width digits", "５９", "accepted"),
    ("superscript digits are digits", "5⁹", "accepted"),
    ("space between the digits", "5 9", "accepted"),
    ("foreseen", "35", "wrong:0"),
    ("foreseen, with decimals and unit", "35,0 %", "wrong:0"),
    ("foreseen, second list", "99.50", "wrong:1"),
    ("near what was foreseen", "36", "otherwise"),
    ("Arabic-Indic digits", "٥٩", "unreadable"),
    ("Chinese digits", "五十九", "unreadable"),
    ("in words", "fifty-nine", "unreadable"),
    ("about", "about 59", "unreadable"),
    ("exclamation mark", "59!", "unreadable"),
    ("full stop behind", "59.", "unreadable"),
    ("two numbers", "59-60", "unreadable"),
    ("nothing", "", "blank"),
    ("spaces", " \t\u3000", "blank"),
]
THOUSANDS = [
    ("none", "1200", "accepted"),
    ("comma", "1,200", "accepted"),
    ("apostrophe", "1'200", "accepted"),
    ("curly apostrophe", "1’200", "accepted"),
    ("full-width comma", "1，200", "accepted"),
    ("space", "1 200", "accepted"),
    ("no-break space", "1\xa0200", "accepted"),
    ("thin space", "1\u2009200", "accepted"),
    ("narrow no-break space", "1\u202f200", "accepted"),
    ("comma and decimals", "1,200.00", "accepted"),
    ("plus and comma", "+1,200", "accepted"),
    ("a point is decimal", "1.200", "otherwise"),
    ("a comma before two digits is decimal", "12,00", "otherwise"),
    ("a comma before one digit is decimal", "1,2", "otherwise"),
    ("a comma before four digits is decimal", "1,2000", "otherwise"),
    ("four digits before the comma make it decimal", "0001,200", "otherwise"),
    ("a zero in front makes it decimal", "001,200", "otherwise"),
    ("a comma more", "1,200,", "unreadable"),
    ("a comma in front", ",200", "unreadable"),
    ("groups of one and two", "1,2,00", "unreadable"),
    ("points and a comma", "1.200,0", "unreadable"),
    ("two points", "1.200.000", "unreadable"),
    ("apostrophe before one digit", "1'2", "unreadable"),
    ("low line", "1_200", "unreadable"),
    ("dollars", "$1200", "unreadable"),
    ("thousand in words", "1.2 thousand", "unreadable"),
    ("exponent", "12e2", "unreadable"),
    ("hexadecimal", "0x4b0", "unreadable"),
]
MILLIONS = [
    ("commas", "1,234,567.5", "accepted"),
    ("apostrophes", "1'234'567.5", "accepted"),
    ("mixed", "1,234'567.50", "accepted"),
    ("spaces and a decimal comma", "1 234 567,5", "accepted"),
    ("a group too short", "1,234,67.5", "unreadable"),
    ("commas everywhere", "1,234,567,5", "unreadable"),
]
BELOW = [
    ("hyphen", "-5", "accepted"),
    ("minus sign", "\u22125", "accepted"),
    ("en dash", "–5", "accepted"),
    ("em dash", "—5", "accepted"),
    ("small hyphen", "\ufe635", "accepted"),
    ("full-width hyphen", "－５", "accepted"),
    ("space behind the sign", "- 5", "accepted"),
    ("no sign", "5", "otherwise"),
    ("plus", "+5", "otherwise"),
    ("two signs", "--5", "unreadable"),
    ("both signs", "+-5", "unreadable"),
    ("sign behind", "5-", "unreadable"),
    ("in brackets", "(5)", "unreadable"),
]
ZERO = [
    ("minus", "-0", "accepted"),
    ("decimals", "0.000", "accepted"),
    ("many", "000", "accepted"),
    ("thousands", "0,000", "accepted"),
    ("very little", "0.0000000001", "otherwise"),
    ("letter", "o", "unreadable"),
]
DECIMAL = [
    ("point", "0.5", "accepted"),
    ("comma", "0,5", "accepted"),
    ("more places", "0.5000", "accepted"),
    ("minus", "-0.5", "otherwise"),
    ("a comma behind a zero is decimal", "0,500", "accepted"),
    ("point before three digits does not", "0.500", "accepted"),
    ("without the zero", ".5", "unreadable"),
    ("fraction", "1/2", "unreadable"),
    ("vulgar fraction", "½", "unreadable"),
    ("Arabic decimal sign", "0٫5", "unreadable"),
    ("raised point", "0·5", "unreadable"),
]
EXACT = [
    ("upper edge", "0.3", "accepted"),
    ("lower edge", "-0.1", "accepted"),
    ("just past, where floating point is blind", "0.30000000000000000001", "otherwise"),
    ("just inside", "0.29999999999999999999", "accepted"),
]
NARROW = [
    ("upper edge", "2.55", "accepted"),
    ("lower edge", "2,45", "accepted"),
    ("past it", "2.551", "otherwise"),
    ("whole", "3", "otherwise"),
]
LARGE = [
    ("written out", "1" + "0" * 30, "accepted"),
    ("grouped: 41 signs", "1" + ",000" * 10, "unreadable"),
    ("spaced", "1" + " 000" * 10, "accepted"),
    ("one more", "1" + "0" * 29 + "1", "otherwise"),
]
LENGTH = [
    ("40 signs", "0" * 39 + "1", "accepted"),
    ("41 signs", "0" * 40 + "1", "unreadable"),
    ("40 signs and spaces between", " ".join("0" * 39 + "1"), "accepted"),
    ("40 signs after the point", "1." + "0" * 38, "accepted"),
]
UNITS = [
    ("the longest that fits", "5 km", "accepted"),
    ("the short one", "5m", "accepted"),
    ("superscript", "5 km²", "accepted"),
    ("superscript written low", "5 km2", "accepted"),
    ("capitals", "5 KM", "accepted"),
    ("one letter before it", "5 cm", "unreadable"),
    ("space in the unit", "5 k m", "unreadable"),
]
DEGREES = [
    ("two signs", "20 °C", "accepted"),
    ("one sign", "20℃", "accepted"),
    ("small letter", "20 °c", "accepted"),
    ("without the ring", "20 C", "unreadable"),
]
FORESEEN = [
    ("within the tolerance it is right", "104", "accepted"),
    ("exactly", "110", "wrong:0"),
    ("second list", "111.0", "wrong:1"),
    ("no tolerance around what is foreseen", "110.5", "otherwise"),
    ("edge", "95", "accepted"),
]
COMMA_KEY = [
    ("the same", "1,200", "accepted"),
    ("decimal comma in the tolerance", "1200,5", "accepted"),
    ("past it", "1200.51", "otherwise"),
]
