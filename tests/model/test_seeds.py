"""The real seeds: they load, and say what the book relies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookwork.model.seeds import Seeds, load_seeds

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return load_seeds(SEEDS)


def test_nothing_was_lost(seeds: Seeds) -> None:
    counts = {
        name: len(getattr(seeds, name))
        for name in (
            "sentences",
            "events",
            "commitments",
            "sources",
            "terms",
            "people",
            "leaders",
            "places",
        )
    }
    assert counts == {
        "sentences": 17,
        "events": 113,
        "commitments": 29,
        "sources": 224,
        "terms": 53,
        "people": 14,
        "leaders": 7,
        "places": 30,
    }


def test_the_article_is_whole_and_numbered(seeds: Seeds) -> None:
    assert list(seeds.sentences) == [f"s{number:02}" for number in range(17)]
    paragraphs = seeds.article.paragraphs()
    assert [len(paragraph) for paragraph in paragraphs] == [1, 2, 2, 2, 3, 2, 1, 2, 2]
    assert paragraphs[0][0].text == "date 2023-11-07"
    joined = " ".join(sentence.text for sentence in seeds.article.sentences)
    assert joined.split() == seeds.article.text.split()


def test_every_sort_of_evidence_is_found_by_its_id(seeds: Seeds) -> None:
    for id in ("s04", "e050", "c01", "wh-spirit"):
        assert seeds.evidence(id).id == id
        assert seeds.has(id)


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("s99", "there is no sentence 's99' — see seeds/sentences.yml"),
        ("wh-spirt", "there is no source 'wh-spirt' — did you mean 'wh-spirit'?"),
        ("S04", "'S04' is not an evidence id — write s04, e050, c01 or the key of a source"),
    ],
)
def test_an_unknown_id_says_how_to_mend_it(seeds: Seeds, id: str, message: str) -> None:
    assert not seeds.has(id)
    with pytest.raises(ValueError, match="—") as caught:
        seeds.evidence(id)
    assert str(caught.value) == message


def test_a_source_is_read_out_of_latex(seeds: Seeds) -> None:
    treaty = seeds.sources["t-1953wp"]
    assert treaty.url is not None
    assert treaty.url.endswith("Mutual_Defense_Treaty_(United_States%E2%80%93South_Korea)")
    assert treaty.publisher == "Wikipedia"
    assert seeds.sources["sr-ews"].publisher == "Sandler, Travis & Rosenberg"
    assert seeds.sources["kocis-13th"].title.startswith("[Aug] Camp David summit")
    assert seeds.sources["yna-dp"].featured
    statement = seeds.sources["wh-spirit"]
    assert statement.date is not None
    assert statement.date.words() == "18 August 2023"
    assert statement.good_for.startswith("Core text. Count the verbs")
    assert "\\" not in "".join(source.model_dump_json() for source in seeds.sources.values())


def test_an_event_knows_how_exactly_it_is_dated(seeds: Seeds) -> None:
    assert seeds.events["e050"].date.words() == "18 August 2023"
    assert seeds.events["e062"].date.words() == "October 2023"
    assert seeds.events["e062"].precision == "month"
    assert seeds.events["e105"].basis == "second-hand"


def test_whatever_is_not_first_hand_and_seen_is_marked(seeds: Seeds) -> None:
    """A fact whose sources were all unread can't have been read in one of them."""
    for event in seeds.events.values():
        read = {seeds.sources[source].read for source in event.sources}
        if read <= {"unread"}:
            assert event.basis == "reference", event.id
            assert event.confidence != "seen", event.id
        if event.basis == "first-hand":
            assert read & {"whole", "part"}, event.id


def test_the_heads_explain_what_the_entries_use(seeds: Seeds) -> None:
    assert seeds.chronicle.meta.as_of.words() == "23 November 2026"
    assert set(seeds.chronicle.kinds) == {event.kind for event in seeds.events.values()}
    used = {commitment.status_code for commitment in seeds.commitments.values()}
    assert set(seeds.promises.status_codes) == used
    assert set(seeds.article.reading.verdicts) == {s.verdict for s in seeds.sentences.values()}
    assert seeds.countries["KR"] == "South Korea"
    assert len(seeds.article.reading.perspectives) == 8


def test_the_digest_follows_the_facts_and_not_the_layout(seeds: Seeds, tmp_path: Path) -> None:
    for file in seeds.files():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    events = tmp_path / "events.yml"
    text = events.read_text(encoding="utf-8")
    events.write_text("# Another comment\n" + text, encoding="utf-8")
    assert load_seeds(tmp_path).digest == seeds.digest
    events.write_text(text.replace("title: China protests", "title: China objects"), "utf-8")
    assert load_seeds(tmp_path).digest != seeds.digest
