"""Dates: every form that is read or refused, leap years, and tolerance."""

from collections.abc import Iterator

from tests.vectors.by_hand.case import Case, Json, written


def date(value: str, scale: str = "day", tolerance: int = 0,
         wrong: list[list[str]] | None = None) -> Json:  # fmt: skip
    """A task to write a date."""
    return {
        "kind": "numeric",
        "scale": scale,
        "value": value,
        "tolerance": str(tolerance),
        "units": [],
        "wrong": wrong or [],
    }


def cases() -> Iterator[Case]:
    """Every case."""
    summit = date("2023-08-18", wrong=[["2023-11-07"], ["2024-08-18", "1 January 2023"]])
    yield from written("day", summit, [(form, form, "accepted") for form in READ])
    yield from written("no day", summit, [(form, form, "unreadable") for form in REFUSED])
    yield from written("vague day", summit, [(form, form, "coarse") for form in COARSE])
    yield from written("other day", summit, OTHER)
    yield from written("September", date("2023-09-05"), SEPTEMBER)
    yield from written("May", date("2023-05-01"), MAY)
    yield from written("leap day", date("2024-02-29", tolerance=1), LEAP)
    yield from written("1900 is no leap year", date("1900-02-28", tolerance=1), CENTURY)
    yield from written("2000 is a leap year", date("2000-02-29"), MILLENNIUM)
    yield from written("New Year", date("2023-12-31", tolerance=1), NEW_YEAR)
    yield from written("365 days", date("2023-03-01", tolerance=365), LONG)
    yield from written("month", date("2023-12", "month"), MONTH)
    yield from written("month, one off", date("2023-12", "month", 1), MONTH_OFF)
    treaty = date("1965", "year", 2, [["1960"], ["1951-09-08"]])
    yield from written("year", treaty, YEAR)
    yield from written("year 1", date("0001", "year", 1), FIRST_YEAR)


READ = [
    "2023-08-18",
    "2023-8-18",
    "2023–08–18",
    "2023\u221208\u221218",
    "18 August 2023",
    "18 august 2023",
    "18 AUGUST 2023",
    "18 Aug 2023",
    "18 Aug. 2023",
    "18th August 2023",
    "18th of August 2023",
    "18th of August, 2023",
    "18 of August 2023",
    "18st August 2023",
    "18 August, 2023",
    "18 Aug., 2023",
    "August 18, 2023",
    "August 18 2023",
    "August 18th, 2023",
    "Aug 18, 2023",
    "Aug. 18, 2023",
    "AUG. 18TH 2023",
    "2023年8月18日",
    "2023 年 8 月 18 日",
    "2023년 8월 18일",
    "2023년8월18일",
    "2023년 08월 18일",
    "２０２３年８月１８日",
    "２０２３-０８-１８",
    "  18\xa0August \t 2023 ",
]
REFUSED = [
    "18/8/2023",
    "8/18/2023",
    "3/4/2023",
    "2023/08/18",
    "18.8.2023",
    "18. August 2023",
    "18-08-2023",
    "18-Aug-2023",
    "20230818",
    "2023 08 18",
    "2023. 8. 18.",
    "2023-08-18T00:00",
    "18 Augst 2023",
    "18 Augus 2023",
    "18 août 2023",
    "18August2023",
    "the 18th of August 2023",
    "Friday, 18 August 2023",
    "on 18 August 2023",
    "18 August 2023.",
    "18 August 23",
    "18 August '23",
    "August 2023 18",
    "18 August",
    "August",
    "18 of 2023",
    "18 August 2023 AD",
    "18–19 August 2023",
    "八月十八日",
    "8月18日",
    "令和5年8月18日",
    "31 February 2023",
    "2023-02-29",
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-08-00",
    "2023-08-32",
    "0 August 2023",
    "18 August 0000",
    "2023年13月1日",
    "12023-08-18",
    "yesterday",
]
COARSE = [
    "2023-08",
    "2023-8",
    "August 2023",
    "Aug. 2023",
    "August, 2023",
    "2023",
    "2023年8月",
    "2023年",
    "2023년 8월",
    "1999",
]
OTHER = [
    ("day after", "19 August 2023", "otherwise"),
    ("same day of another month", "18 July 2023", "otherwise"),
    ("foreseen", "7 November 2023", "wrong:0"),
    ("foreseen, American", "Nov. 7, 2023", "wrong:0"),
    ("foreseen, second list", "2024-8-18", "wrong:1"),
    ("foreseen as it was written in words", "2023-01-01", "wrong:1"),
    ("nothing", "", "blank"),
    ("white space", "\xa0\n", "blank"),
]
SEPTEMBER = [
    ("three letters", "5 Sep 2023", "accepted"),
    ("four letters", "5 Sept 2023", "accepted"),
    ("four letters and a point", "Sept. 5, 2023", "accepted"),
    ("five letters", "5 Septe 2023", "unreadable"),
    ("ordinal", "5th September 2023", "accepted"),
    ("two digits", "05 September 2023", "accepted"),
    ("three digits", "005 September 2023", "unreadable"),
]
MAY = [
    ("word", "1st May 2023", "accepted"),
    ("point", "1 May. 2023", "accepted"),
    ("full-width letters", "１ Ｍａｙ ２０２３", "accepted"),
    ("March by three letters", "1 Mar 2023", "otherwise"),
    ("two letters", "1 Ma 2023", "unreadable"),
]
LEAP = [
    ("the day", "29 February 2024", "accepted"),
    ("a day before", "28 Feb 2024", "accepted"),
    ("a day after", "1 March 2024", "accepted"),
    ("two days after", "2 March 2024", "otherwise"),
    ("not in 2023", "29 February 2023", "unreadable"),
]
CENTURY = [
    ("no such day", "29 February 1900", "unreadable"),
    ("the day after is in March", "1 March 1900", "accepted"),
    ("two days after", "2 March 1900", "otherwise"),
]
MILLENNIUM = [("the day", "2000年2月29日", "accepted"), ("March", "1 March 2000", "otherwise")]
NEW_YEAR = [
    ("a day after", "1 January 2024", "accepted"),
    ("two days after", "2 January 2024", "otherwise"),
    ("a day before", "30 December 2023", "accepted"),
    ("a year before", "31 December 2022", "otherwise"),
]
LONG = [
    ("a leap year later is a day too far", "1 March 2024", "otherwise"),
    ("29 February", "29 February 2024", "accepted"),
    ("a common year earlier", "1 March 2022", "accepted"),
]
MONTH = [
    ("word", "December 2023", "accepted"),
    ("short", "Dec. 2023", "accepted"),
    ("comma", "December, 2023", "accepted"),
    ("digits", "2023-12", "accepted"),
    ("Japanese", "2023年12月", "accepted"),
    ("Korean", "2023년 12월", "accepted"),
    ("more exact than asked", "31 December 2023", "accepted"),
    ("month after", "January 2024", "otherwise"),
    ("year only", "2023", "coarse"),
    ("month only", "December", "unreadable"),
    ("slash", "12/2023", "unreadable"),
    ("month first", "12-2023", "unreadable"),
]
MONTH_OFF = [
    ("over the year's end", "January 2024", "accepted"),
    ("month before", "2023-11", "accepted"),
    ("last day of the month after", "31 January 2024", "accepted"),
    ("two months after", "1 February 2024", "otherwise"),
    ("same month of another year", "December 2022", "otherwise"),
]
YEAR = [
    ("the year", "1965", "accepted"),
    ("Japanese", "1965年", "accepted"),
    ("Korean", "1965년", "accepted"),
    ("full width", "１９６５", "accepted"),
    ("month", "June 1965", "accepted"),
    ("day", "22 June 1965", "accepted"),
    ("upper edge", "1967", "accepted"),
    ("last day of the edge", "31 December 1967", "accepted"),
    ("past the edge", "1 January 1968", "otherwise"),
    ("lower edge", "1963", "accepted"),
    ("foreseen", "1960", "wrong:0"),
    ("foreseen by a day of that year", "1951", "wrong:1"),
    ("two digits", "65", "unreadable"),
    ("five digits", "01965", "unreadable"),
    ("comma", "1,965", "unreadable"),
    ("about", "c. 1965", "unreadable"),
    ("in", "in 1965", "unreadable"),
    ("decade", "1960s", "unreadable"),
    ("minus", "-1965", "unreadable"),
    ("a day that is none", "31 June 1965", "unreadable"),
]
FIRST_YEAR = [
    ("four digits", "0001", "accepted"),
    ("year 2", "0002", "accepted"),
    ("there is no year 0", "0000", "unreadable"),
]
