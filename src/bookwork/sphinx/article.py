"""The directive {article}: the article, every sentence numbered, checked and linked back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from bookwork.model.article import Sentence
from bookwork.sphinx.backrefs import placeholder
from bookwork.sphinx.domain import Target, domain
from bookwork.sphinx.htmlnodes import element
from bookwork.sphinx.kit import depend_on_seeds, kit
from bookwork.sphinx.prose import parse
from bookwork.sphinx.tree import boxes, is_upgraded
from bookwork.strings import text as _

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def cited(directive: SphinxDirective, sources: tuple[str, ...]) -> list[nodes.Node]:
    """Return citations of sources, as inline content."""
    blocks = parse(directive, f"{{cite:p}}`{','.join(sources)}`", "seeds/sources.bib")
    return list(blocks[0].children)


class Article(SphinxDirective):
    """The annotated article."""

    def run(self) -> list[nodes.Node]:
        """Return a list of sentences, paragraph by paragraph."""
        here = kit(self.env.app)
        depend_on_seeds(self.env)
        whole = nodes.container(classes=["bw-article"])
        for paragraph in here.seeds.article.paragraphs():
            items = [self.sentence(sentence) for sentence in paragraph]
            whole += nodes.bullet_list("", *items, bullet="-", classes=["bw-sentences"])
        return [whole]

    def sentence(self, sentence: Sentence) -> nodes.list_item:
        """Return a sentence and its notes."""
        env = self.env
        domain(env).note(
            Target("sentence", sentence.id, env.docname, sentence.id, f"Sentence {sentence.id}")
        )
        verdict = kit(env.app).seeds.article.reading.verdicts[sentence.verdict]
        notes = nodes.container(classes=["bw-notes"])
        notes["summary"] = sentence.verdict.replace("-", " ")
        notes += _field(_("Who says so"), nodes.Text(sentence.speaker))
        notes += _field(_("Kind of statement"), nodes.Text(sentence.kind_note or sentence.kind))
        checked = nodes.Text(
            f"{sentence.verdict.replace('-', ' ')} ({verdict}). {sentence.reason} "
        )
        notes += _field(_("Checked"), checked, *cited(self, sentence.sources))
        notes += _field(_("Read it so"), nodes.Text(sentence.caveat))
        if sentence.prompt:
            notes += _field(_("Ask"), nodes.Text(sentence.prompt))
        words = nodes.paragraph("", "", classes=["bw-sentence"])
        words += nodes.strong("", sentence.id, classes=["bw-letter"])
        words += nodes.Text(" ")
        words += nodes.inline("", sentence.text)
        item = nodes.list_item("", words, notes, placeholder(env, sentence.id))
        item["classes"].append(f"bw-verdict-{group(sentence.verdict)}")
        item["ids"].append(sentence.id)
        self.state.document.note_explicit_target(item)
        return item


def group(verdict: str) -> str:
    """Return which of five marks a verdict has."""
    for name in ("caveat", "contested", "imprecise", "opinion"):
        if name in verdict:
            return name
    return "supported"


def _field(name: str, *content: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.strong("", f"{name}:"), nodes.Text(" "), *content)


class FoldNotes(SphinxPostTransform):
    """Folds a sentence's notes in HTML, so that the article can be read as it stands."""

    default_priority = 200

    def run(self, **_kwargs: Any) -> None:
        """Turn notes into <details> in place."""
        if not is_upgraded(self.app):
            return
        for node in boxes(self.document, "bw-notes"):
            head = element("summary", nodes.Text(f"{_('Checked:')} {node['summary']}"))
            node.replace_self(
                element("details", head, *node.children, attributes={"class": "bw-notes"})
            )


def setup_article(app: Sphinx) -> None:
    """Register the directive and its transform."""
    app.add_directive("article", Article)
    app.add_post_transform(FoldNotes)
