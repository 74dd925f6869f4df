"""The builder `epub`: Sphinx's EPUB 3, made such that readers' programs and screen readers take it.

Sphinx's own names scripts that the file may not have, styles that are written too late to be in
it, and roles that are gone; it says nothing of what somebody who does not see finds, and is another
file each time. This one carries no script, its own few styles, the metadata of EPUB Accessibility
1.1 (schema.org's terms), and the same bytes from the same sources.
"""

from __future__ import annotations

import os
import re
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils.nodes import document
from sphinx.builders.epub3 import Epub3Builder

from bookwork.model.files import write_atomically
from bookwork.sphinx.kit import kit
from bookwork.sphinx.written import remember, written
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLES = "bookwork-epub.css"
ARCHIVES = "archives"
KEPT = ("pygments.css", "epub.css", STYLES)
"""The styles of a page; basic.css comes with epub.css."""
MODES = ("textual", "visual")
FEATURES = (
    "alternativeText", "displayTransformability", "readingOrder", "structuralNavigation",
    "tableOfContents",
)  # fmt: skip
UNKNOWN = "unknown"
"""What Sphinx writes where a setting says nothing."""
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_SOURCE = re.compile(r' role="doc-biblioentry"')
_DOCTYPE = re.compile(r"<!DOCTYPE [^>]*>(?=.)", re.DOTALL)
_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file in the archive: the first that a ZIP file knows."""


class BookEpub(Epub3Builder):
    """Writes the book as EPUB 3."""

    def content_metadata(self) -> dict[str, Any]:
        """Return what content.opf says of the book; its date is that of its facts."""
        found = super().content_metadata()
        if "SOURCE_DATE_EPOCH" not in os.environ:
            found["date"] = _as_of(self.app)
        return found

    def build_content(self) -> None:
        """Write content.opf without files that no page uses, and with what is there for whom."""
        for path in Path(self.outdir, "_static").rglob("*"):
            if path.is_file() and path.name not in (*KEPT, "basic.css") and not self._shown(path):
                path.unlink()
        # What a former build has left under the title that the book then had, and what Sphinx
        # remembers, if that is kept here. Not set for good: Sphinx reads every page again when this
        # setting has changed.
        given = self.config.epub_exclude_files
        old = written(self.app, self.name).get(ARCHIVES, [])
        self.config.epub_exclude_files = [*given, *old, *hidden(Path(self.outdir))]
        try:
            super().build_content()
        finally:
            self.config.epub_exclude_files = given
        path = Path(self.outdir, "content.opf")
        told = path.read_text(encoding="utf-8")
        for name in ("contributor", "description"):
            told = told.replace(f"    <dc:{name}>{UNKNOWN}</dc:{name}>\n", "")
        for page in Path(self.outdir).rglob("*.xhtml"):
            if "<svg" in page.read_text(encoding="utf-8"):
                item = f'href="{page.relative_to(self.outdir).as_posix()}"'
                told = told.replace(f"{item} media-type", f'{item} properties="svg" media-type')
        lines = "".join(f"    {line}\n" for line in accessibility())
        write_atomically(path, told.replace("  </metadata>", f"{lines}  </metadata>", 1))

    def build_toc(self) -> None:
        """Write toc.ncx with the identifier that content.opf has: Sphinx writes its id's name."""
        super().build_toc()
        path = Path(self.outdir, "toc.ncx")
        told = path.read_text(encoding="utf-8")
        ours = f'name="dtb:uid" content="{self.config.epub_identifier}"'
        write_atomically(path, re.sub(r'name="dtb:uid" content="[^"]*"', ours, told))

    def _shown(self, path: Path) -> bool:
        return path.name in self._named

    @property
    def _named(self) -> set[str]:
        """The names of files that pages show."""
        if not hasattr(self, "_found"):
            out = Path(self.outdir)
            texts = [*out.rglob("*.xhtml"), *out.rglob("*.css")]
            named = r'src="([^"]+)"|url\(["\']?([^)"\']+)'
            found = (
                one or other
                for path in texts
                for one, other in re.findall(named, path.read_text(encoding="utf-8"))
            )
            self._found = {Path(name).name for name in found}
        return self._found

    def build_epub(self) -> None:
        """Write the archive: mimetype first and plain, every file of the same day."""
        path = Path(self.outdir, f"{self.config.epub_basename}.epub")
        names = ["META-INF/container.xml", "content.opf", "toc.ncx", *sorted(map(str, self.files))]
        held = BytesIO()
        with ZipFile(held, "w") as archive:
            for name in ("mimetype", *names):
                how = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                about = ZipInfo(Path(name).as_posix(), _DAY)
                about.compress_type = how
                about.external_attr = 0o644 << 16
                archive.writestr(about, Path(self.outdir, name).read_bytes())
        write_atomically(path, held.getvalue())
        for old in written(self.app, self.name).get(ARCHIVES, []):
            if old != path.name:  # of a book that had another title
                Path(self.outdir, old).unlink(missing_ok=True)
        remember(self.app, self.name, **{ARCHIVES: [path.name]})


def hidden(folder: Path) -> list[str]:
    """Return the files of a folder that no reader is to see: their names begin with a dot."""
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [str(name) for name in names if any(part.startswith(".") for part in name.parts)]


def _as_of(app: Sphinx) -> str:
    """Return the day on which the book's facts were checked: its date, whenever it is built."""
    return f"{kit(app).seeds.chronicle.meta.as_of.latest.isoformat()}T00:00:00Z"


def accessibility() -> list[str]:
    """Return what content.opf tells those who look for a book that they can read."""
    told = [
        *(("accessMode", mode) for mode in MODES),
        ("accessModeSufficient", "textual"),
        *(("accessibilityFeature", feature) for feature in FEATURES),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", _(
            "Everything can be read as text: each map, diagram and chart says the same in words."
            " Headings, lists and tables are marked as such."
        )),
    ]  # fmt: skip
    return [f'<meta property="schema:{name}">{escape(value)}</meta>' for name, value in told]


def name_the_book(app: Sphinx, config: Config) -> None:
    """Give the book an identifier of its own, unless its settings have one."""
    if config.epub_identifier in (UNKNOWN, ""):
        # Readers' programs take two files with one identifier for the same book.
        kind = (config.bookwork_edition, config.bookwork_version, config.language or "")
        name = "/".join((config.bookwork_book, *kind))
        config.epub_identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
    if config.epub_uid in (UNKNOWN, ""):
        config.epub_uid = "bookid"


def write_styles(app: Sphinx) -> None:
    """Write the book's own styles before the builder lists its files."""
    if app.builder.name == "epub":
        css = Path(__file__).parent.with_name("page").joinpath("epub.css")
        write_atomically(Path(app.outdir, "_static", STYLES), css.read_text(encoding="utf-8"))


def clean_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Take out of a page what no EPUB may have."""
    if app.builder.name != "epub":
        return
    context["script_files"] = []
    context["css_files"] = [f"_static/{name}" for name in KEPT]
    body = _SCRIPT.sub("", context.get("body", ""))
    context["body"] = _DOCTYPE.sub("", _SOURCE.sub(' role="listitem"', body))


def setup_epub(app: Sphinx) -> None:
    """Put the builder into the place of Sphinx's."""
    app.add_builder(BookEpub, override=True)
    # After the edition is settled, at 910.
    app.connect("config-inited", name_the_book, priority=920)
    app.connect("builder-inited", write_styles)
    # After every extension has added its own.
    app.connect("html-page-context", clean_page, priority=990)
