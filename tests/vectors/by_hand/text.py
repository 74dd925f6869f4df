"""Written phrases: case, space, accents, quotes, dashes, articles, and other scripts."""

from collections.abc import Iterator
from typing import Any

from tests.vectors.by_hand.case import Case, Json, written


def text(*accept: str, **rules: Any) -> Json:
    """A task to write a phrase."""
    plain = {"case": False, "accents": False, "typos": 0, "wrong": []}
    return {"kind": "text", "accept": list(accept), **plain, **rules}


def cases() -> Iterator[Case]:
    """Every case."""
    yield from written("phrase", text("Camp David"), PHRASE)
    yield from written("space", text("Camp David"), SPACE)
    yield from written("outer marks", text("Camp David"), OUTER)
    yield from written("dash", text("South-East Asia"), DASH)
    yield from written("apostrophe", text("Japan's Diet"), APOSTROPHE)
    yield from written("inner quotes", text('a "hub and spoke" system'), QUOTES)
    yield from written("inner full stop", text("U.S."), STOPS)
    yield from written("article", text("apple"), ARTICLE)
    yield from written("article in the key", text("The Hague"), HAGUE)
    yield from written("key is an article", text("A"), A)
    yield from written("key of two articles", text("The The"), THE_THE)
    yield from written("capitals matter", text("NATO", case=True), CASE)
    yield from written("accents don't matter", text("São Tomé"), ACCENTS)
    yield from written("accents matter", text("São Tomé", accents=True), ACCENTS_MATTER)
    yield from written("German", text("Straße"), GERMAN)
    yield from written("Turkish", text("İstanbul"), TURKISH)
    yield from written("Turkish, accents matter", text("İstanbul", accents=True), TURKISH_ACCENTS)
    yield from written("Greek", text("ΟΔΥΣΣΕΥΣ"), GREEK)
    yield from written("Vietnamese", text("Đà Nẵng"), VIETNAMESE)
    yield from written("ligature", text("first official"), LIGATURE)
    yield from written("Korean", text("윤석열", typos=2), KOREAN)
    yield from written("Japanese", text("キャンプ・デービッド"), JAPANESE)
    yield from written("Arabic", text("كامب ديفيد"), ARABIC)


PHRASE = [
    ("as written", "Camp David", "accepted"),
    ("lower case", "camp david", "accepted"),
    ("capitals", "CAMP DAVID", "accepted"),
    ("full width", "Ｃａｍｐ　Ｄａｖｉｄ", "accepted"),
    ("mathematical letters", "𝐂𝐚𝐦𝐩 𝐃𝐚𝐯𝐢𝐝", "accepted"),
    ("accents added", "Cámp Dàvid", "accepted"),
    ("one letter off, no slip allowed", "Camp Davod", "otherwise"),
    ("space left out", "CampDavid", "otherwise"),
    ("a word more", "Camp David Maryland", "otherwise"),
    ("nothing", "", "blank"),
]
SPACE = [
    ("around and doubled", "  Camp   David ", "accepted"),
    ("tab", "Camp\tDavid", "accepted"),
    ("line feed", "Camp\nDavid\n", "accepted"),
    ("carriage return and line feed", "Camp\r\nDavid", "accepted"),
    ("vertical tab and form feed", "Camp\x0b\x0cDavid", "accepted"),
    ("next line", "Camp\x85David", "accepted"),
    ("no-break", "Camp\xa0David", "accepted"),
    ("narrow no-break", "Camp\u202fDavid", "accepted"),
    ("thin", "Camp\u2009David", "accepted"),
    ("ideographic", "Camp\u3000David", "accepted"),
    ("line separator", "Camp\u2028David", "accepted"),
    ("zero width", "Camp\u200bDavid", "accepted"),
    ("byte order mark in front", "\ufeffCamp David", "accepted"),
    ("zero-width joiner is a letter", "Camp\u200dDavid", "otherwise"),
    ("soft hyphen is a letter", "Camp Da\xadvid", "otherwise"),
    ("spaces only", "   ", "blank"),
    ("zero-width and wide spaces only", "\u200b\u3000\xa0\t", "blank"),
]
OUTER = [
    ("full stop", "Camp David.", "accepted"),
    ("ellipsis", "… Camp David…", "accepted"),
    ("question and exclamation marks", "Camp David?!", "accepted"),
    ("comma and colon", ",Camp David:", "accepted"),
    ("straight double quotes", '"Camp David"', "accepted"),
    ("straight single quotes", "'Camp David'", "accepted"),
    ("curly double quotes", "“Camp David”", "accepted"),
    ("low and high quotes", "„Camp David“", "accepted"),
    ("curly single quotes", "‘Camp David’", "accepted"),
    ("round brackets", "(Camp David)", "accepted"),
    ("square brackets with spaces", "[ Camp David ]", "accepted"),
    ("dashes", "— Camp David —", "accepted"),
    ("full-width full stop and comma", "Camp David．，", "accepted"),
    ("quotes around an article", '"The Camp David"', "accepted"),
    ("guillemets stay", "«Camp David»", "otherwise"),
    ("corner brackets stay", "「Camp David」", "otherwise"),
    ("slash stays", "/Camp David/", "otherwise"),
    ("only marks", "…!?", "otherwise"),
]
DASH = [
    ("hyphen", "South-East Asia", "accepted"),
    ("space", "South East Asia", "accepted"),
    ("hyphen (U+2010)", "South\u2010East Asia", "accepted"),
    ("no-break hyphen", "South\u2011East Asia", "accepted"),
    ("figure dash", "South\u2012East Asia", "accepted"),
    ("en dash", "South–East Asia", "accepted"),
    ("em dash with spaces", "South — East Asia", "accepted"),
    ("horizontal bar", "South\u2015East Asia", "accepted"),
    ("minus sign", "South\u2212East Asia", "accepted"),
    ("full-width hyphen", "South－East Asia", "accepted"),
    ("two hyphens", "South--East Asia", "accepted"),
    ("left out", "Southeast Asia", "otherwise"),
    ("low line is a letter", "South_East Asia", "otherwise"),
    ("hyphen bullet is a letter", "South\u2043East Asia", "otherwise"),
]
APOSTROPHE = [
    ("curly", "Japan’s Diet", "accepted"),
    ("turned", "Japan‘s Diet", "accepted"),
    ("modifier letter", "Japan\u02bcs Diet", "accepted"),
    ("full width", "Japan＇s Diet", "accepted"),
    ("prime is another sign", "Japan\u2032s Diet", "otherwise"),
    ("grave accent is another sign", "Japan`s Diet", "otherwise"),
    ("acute accent is another sign", "Japan\xb4s Diet", "otherwise"),
    ("left out", "Japans Diet", "otherwise"),
]
QUOTES = [
    ("straight", 'a "hub and spoke" system', "accepted"),
    ("one left out", 'a hub and spoke" system', "otherwise"),
    ("curly", "a “hub and spoke” system", "accepted"),
    ("low and high", "a „hub and spoke“ system", "accepted"),
    ("single are others", "a 'hub and spoke' system", "otherwise"),
    ("another article", 'the "hub and spoke" system', "accepted"),
]
STOPS = [
    ("as written", "U.S.", "accepted"),
    ("without the last", "u.s", "accepted"),
    ("without any", "US", "otherwise"),
    ("with a space inside", "U. S.", "otherwise"),
]
ARTICLE = [
    ("the", "the apple", "accepted"),
    ("an", "an apple", "accepted"),
    ("a", "A apple", "accepted"),
    ("capitals", "THE APPLE", "accepted"),
    ("two spaces behind", "The  apple", "accepted"),
    ("no-break space behind", "The\xa0apple", "accepted"),
    ("hyphen behind", "the-apple", "accepted"),
    ("two articles", "the an apple", "otherwise"),
    ("behind the word", "apple the", "otherwise"),
    ("without its space", "theapple", "otherwise"),
    ("with a full stop", "a. apple", "otherwise"),
    ("alone", "the", "otherwise"),
    ("another language's", "la apple", "otherwise"),
]
HAGUE = [
    ("with", "The Hague", "accepted"),
    ("without", "Hague", "accepted"),
    ("another", "a Hague", "accepted"),
    ("two", "the The Hague", "otherwise"),
]
A = [
    ("alone", "a", "accepted"),
    ("in brackets", "(A)", "accepted"),
    ("behind another", "an A", "accepted"),
    ("another alone", "The", "otherwise"),
]
THE_THE = [
    ("both", "the the", "accepted"),
    ("one", "THE", "accepted"),
    ("three", "the the the", "otherwise"),
]
CASE = [
    ("capitals", "NATO", "accepted"),
    ("lower case", "nato", "otherwise"),
    ("article in another case", "tHe NATO", "accepted"),
    ("full-width capitals", "ＮＡＴＯ", "accepted"),
]
ACCENTS = [
    ("composed", "S\xe3o Tom\xe9", "accepted"),
    ("decomposed", "Sa\u0303o Tome\u0301", "accepted"),
    ("none", "Sao Tome", "accepted"),
    ("others", "Sáô Tòmë", "accepted"),
    ("capitals", "SÃO TOMÉ", "accepted"),
    ("stacked", "Sa\u0303\u0301o Tomé", "accepted"),
    ("on a space", "São \u0301Tomé", "accepted"),
]
ACCENTS_MATTER = [
    ("composed", "S\xe3o Tom\xe9", "accepted"),
    ("decomposed", "Sa\u0303o Tome\u0301", "accepted"),
    ("capitals", "SÃO TOMÉ", "accepted"),
    ("none", "Sao Tome", "otherwise"),
    ("one missing", "São Tome", "otherwise"),
]
GERMAN = [
    ("capital sharp s", "STRAẞE", "accepted"),
    ("ss is not sharp s", "Strasse", "otherwise"),
    ("capitals with SS", "STRASSE", "otherwise"),
]
TURKISH = [
    ("dotted capital", "İSTANBUL", "accepted"),
    ("undotted capital", "ISTANBUL", "accepted"),
    ("lower case", "istanbul", "accepted"),
    ("i with a dot of its own", "i\u0307stanbul", "accepted"),
    ("dotless small letter", "ıstanbul", "otherwise"),
]
TURKISH_ACCENTS = [
    ("dotted capital", "İSTANBUL", "accepted"),
    ("i with a dot of its own", "i\u0307stanbul", "accepted"),
    ("undotted capital", "ISTANBUL", "otherwise"),
]
GREEK = [
    ("capitals", "ΟΔΥΣΣΕΥΣ", "accepted"),
    ("final sigma at the end", "οδυσσευς", "accepted"),
    ("with an accent", "Οδυσσεύς", "accepted"),
    ("wrong sigma at the end", "οδυσσευσ", "otherwise"),
    ("full stop behind the capitals", "ΟΔΥΣΣΕΥΣ.", "accepted"),
]
VIETNAMESE = [
    ("decomposed", "Đa\u0300 Na\u0306\u0303ng", "accepted"),
    ("without accents", "Đa Nang", "accepted"),
    ("small d with stroke", "đà nẵng", "accepted"),
    ("a stroke is no accent", "Da Nang", "otherwise"),
]
LIGATURE = [
    ("fi", "ﬁrst official", "accepted"),
    ("ffi", "first oﬃcial", "accepted"),
    ("long s", "firſt official", "accepted"),
    ("superscript", "ᶠirst official", "accepted"),
]
KOREAN = [
    ("syllables", "윤석열", "accepted"),
    ("jamo", "\u110b\u1172\u11ab\u1109\u1165\u11a8\u110b\u1167\u11af", "accepted"),
    ("three syllables are too short for a slip", "윤석렬", "otherwise"),
    ("with a space", "윤 석열", "otherwise"),
]
JAPANESE = [
    ("half width", "ｷｬﾝﾌﾟ･ﾃﾞｰﾋﾞｯﾄﾞ", "accepted"),
    ("voicing marks of their own", "キャンフ\u309a・テ\u3099ービッド", "accepted"),
    ("without voicing marks", "キャンフ・テーヒット", "otherwise"),
    ("hiragana", "きゃんぷ・でーびっど", "otherwise"),
]
ARABIC = [
    ("as written", "كامب ديفيد", "accepted"),
    ("presentation forms", "ﻛﺎﻣﺐ ﺩﻳﻔﻴﺪ", "accepted"),
    ("vowel marks are no accents", "كَامب ديفيد", "otherwise"),
    ("right-to-left mark in front", "\u200fكامب ديفيد", "otherwise"),
]
