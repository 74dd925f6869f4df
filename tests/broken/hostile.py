"""Hostile text, and every place of a model that text can stand in."""

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import AfterValidator, BaseModel

from bookwork.model.markdown import check_line, check_markdown, check_plain

Place = tuple[str | int, ...]
_CHECKS = {check_markdown: "markdown", check_line: "line", check_plain: "plain"}


class Hostile(NamedTuple):
    """A text that no bank may hold, and what must be said of it."""

    name: str
    text: str
    what: str


HTML = "HTML stands in the text"
LINK, FAR = "a link is not http, https or mailto", "a link"
DIRECTIVE = "a directive stands in the text"
SUBSTITUTION = "a substitution '{{' stands in the text"
HEADING, LABEL = "a heading stands in the text", "a label stands in the text"
IMAGE = "an image stands in the text"
ROLE = "the role {{{}}} is not known here"
LINES = "the text is more than one paragraph"
"""What a field of one line says first of all that needs several."""

HOSTILE = [
    Hostile("a script", "x <script>canary()</script>", HTML),
    Hostile("a script with attributes", "x <SCRIPT\nsrc=//canary.test/x></SCRIPT >", HTML),
    Hostile("an event handler", 'x <img src=x onerror="canary()">', HTML),
    Hostile("an event handler in SVG", "<svg/onload=canary()>", HTML),
    Hostile("a frame", "x <iframe srcdoc='<script>canary()</script>'></iframe>", HTML),
    Hostile("a form", "<form action=https://canary.test><input name=q></form>", HTML),
    Hostile("an HTML link", '<a href="javascript:canary()">x</a>', HTML),
    Hostile("a base", "<base href=https://canary.test/>", HTML),
    Hostile("a redirect", '<meta http-equiv="refresh" content="0;url=//canary.test">', HTML),
    Hostile("styles", "<style>@import '//canary.test/x.css';</style>", HTML),
    Hostile("an element of the book's own", "<bw-question data-x=canary>x</bw-question>", HTML),
    Hostile("an end tag", "x </fieldset></bw-question><canary>", HTML),
    Hostile("a comment", "x <!-- canary", HTML),
    Hostile("an instruction", "x <?canary ?>", HTML),
    Hostile("a declaration", "x <!DOCTYPE canary>", HTML),
    Hostile("CDATA", "x <![CDATA[ canary ]]>", HTML),
    Hostile("an automatic link", "<javascript:canary()>", HTML),
    Hostile("HTML behind code that is none", r"\`<canary>`", HTML),
    Hostile("HTML behind unequal ticks", "`<canary>``", HTML),
    Hostile("HTML between codes", "`a ``b` <canary>` d", HTML),
    Hostile("HTML in a list", "- x\n- `y\n- <canary>`", HTML),
    Hostile("a link that runs a script", "[x](javascript:canary())", LINK),
    Hostile("the same in other letters", "[x](JaVaScRiPt:canary())", LINK),
    Hostile("the same with entities", "[x](java&#115;cript:canary())", LINK),
    Hostile("the same in brackets", "[x](<javascript:canary()>)", HTML),
    Hostile("the same, far away", "[x][y]\n\n[y]: javascript:canary()", FAR),
    Hostile("a link with data", "[x](data:text/html,<script>canary()</script>)", HTML),
    Hostile("a link to a program", "[x](ms-msdt:canary)", LINK),
    Hostile("a link to another scheme", "[x](ftp://canary.test/)", LINK),
    Hostile("a link to a file", "[x](../../_config.yml)", LINK),
    Hostile("a link to a file of the book", "[x](conf.py)", LINK),
    Hostile("a link to a file by its whole path", "[x](path:/conf.py)", LINK),
    Hostile("a link to a file of the system", "[x](path:/etc/passwd)", LINK),
    Hostile("a link to another site without a scheme", "[x](//canary.test)", LINK),
    Hostile("a picture", "![x](https://canary.test/x.png)", IMAGE),
    Hostile("a picture that is a link", "[![x](x.png)](https://canary.test)", IMAGE),
    Hostile("raw HTML", "```{raw} html\n<script>canary()</script>\n```", DIRECTIVE),
    Hostile("raw HTML with tildes", "~~~{raw} html\n<script>canary()</script>\n~~~", DIRECTIVE),
    Hostile("raw HTML, spaced", "```  {raw} html\n<script>canary()</script>\n```", DIRECTIVE),
    Hostile("raw HTML in a list", "- ```{raw} html\n  <script>canary()</script>\n  ```", DIRECTIVE),
    Hostile("raw HTML in a quotation", "> ```{raw} html\n> <canary>\n> ```", DIRECTIVE),
    Hostile("a file's text", "```{include} ../../_config.yml\n```", DIRECTIVE),
    Hostile("a file's listing", "```{literalinclude} /etc/passwd\n```", DIRECTIVE),
    Hostile("reStructuredText", "```{eval-rst}\n.. raw:: html\n\n   <canary>\n```", DIRECTIVE),
    Hostile("a directive with colons", ":::{note}\ncanary\n:::", DIRECTIVE),
    Hostile("a directive of four ticks", "````{note}\ncanary\n````", DIRECTIVE),
    Hostile("a cell that runs", "```{code-cell}\nprint('canary')\n```", DIRECTIVE),
    Hostile("a quiz in a quiz", "```{quiz} context\n```", DIRECTIVE),
    Hostile("a raw role", "{raw}`canary`", ROLE.format("raw")),
    Hostile("a role that serves a file", "{download}`../../_config.yml`", ROLE.format("download")),
    Hostile("a role that links pages", "{doc}`canary`", ROLE.format("doc")),
    Hostile("a role of reStructuredText", "{eval-rst}`canary`", ROLE.format("eval-rst")),
    Hostile("a role of the engine", "{gap}`canary`", ROLE.format("gap")),
    Hostile("a substitution", "x {{ canary }}", SUBSTITUTION),
    Hostile("a statement", "x {% include '_config.yml' %}", SUBSTITUTION),
    Hostile("a label", "(canary)=", LABEL),
    Hostile("a label in a list", "- x\n- (canary)=", LABEL),
    Hostile("a heading", "# canary", HEADING),
    Hostile("a deep heading", "###### canary", HEADING),
    Hostile("a heading that is underlined", "canary\n======", HEADING),
    Hostile("a heading in a quotation", "> # canary", HEADING),
    Hostile("a heading in a list", "1. # canary", HEADING),
    Hostile("a comment of MyST", "% canary", "a line starts with % or +++"),
    Hostile("a break of blocks", "+++ canary", "a line starts with % or +++"),
]


class Text(NamedTuple):
    """A text in a model's data: its place, which field it is, and its sort.

    Sorts are markdown and line (parsed), plain and value (never parsed), name (ids, and words of
    which there are only some) and free (any text at all).
    """

    place: Place
    field: str
    sort: str


def texts(model: type[BaseModel], data: Any) -> Iterator[Text]:
    """Yield every text in a model's data."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        if isinstance(data, dict) and key in data:
            annotation: Any = field.annotation
            if field.metadata:
                annotation = Annotated[(field.annotation, *field.metadata)]
            for text in _texts(annotation, data[key]):
                own = text.field or f"{model.__name__}.{key}"
                yield Text((key, *text.place), own, text.sort)


def _texts(annotation: Any, data: Any) -> Iterator[Text]:
    """Yield the texts in data of a type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated and isinstance(data, str):
        yield Text((), "", next((_CHECKS[check] for check in _checks(annotation)), "name"))
    elif origin is Annotated:
        yield from _texts(arguments[0], data)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from texts(annotation, data)
    elif origin is dict and isinstance(data, dict):
        for key, value in data.items():
            yield from _inside(key, _texts(arguments[1], value))
    elif origin is tuple and isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from _inside(index, _texts(arguments[0], value))
    elif isinstance(data, str):
        sort = "free" if annotation is str else "value" if int in arguments else "name"
        yield Text((), "", sort)
    elif arguments:  # one of several shapes: the one that finds most text in the data
        yield from max((list(_texts(shape, data)) for shape in arguments), key=len)


def _inside(key: str | int, found: Iterator[Text]) -> Iterator[Text]:
    for text in found:
        yield Text((key, *text.place), text.field, text.sort)


def _checks(annotation: Any) -> Iterator[Any]:
    """Yield the checks of text that a type names."""
    for argument in get_args(annotation):
        if isinstance(argument, AfterValidator) and argument.func in _CHECKS:
            yield argument.func
        elif not isinstance(argument, type):
            yield from _checks(argument)


def text_fields(model: type[BaseModel]) -> set[str]:
    """Return every field with text in a model and those inside it, whatever the data."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        if any(_checks(Annotated[(field.annotation, *(field.metadata or [None]))])):
            found.add(f"{model.__name__}.{field.alias or name}")
        for inner in _models(field.annotation):
            found |= text_fields(inner)
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def replaced(data: Any, place: Place, text: str) -> Any:
    """Return data with another text at a place."""
    if not place:
        return text
    first, rest = place[0], place[1:]
    if isinstance(data, dict):
        return {**data, first: replaced(data[first], rest, text)}
    changed = list(data)
    changed[int(first)] = replaced(data[int(first)], rest, text)
    return changed
