"""The form in which phrases are compared, and the count of slips."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bookwork.mark.phrase import find, normal, slips
from bookwork.model.quantity import squeeze
from tests.mark.strategies import PHRASES

ARTICLES = ("the ", "a ", "an ")
WORDS = st.text(st.sampled_from("abc"), max_size=6)


@given(text=PHRASES, case=st.booleans(), accents=st.booleans())
def test_the_form_of_a_form_is_itself(text: str, case: bool, accents: bool) -> None:
    once = normal(text, case=case, accents=accents)
    # One article is dropped, not two, and what stood behind it is looked at no further.
    assume(once.strip(" .,;:!?\"'()[]…") == once)
    assume(not once.lower().startswith(ARTICLES))
    assert normal(once, case=case, accents=accents) == once


@given(text=PHRASES, form=st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_form_of_unicode_does_not_matter(text: str, form: str) -> None:
    changed = unicodedata.normalize(form, text)  # type: ignore[arg-type]  # one of the four
    for accents in (False, True):
        assert normal(changed, accents=accents) == normal(text, accents=accents)


@given(PHRASES)
def test_space_is_single_and_inside(text: str) -> None:
    found = squeeze(text)
    assert found == found.strip(" ")
    assert "  " not in found
    assert squeeze(found) == found


@given(text=PHRASES, space=st.sampled_from(" \t\n\xa0\u2003\u200b\u202f\u3000\ufeff"))
def test_space_around_does_not_matter(text: str, space: str) -> None:
    assert normal(f"{space}{text}{space}{space}") == normal(text)


@pytest.mark.parametrize("word", ["the", "The", "a", "an", "A an"])
def test_an_article_alone_stays(word: str) -> None:
    assert normal(word) == word.lower().split()[-1]


def distance(a: str, b: str) -> int:
    """The same measure, straight from its definition."""
    if not a or not b:
        return len(a) + len(b)
    best = min(
        distance(a[:-1], b) + 1,
        distance(a, b[:-1]) + 1,
        distance(a[:-1], b[:-1]) + (a[-1] != b[-1]),
    )
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-2] and a[-2] == b[-1]:
        best = min(best, distance(a[:-2], b[:-2]) + 1)
    return best


@given(a=WORDS, b=WORDS, most=st.integers(0, 3))
def test_slips_are_counted_as_defined(a: str, b: str, most: int) -> None:
    assert slips(a, b, most) == min(distance(a, b), most + 1)


@given(a=WORDS, b=WORDS)
def test_slips_count_alike_both_ways(a: str, b: str) -> None:
    assert slips(a, b, 6) == slips(b, a, 6)
    assert (slips(a, b, 6) == 0) == (a == b)


@pytest.mark.parametrize(
    ("swaps", "code"), [(0, "accepted"), (1, "typo"), (2, "typo"), (3, "otherwise")]
)
def test_two_slips_are_the_most(swaps: int, code: str) -> None:
    letters = list("abcdefghijklmnopqrst")
    for at in range(swaps):
        letters[4 * at : 4 * at + 2] = reversed(letters[4 * at : 4 * at + 2])
    key = "abcdefghijklmnopqrst"
    found = find("".join(letters), [key], [], case=False, accents=False, typos=2)
    assert found == code


def test_a_longer_word_never_forgives_less() -> None:
    def forgiven(length: int) -> int:
        key = "abcdefghijkl"[:length]
        return sum(
            find(key[:-lost], [key], [], case=False, accents=False, typos=2) == "typo"
            for lost in (1, 2)
        )

    counts = [forgiven(length) for length in range(3, 13)]
    assert counts == [0, 1, 1, 1, 1, 2, 2, 2, 2, 2]
    assert all(a <= b for a, b in pairwise(counts))
