"""Tasks and responses of every sort, for properties that must hold for all of them."""

from typing import Any

from hypothesis import strategies as st

from bookwork.model.quantity import squeeze

Json = dict[str, Any]

IDS = st.sampled_from(["a", "b", "c", "d", "e", "10", "9", "constructor", "s01", "true"])
# What phrases are made of: letters with and without case and accents, spaces, marks, digits.
SIGNS = st.one_of(
    st.sampled_from([*"aAeEtThHnN éÉßİıΣςｶﾞ한\u0301\u3099 09９-–’'“.,(\u00a0\u200b\u200d😀"]),
    st.characters(exclude_categories=["Cs"]),
)
PHRASES = st.lists(SIGNS, max_size=12).map("".join)
SPOKEN = PHRASES.filter(lambda text: bool(squeeze(text)))


@st.composite
def choices(draw: st.DrawFn) -> Json:
    options = draw(st.lists(IDS, min_size=2, max_size=6, unique=True))
    many = draw(st.booleans())
    key = draw(st.lists(st.sampled_from(options), min_size=1, unique=True))
    key = [option for option in options if option in key]
    return {"kind": "choice", "many": many, "options": options, "key": key if many else key[:1]}


@st.composite
def spans(draw: st.DrawFn) -> Json:
    options = draw(st.lists(IDS, min_size=2, max_size=6, unique=True))
    role = {option: draw(st.sampled_from(["key", "also", "wrong"])) for option in options}
    role[options[0]] = "key"
    return {
        "kind": "spans",
        "options": options,
        "key": [option for option in options if role[option] == "key"],
        "also": [option for option in options if role[option] == "also"],
    }


@st.composite
def matches(draw: st.DrawFn) -> Json:
    left = draw(st.lists(IDS, min_size=2, max_size=5, unique=True))
    right = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    key = {each: draw(st.sampled_from(right)) for each in left}
    return {"kind": "match", "left": left, "right": right, "key": key}


@st.composite
def regions(draw: st.DrawFn) -> Json:
    options = draw(st.lists(IDS, min_size=3, max_size=8, unique=True))
    return {"kind": "region", "options": options, "key": [draw(st.sampled_from(options))]}


@st.composite
def surveys(draw: st.DrawFn) -> Json:
    options = draw(st.lists(IDS, min_size=2, max_size=6, unique=True))
    return {"kind": "survey", "many": draw(st.booleans()), "options": options}


@st.composite
def orders(draw: st.DrawFn) -> Json:
    """Options with a rank each: of two ranks the lower comes first, of equal ones either."""
    options = draw(st.lists(IDS, min_size=2, max_size=5, unique=True))
    rank = {option: draw(st.integers(0, 3)) for option in options}
    rank[options[0]], rank[options[1]] = 0, 1
    before = sorted([a, b] for a in options for b in options if rank[a] < rank[b])
    return {"kind": "order", "options": options, "before": before}


@st.composite
def texts(draw: st.DrawFn) -> Json:
    return {
        "kind": "text",
        "accept": draw(st.lists(SPOKEN, min_size=1, max_size=3)),
        "case": draw(st.booleans()),
        "accents": draw(st.booleans()),
        "typos": draw(st.integers(0, 2)),
        "wrong": draw(st.lists(st.lists(SPOKEN, min_size=1, max_size=2), max_size=2)),
    }


DECIMALS = st.from_regex(r"\A-?[0-9]{1,9}(\.[0-9]{1,6})?\Z")


@st.composite
def numbers(draw: st.DrawFn) -> Json:
    return {
        "kind": "numeric",
        "scale": "number",
        "value": draw(DECIMALS),
        "tolerance": draw(DECIMALS).removeprefix("-"),
        "units": draw(st.lists(st.sampled_from(["%", "km", "m", "per cent"]), unique=True)),
        "wrong": draw(st.lists(st.lists(DECIMALS, min_size=1, max_size=2), max_size=2)),
    }


DAYS = st.dates().map(lambda day: day.isoformat())


@st.composite
def dates(draw: st.DrawFn) -> Json:
    scale = draw(st.sampled_from(["day", "month", "year"]))
    return {
        "kind": "numeric",
        "scale": scale,
        "value": draw(DAYS)[: {"day": 10, "month": 7, "year": 4}[scale]],
        "tolerance": str(draw(st.integers(0, 400))),
        "units": [],
        "wrong": draw(st.lists(st.lists(DAYS, min_size=1, max_size=2), max_size=2)),
    }


PARTS = st.one_of(
    choices(), spans(), regions(), surveys(), matches(), orders(), texts(), numbers(), dates(),
    st.just({"kind": "extended"}),
)  # fmt: skip


@st.composite
def tasks(draw: st.DrawFn) -> Json:
    """A task of one to four parts."""
    parts = draw(st.lists(PARTS, min_size=1, max_size=4))
    named = [{"id": f"p{number}", **part} for number, part in enumerate(parts)]
    return {"rule": draw(st.sampled_from(["sum", "chain"])), "parts": named}


def answers(part: Json) -> st.SearchStrategy[Any]:
    """What a reader can give to a part."""
    kind = part["kind"]
    if kind in ("choice", "spans", "region", "survey"):
        most = len(part["options"]) if kind == "spans" or part.get("many") else 1
        return st.lists(st.sampled_from(part["options"]), unique=True, max_size=most)
    if kind == "order":
        return st.one_of(st.just([]), st.permutations(part["options"]))
    if kind == "match":
        return st.dictionaries(st.sampled_from(part["left"]), st.sampled_from(part["right"]))
    if kind == "text":
        return st.one_of(PHRASES, st.sampled_from(part["accept"]))
    if kind == "numeric":
        return st.one_of(PHRASES, DECIMALS, DAYS, st.just(part["value"]))
    return PHRASES


@st.composite
def answered(draw: st.DrawFn) -> tuple[Json, Json]:
    """A task and a response that a reader can give."""
    task = draw(tasks())
    given = {part["id"]: draw(answers(part)) for part in task["parts"] if draw(st.booleans())}
    return task, given


# Whatever may stand in a file of answers.
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), IDS),
    lambda inside: st.one_of(
        st.lists(inside, max_size=4),
        st.dictionaries(st.one_of(IDS, st.text(max_size=4)), inside, max_size=4),
    ),
    max_leaves=8,
)


def right(part: Json) -> Any:
    """The right answer to a part."""
    match part["kind"]:
        case "choice" | "spans" | "region" | "match":
            return part["key"]
        case "survey":
            return part["options"][:1]
        case "order":
            place = {id: sum(b == id for _a, b in part["before"]) for id in part["options"]}
            return sorted(part["options"], key=lambda id: place[id])
        case "text":
            return part["accept"][0]
        case "numeric":
            return part["value"]
        case _:
            return "Written."
