"""Numbers and dates as people write them, read exactly.

The page reads them with the same rules (`page/quantity.js`); shared vectors keep the two alike.
Numbers are whole numbers of a power of ten, so that no floating point decides a mark.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

DateScale = Literal["year", "month", "day"]

SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space, written for a character class: the same set in Python and in the page."""

_SPACES = re.compile(f"[{SPACE}]+")
_MINUS = re.compile("[\u2010-\u2015\u2212]")
_THOUSANDS = re.compile(r"([+-]?[1-9][0-9]{0,2}(?:[,'’][0-9]{3})+)(\.[0-9]+)?")
_DECIMAL = re.compile(r"([+-]?[0-9]+)(?:[.,]([0-9]+))?")
_DIGITS_MOST = 40

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_WRITTEN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DAY_MONTH = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]+)\.?,? ([0-9]{4})")
_MONTH_DAY = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_EAST_ASIAN = re.compile(
    r"([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일])?)?"
)


def squeeze(text: str) -> str:
    """Return text in Unicode form NFKC with runs of white space as one space, none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip(" ")


def fold(text: str) -> str:
    """Return text as compared without regard to case: squeezed and in lower case."""
    return squeeze(squeeze(text).lower())


def read_number(text: str, units: tuple[str, ...] = ()) -> tuple[int, int] | None:
    """Return a written number as (digits, places), meaning digits / 10**places; None if it isn't.

    A comma before exactly three digits separates thousands, unless 0 leads (0,125 is an eighth);
    any other single comma is a decimal comma. One of `units` may stand after the number.
    """
    written = _MINUS.sub("-", fold(text))
    for unit in sorted((fold(unit) for unit in units), key=lambda u: (-len(u), u)):
        if unit and written.endswith(unit):
            written = written[: -len(unit)].rstrip(" ")
            break
    written = written.replace(" ", "")
    if len(written) > _DIGITS_MOST:
        return None
    if found := _THOUSANDS.fullmatch(written):
        whole, fraction = re.sub(r"[,'’]", "", found[1]), (found[2] or "")[1:]
    elif found := _DECIMAL.fullmatch(written):
        whole, fraction = found[1], found[2] or ""
    else:
        return None
    return int(whole + fraction), len(fraction)


def within(value: tuple[int, int], key: tuple[int, int], tolerance: tuple[int, int]) -> bool:
    """Return whether two numbers differ by no more than a third, exactly."""
    places = max(value[1], key[1], tolerance[1])
    a, b, t = (_scaled(number, places) for number in (value, key, tolerance))
    return abs(a - b) <= t


def _scaled(number: tuple[int, int], places: int) -> int:
    """Return a number's digits at more decimal places."""
    digits, own = number
    return digits * int("1" + "0" * (places - own))


def read_date(text: str) -> tuple[int, int | None, int | None] | None:
    """Return a written date as (year, month or None, day or None); None if it isn't one.

    Read are 2023-08-18, 18 August 2023, August 18, 2023, Aug. 2023, 2023, 2023年8月18日 and
    2023년 8월 18일. Dates such as 3/4/2023 are not: they mean two days.
    """
    written = _MINUS.sub("-", fold(text))
    if found := _ISO.fullmatch(written) or _EAST_ASIAN.fullmatch(written):
        year, month, day = (int(group) if group else None for group in found.groups())
    elif found := _DAY_MONTH.fullmatch(written):
        year, month, day = int(found[3]), _month(found[2]), int(found[1]) if found[1] else None
        if month is None:
            return None
    elif found := _MONTH_DAY.fullmatch(written):
        year, month, day = int(found[3]), _month(found[1]), int(found[2])
        if month is None:
            return None
    else:
        return None
    if year is None or year < 1 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and month is not None and not 1 <= day <= _days_in(year, month):
        return None
    return year, month, day


def _month(word: str) -> int | None:
    """Return the number of a month named in full, by its first three letters, or `sept`."""
    for number, name in enumerate(MONTHS, 1):
        if word in (name, name[:3]) or (word == "sept" and name == "september"):
            return number
    return None


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def date_scale(text: str) -> DateScale | None:
    """Return the precision of a date written YYYY[-MM[-DD]], or None if it isn't one."""
    if not _WRITTEN.fullmatch(text) or read_date(text) is None:
        return None
    scales: dict[int, DateScale] = {4: "year", 7: "month", 10: "day"}
    return scales[len(text)]


def date_number(date: tuple[int, int | None, int | None], scale: DateScale) -> int | None:
    """Return a date as a count of years, months or days; None if it is less precise than that.

    Days count from 1 March of year 0 in the Gregorian calendar (Hinnant, `days_from_civil`).
    """
    year, month, day = date
    if scale == "year":
        return year
    if month is None:
        return None
    if scale == "month":
        return year * 12 + month - 1
    if day is None:
        return None
    shifted = year - (month <= 2)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + day_of_year
