"""What readers may answer, right or strange, for Hypothesis to draw from; and tasks to answer."""

import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

# Characters that Python's Unicode tables know: Node's are newer.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cn", "Co"])
SPACES = " \t\n\u00a0\u1680\u2000\u2009\u200a\u200b\u202f\u3000\ufeff"
DASHES = "-‐‑–—―−"
QUOTES = "'’‘ʼ"
OUTER = " .,;:!?\"“”„'()[]…"
MARKED = st.sampled_from([*SPACES, *DASHES, *QUOTES, *OUTER, *"éﬁİıßΣςĐ019０١３½²年月日년월일%"])
TEXTS = st.lists(st.one_of(CHARACTERS, MARKED), max_size=30).map("".join)
# What may stand for a character without a change of meaning, or nearly so.
TWINS = {" ": SPACES + "-", "-": DASHES + " ", "'": QUOTES, "e": ["e\u0301", "é", "ė", "ｅ"]}
MONTHS = "January February March April May June July August September October November December"
STYLES = (
    "{y}-{m:02}-{d:02}", "{y}-{m}-{d}", "{y}–{m:02}", "{y}", "{d} {name} {y}", "{name} {d}, {y}",
    "{d}th of {name} {y}", "{short}. {d} {y}", "{d} {short}., {y}", "{name} {y}", "Sept {d}, {y}",
    "{d} sept. {y}", "{y}年{m}月{d}日", "{y} 年 {m} 月", "{y}년 {m}월 {d}일", "{d}/{m}/{y}",
    "{d} {stub} {y}",
)  # fmt: skip


@st.composite
def dressed(draw: st.DrawFn, words: str) -> str:
    """A phrase in another case, form or dress, with a few slips."""
    letters: list[str] = []
    for letter in words:
        letters.append(draw(st.sampled_from([letter, letter, *TWINS.get(letter, letter)])))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))):
        at = draw(st.integers(0, len(letters)))
        match draw(st.sampled_from(["add", "drop", "change", "swap"])):
            case "add":
                letters.insert(at, draw(st.one_of(MARKED, CHARACTERS)))
            case "drop":
                del letters[at : at + 1]
            case "change":
                letters[at : at + 1] = [draw(MARKED)]
            case _:
                letters[at : at + 2] = letters[at : at + 2][::-1]
    text = "".join(letters)
    text = draw(st.sampled_from([text, text, text.upper(), text.lower(), text.title()]))
    before = draw(st.sampled_from(["", "", "", "the ", "A ", "an ", *OUTER]))
    after = draw(st.sampled_from(["", "", "", *OUTER, *SPACES]))
    form: Any = draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    return unicodedata.normalize(form, before + text + after)


@st.composite
def dates(draw: st.DrawFn, value: str, off: int) -> str:
    """A date at, near or just past the tolerance, in one of many ways of writing."""
    first = date.fromisoformat((value + "-01-01")[:10])
    months = draw(st.sampled_from([0, 0, 0, -off, off, off + 1, 12 * off]))
    days = draw(st.sampled_from([0, 0, -1, 1, -off, off, off + 1, 59, 365]))
    month = first.month - 1 + months
    year = min(max(first.year + month // 12, 1), 9998)
    near = date(year, month % 12 + 1, min(first.day, 28)) + timedelta(days)
    name = MONTHS.split()[near.month - 1]
    return draw(st.sampled_from(STYLES)).format(
        y=f"{near.year:04}", m=near.month, d=draw(st.sampled_from([near.day, near.day, 0, 29, 31])),
        name=draw(st.sampled_from([name, name.lower(), name.upper()])), short=name[:3],
        stub=name[:4],
    )  # fmt: skip


@st.composite
def numbers(draw: st.DrawFn, value: str, off: str, units: list[str]) -> str:
    """A number at, near or just past the tolerance, in one of many ways of writing."""
    signs = [Decimal(sign) for sign in (-1, 0, 0, 1)]
    cent = Decimal("0.01")
    near = Decimal(value) + Decimal(off) * draw(st.sampled_from(signs))
    near += cent * draw(st.sampled_from(signs))
    style = draw(st.sampled_from(["{}", "{:,}", "{:.3f}", "{:+}", "{:,.2f}"]))
    text = style.format(near)
    text = text.replace(",", draw(st.sampled_from([",", ",", " ", "’", "'"])))
    text = text.replace(".", draw(st.sampled_from([".", ".", ","])))
    text = text.replace("-", draw(st.sampled_from(DASHES)))
    unit = draw(st.sampled_from(["", "", *units, "%"]))
    return text + draw(st.sampled_from(["", " "])) + unit


@st.composite
def values(draw: st.DrawFn, part: Json) -> Any:
    """Something that a reader may answer to a part: right, wrong, strange or impossible."""
    kind = part["kind"]
    if draw(st.integers(0, 19)) == 0:  # now and then what no reader can give
        return draw(
            st.one_of(
                st.none(), st.booleans(), st.integers(), st.lists(st.text(max_size=3), max_size=3),
                st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2), TEXTS,
            )
        )  # fmt: skip
    if kind in ("choice", "spans", "region", "survey"):
        most = len(part["options"]) if kind == "spans" or part.get("many") else 1
        return draw(st.lists(st.sampled_from(part["options"]), unique=True, max_size=most))
    if kind == "order":
        return draw(st.permutations(part["options"]))
    if kind == "match":
        left, right = st.sampled_from(part["left"]), st.sampled_from(part["right"])
        return draw(st.dictionaries(left, right))
    if kind == "text":
        known = [*part["accept"], *(answer for wrong in part["wrong"] for answer in wrong)]
        return draw(st.one_of(st.sampled_from(known).flatmap(dressed), TEXTS))
    if kind == "numeric":
        values = [part["value"], *(value for wrong in part["wrong"] for value in wrong)]
        value, off = draw(st.sampled_from(values)), part["tolerance"]
        if part["scale"] == "number":
            near: st.SearchStrategy[str] = numbers(value, off, part["units"])
        else:
            near = dates(value, int(off))
        return draw(st.one_of(near, near.flatmap(dressed), TEXTS))
    return draw(TEXTS)


@st.composite
def replies(draw: st.DrawFn, task: Json) -> Any:
    """A reply to a task: some parts, and now and then one that is not there."""
    reply = {
        part["id"]: draw(values(part)) for part in task["parts"] if draw(st.integers(0, 7)) > 0
    }
    if draw(st.integers(0, 29)) == 0:
        reply[draw(st.sampled_from(["constructor", "__proto__", "nobody", ""]))] = draw(TEXTS)
    return reply


IDS = st.lists(st.sampled_from(["a", "b", "c", "d", "constructor", "7"]), min_size=2, unique=True)
PHRASES = st.lists(
    st.text("abcde éĐ-1'", min_size=1, max_size=14), min_size=1, max_size=3
)  # few letters, so that slips of one are near another
DECIMALS = st.decimals(-2000, 2000, allow_nan=False, places=2).map(str)


@st.composite
def invented(draw: st.DrawFn, id: str) -> Json:
    """A part that no bank holds."""
    kinds = ["choice", "spans", "region", "survey", "match", "order", "text", "text", "numeric"]
    kind = draw(st.sampled_from(kinds))
    options = draw(IDS)
    some = draw(st.lists(st.sampled_from(options), unique=True, min_size=1))
    rest = [option for option in options if option not in some]
    match kind:
        case "choice":
            many = draw(st.booleans())
            key = some if many else some[:1]
            fields: Json = {"many": many, "options": options, "key": key}
        case "spans":
            fields = {"options": options, "key": some, "also": rest[:1]}
        case "region":
            fields = {"options": options, "key": some[:1]}
        case "survey":
            fields = {"options": options, "many": draw(st.booleans())}
        case "match":
            right = draw(IDS)
            pairs = {left: draw(st.sampled_from(right)) for left in options}
            fields = {"left": options, "right": right, "key": pairs}
        case "order":
            every = [[a, b] for n, a in enumerate(options) for b in options[n + 1 :]]
            fields = {"options": options, "before": draw(st.lists(
                st.sampled_from(every), unique_by=tuple, min_size=1))}  # fmt: skip
        case "text":
            fields = {
                "accept": draw(PHRASES), "wrong": draw(st.lists(PHRASES, max_size=2)),
                "case": draw(st.booleans()), "accents": draw(st.booleans()),
                "typos": draw(st.integers(0, 2)),
            }  # fmt: skip
        case _:
            scale = draw(st.sampled_from(["number", "year", "month", "day"]))
            value: Any = DECIMALS
            if scale != "number":
                length = {"year": 4, "month": 7, "day": 10}[scale]
                value = st.dates().map(lambda date: date.isoformat()[:length])
            fields = {
                "scale": scale, "value": draw(value),
                "tolerance": str(draw(st.integers(0, 40))), "units": ["km", "m"],
                "wrong": draw(st.lists(st.lists(value, min_size=1, max_size=2), max_size=2)),
            }  # fmt: skip
    return {"id": id, "kind": kind, **fields}


@st.composite
def invented_answered(draw: st.DrawFn) -> tuple[Json, Any]:
    """A task that no bank holds, and a reply to it."""
    names = ["answer", "reason", "constructor"][: draw(st.integers(1, 3))]
    parts = [draw(invented(name)) for name in names]
    task = {"rule": draw(st.sampled_from(["sum", "chain"])), "parts": parts}
    return task, draw(replies(task))
