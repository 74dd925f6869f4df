"""Slips of spelling: how many, in how long a word, and what is never one."""

from collections.abc import Iterator

from tests.vectors.by_hand.case import Case, written
from tests.vectors.by_hand.text import text


def cases() -> Iterator[Case]:
    """Every case."""
    yield from written("slip in 3 letters", text("Sea", typos=2), THREE)
    yield from written("slip in 4 letters", text("Roma", typos=2), FOUR)
    yield from written("slip in 7 letters", text("Kishida", typos=2), SEVEN)
    yield from written("slip in 8 letters", text("Maryland", typos=2), EIGHT)
    yield from written("one slip at most", text("Maryland", typos=1), ONE)
    yield from written("swap", text("abcdefgh", typos=2), SWAP)
    yield from written("length without the article", text("the Sea", typos=2), ARTICLE)
    yield from written("signs beyond 16 bits, 3", text("😀ab", typos=2), ASTRAL_THREE)
    yield from written("signs beyond 16 bits, 4", text("𠮷野家店", typos=2), ASTRAL_FOUR)
    yield from written("digits", text("Article 9", typos=2), DIGITS)
    yield from written("digits swapped", text("Room 101, floor 12", typos=2), ROOM)
    yield from written("capitals matter, slip", text("Nato", case=True, typos=1), CASE)
    yield from written("accents matter, slip", text("São Tomé", accents=True, typos=1), ACCENT)
    yield from written("several keys", text("Phnom Penh", "Kampuchea", typos=1), KEYS)
    yield from written("space slipped", text("캠프 데이비드", typos=1), SPACE)
    yield from written("unseen sign", text("Camp David", typos=1), UNSEEN)
    camp = text("Camp David", typos=1, wrong=[["Camp Davis", "Washington"], ["Camp Davids"]])
    yield from written("foreseen phrase", camp, FORESEEN)
    both = text("Hanoi", typos=1, wrong=[["Saigon"], ["saigon", "Hanoi"]])
    yield from written("foreseen twice", both, TWICE)


THREE = [("right", "sea", "accepted"), ("one", "see", "otherwise"), ("swap", "sae", "otherwise")]
FOUR = [
    ("replaced", "Rona", "typo"),
    ("left out", "Rma", "typo"),
    ("added", "Romma", "typo"),
    ("neighbours swapped", "Rmoa", "typo"),
    ("two", "Rina", "otherwise"),
    ("far letters swapped", "Ramo", "otherwise"),
]
SEVEN = [
    ("one", "Kisida", "typo"),
    ("swap", "Kihsida", "typo"),
    ("two", "Kisita", "otherwise"),
    ("swap and one", "Kihsita", "otherwise"),
]
EIGHT = [
    ("one", "Marylan", "typo"),
    ("two left out", "Mrylnd", "typo"),
    ("two swaps", "aMrylnad", "typo"),
    ("swap and two added", "Mrayllland", "otherwise"),
    ("three left out", "Mrlnd", "otherwise"),
    ("two added", "Maaryyland", "typo"),
    ("three added", "Maaryylandd", "otherwise"),
]
ONE = [
    ("one", "Mariland", "typo"),
    ("two replaced", "Marilynd", "otherwise"),
    ("two left out", "Mrylnd", "otherwise"),
]
SWAP = [
    ("first two", "bacdefgh", "typo"),
    ("last two", "abcdefhg", "typo"),
    ("a letter moved by two: left out and added", "bcadefgh", "typo"),
    ("a swap across a letter left out counts three", "cadefgh", "otherwise"),
    ("reversed three", "cbadefgh", "typo"),
]
ARTICLE = [("three letters remain", "the see", "otherwise"), ("none", "Sea", "accepted")]
ASTRAL_THREE = [("same", "😀AB", "accepted"), ("three signs: no slip", "😀ac", "otherwise")]
ASTRAL_FOUR = [
    ("four signs: one slip", "𠮷野屋店", "typo"),
    ("one sign for another", "吉野家店", "typo"),
    ("two", "吉野屋店", "otherwise"),
]
DIGITS = [
    ("other digit", "Article 8", "otherwise"),
    ("slip beside the digit", "Articel 9", "typo"),
    ("digit left out", "Article", "otherwise"),
    ("digit added", "Article 99", "otherwise"),
    ("in words", "Article nine", "otherwise"),
    ("full width", "Article ９", "accepted"),
    ("in a circle", "Article ⑨", "accepted"),
    ("Arabic-Indic", "Article ٩", "otherwise"),
    ("for a letter", "Art1cle 9", "otherwise"),
]
ROOM = [
    ("within a number", "Room 110, floor 12", "otherwise"),
    ("slips around them", "Rom 101 floor 12", "typo"),
    ("the same digits in the same order", "Room 10, floor 112", "typo"),
    ("space between the same digits", "Room 101, floor 1 2", "typo"),
]
CASE = [("one capital", "nato", "typo"), ("three capitals", "NATO", "otherwise")]
ACCENT = [("one missing", "São Tome", "typo"), ("two missing", "Sao Tome", "otherwise")]
KEYS = [
    ("of the second", "Kampuchia", "typo"),
    ("of the first", "Pnom Penh", "typo"),
    ("of neither", "Kampuchi", "otherwise"),
]
SPACE = [
    ("space left out", "캠프데이비드", "typo"),
    ("one syllable", "캠프 데이비트", "typo"),
    ("two syllables", "컴프 데이비트", "otherwise"),
]
UNSEEN = [
    ("joiner", "Camp Da\u200dvid", "typo"),
    ("soft hyphen", "Camp Da\xadvid", "typo"),
    ("mark of direction", "\u200fCamp David", "typo"),
    ("two marks of direction", "\u202bCamp David\u202c", "otherwise"),
]
FORESEEN = [
    ("before a slip", "Camp Davis", "wrong:0"),
    ("in another dress", "“the camp-davis”.", "wrong:0"),
    ("second list", "camp davids", "wrong:1"),
    ("its own slip is none", "Washingtom", "otherwise"),
    ("a slip that nobody foresaw", "Camp Davit", "typo"),
    ("exactly", "WASHINGTON", "wrong:0"),
    ("two slips", "Kamp Davit", "otherwise"),
]
TWICE = [
    ("the first list that fits", "Saigon", "wrong:0"),
    ("accepted goes before", "hanoi", "accepted"),
]
