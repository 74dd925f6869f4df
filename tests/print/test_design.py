"""What opens on a screen stands open on paper: sphinx-design's tabs, drop-downs and cards."""

import re
from pathlib import Path

from tests.print.test_small_book import letters
from tests.sphinx.small import Book
from tests.support.leaks import normal
from tests.support.pdf import words

DESIGN = """

::::{tab-set}
:::{tab-item} Falcon tab
Osprey *one*.
:::
:::{tab-item} Kestrel tab
Osprey two.
:::
::::

:::{dropdown} Merlin title
Merlin body.
:::

::::{grid} 2
:::{grid-item-card} Goshawk card
:link: https://example.org/goshawk
Goshawk body
:::
:::{grid-item-card}
Buzzard body
:::
::::

:::{card} Harrier
:link: facts
:link-type: doc
Harrier body
:::

:::{admonition} Kite title
:class: dropdown
Kite body.
:::

{bdg-primary}`Badge words` and {octicon}`report;1em` an icon.

```{versionadded} 1.0
Sparrowhawk words.
```

```{hlist}
- Hobby
```

```{centered} Eagle words
```
"""


def test_what_opens_on_a_screen_stands_open_on_paper(tmp_path: Path, small: Book) -> None:
    book = small.copy(tmp_path / "book")
    conf = (book.root / "conf.py").read_text("utf-8")
    extensions = 'extensions += ["sphinx_design", "sphinx_togglebutton"]'
    book.write("conf.py", f'{conf}\n{extensions}\nmyst_enable_extensions = ["colon_fence"]\n')
    page = (book.root / "index.md").read_text("utf-8")
    book.write("index.md", page + DESIGN)
    path = book.strict("pdf").out / "book.pdf"
    shown = letters(path)
    for said in (
        "Falcon tab Osprey one.", "Kestrel tab Osprey two.", "Merlin title Merlin body.",
        "Goshawk card Goshawk body", "https://example.org/goshawk", "Buzzard body",
        "Harrier Harrier body", "Kite title Kite body.", "Badge words and an icon.",
        "Sparrowhawk words.", "Hobby", "Eagle words",
    ):  # fmt: skip
        assert normal(said) in shown, said
    # The card's link names its page.
    assert re.search(r"Harrier body\s+→ .*\(page \d+\)", " ".join(words(path)))
