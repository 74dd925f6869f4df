"""Makes the fonts that printed pages are set in: `python tools/make_fonts.py FOLDER`.

FOLDER is one in which npm has installed the packages of `PACKAGES`. Each font is cut down to the
signs that a book needs: Latin with accents, punctuation and arrows; for Korean the 2,350 syllables
of KS X 1001, for Japanese kana and the 2,965 kanji of JIS level 1. All are under the SIL Open Font
License, whose text goes with them. “Source” is a name that the licence reserves, so what is cut
from those fonts is called Book Serif, Book Sans and Book Code.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).parents[1] / "src/bookwork/print/fonts"
PACKAGES = "source-serif-4 source-sans-3 source-code-pro noto-sans-kr noto-sans-jp"
LATIN = [
    *range(0x20, 0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070), 0x20A9, 0x20AC, 0x2116,
    0x2122, *range(0x2190, 0x219A), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A1, 0x25CB, 0x25CF,
    0x2023, 0x25D0, 0x2610, 0x2713, 0xFB01, 0xFB02, 0x3000,
]  # fmt: skip
LATIN_FONTS = {
    "source-serif-4": ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"],
    "source-sans-3": ["400Regular", "400Regular_Italic", "600SemiBold"],
    "source-code-pro": ["400Regular"],
}


def double_bytes(codec: str, first: range, second: range) -> Iterator[int]:
    """Yield the signs that a double-byte code has between two rows."""
    for high in first:
        for low in second:
            try:
                yield ord(bytes((high, low)).decode(codec))
            except UnicodeDecodeError:
                continue


KOREAN = [*double_bytes("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)), *range(0x3131, 0x318F)]
JAPANESE = [*double_bytes("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF)), *range(0x3000, 0x3100)]


FAMILIES = {
    "source-serif-4": "Book Serif",
    "source-sans-3": "Book Sans",
    "source-code-pro": "Book Code",
}


def rename(font: TTFont, family: str) -> None:
    """Give a font a family's name of ours."""
    table = font["name"]
    style = table.getBestSubFamilyName()
    for record in list(table.names):
        if record.nameID in (1, 3, 4, 6, 16, 18, 21, 22, 25):
            table.removeNames(nameID=record.nameID)
    full = f"{family} {style}"
    short = full.replace(" ", "")
    for number, words in ((1, family), (3, short), (4, full), (6, short), (16, family)):
        table.setName(words, number, 3, 1, 0x409)


def cut(source: Path, signs: list[int], out: Path, family: str = "") -> None:
    """Write a font with some of its signs; the same bytes for the same source."""
    font = TTFont(source, recalcTimestamp=False)
    if family:
        rename(font, family)
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True)
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    font.save(out)


def main(folder: Path) -> None:
    """Write every font."""
    OUT.mkdir(parents=True, exist_ok=True)
    packages = folder / "node_modules/@expo-google-fonts"
    for package, styles in LATIN_FONTS.items():
        for style in styles:
            (source,) = (packages / package / style).glob("*.ttf")
            family = FAMILIES[package]
            name = f"{family.replace(' ', '')}-{style.lstrip('0123456789')}.ttf"
            cut(source, LATIN, OUT / name, family)
    for package, signs in (("noto-sans-kr", KOREAN), ("noto-sans-jp", JAPANESE)):
        (source,) = (packages / package / "400Regular").glob("*.ttf")
        cut(
            source,
            [*range(0x20, 0x7F), 0x25CB, 0x25CF, 0x25D0, *signs],
            OUT / source.name.replace("_400", "-"),
        )
    for file in sorted(OUT.glob("*.ttf")):
        print(f"{file.stat().st_size / 1024:7.0f} KiB  {file.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
