"""Faults in the seeds, as `bookwork check` tells them."""

import pytest

from tests.broken.cases.seeds import SEEDS, SENTENCES, SOURCES
from tests.broken.kit import Case, Kit, problems, tells

ARTICLE = "seeds/article.txt"


@pytest.mark.parametrize("case", SEEDS, ids=lambda case: case.name)
def test_a_fault_in_the_seeds(whole_kit: Kit, case: Case) -> None:
    line = whole_kit.change(case)
    told = problems(whole_kit.run("check"))
    assert tells(told, case.file, line, case), told
    if case.alone:
        assert len(told) == 1, told


def test_an_article_with_one_letter_changed(whole_kit: Kit) -> None:
    text = whole_kit.text(ARTICLE)
    whole_kit.write(ARTICLE, text.replace("hotline", "hotlime"))
    changed, parted = problems(whole_kit.run("check"))
    line = whole_kit.line(SENTENCES, "sha256:")
    assert changed.startswith(f"{SENTENCES}:{line}: {ARTICLE} has changed: its SHA-256 is ")
    assert changed.endswith(" — the article is kept byte for byte: restore it")
    assert "the article has “hotlime” after " in parted
    assert "where the sentence has “hotline" in parted


def test_an_article_with_one_space_more(whole_kit: Kit) -> None:
    whole_kit.write(ARTICLE, whole_kit.text(ARTICLE) + " ")
    (changed,) = problems(whole_kit.run("check"))
    assert f"{ARTICLE} has changed" in changed


def test_a_sentence_that_is_missing(whole_kit: Kit) -> None:
    text = whole_kit.text(SENTENCES)
    start, end = (text.index(f"- id: {id}\n") for id in ("s12", "s13"))
    whole_kit.write(SENTENCES, text[:start] + text[end:])
    told = problems(whole_kit.run("check"))
    line = whole_kit.line(SENTENCES, "  text:", start)
    assert any(
        each.startswith(f"{SENTENCES}:{line}: s13: the article goes on with “") for each in told
    ), told


def test_files_that_are_missing(whole_kit: Kit) -> None:
    gone = ["seeds/events.yml", "seeds/glossary.yml", "seeds/places.yml", SOURCES, ARTICLE]
    for file in gone:
        (whole_kit / file).unlink()
    told = problems(whole_kit.run("check"))
    assert told == [f"{file}: there is no such file — check the name" for file in sorted(gone)]


def test_files_that_are_not_utf_8(whole_kit: Kit) -> None:
    files = ["seeds/commitments.yml", "seeds/people.yml", SOURCES, ARTICLE]
    for file in files:
        whole_kit.write(file, whole_kit.text(file).encode("utf-16"))
    told = problems(whole_kit.run("check"))
    what = "the text is not UTF-8 — save the file as UTF-8"
    assert told == [f"{file}:1: {what}" for file in sorted(files)]


def test_faults_of_several_seeds_are_told_at_once(whole_kit: Kit) -> None:
    faults = [SEEDS[0], SEEDS[10], SEEDS[16]]
    lines = [whole_kit.change(case) for case in faults]
    told = problems(whole_kit.run("check"))
    assert len(told) == len(faults)
    assert all(tells(told, case.file, line, case) for case, line in zip(faults, lines, strict=True))
