"""The folder of a class: a file each, a folder each, and what else lies about."""

import os
from pathlib import Path

from bookwork.mark.folder import (
    LINK,
    NOT_A_FILE,
    NOT_A_LAB,
    TOO_DEEP,
    Handed,
    handed_in,
    student_of,
)


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n", encoding="utf-8")


def whose(folder: Path) -> list[tuple[str, str, str]]:
    return [
        (each.student, each.path.relative_to(folder).as_posix(), each.why)
        for each in handed_in(folder)
    ]


def test_a_student_is_a_file_or_a_folder(tmp_path: Path) -> None:
    made(tmp_path, "ben.py", "Ada/lab.py", "Ada/two.ipynb", "cy.d.ipynb", "Ada/more/three.PY")
    assert whose(tmp_path) == [
        ("Ada", "Ada/lab.py", ""),
        ("Ada", "Ada/more/three.PY", ""),
        ("Ada", "Ada/two.ipynb", ""),
        ("ben", "ben.py", ""),
        ("cy.d", "cy.d.ipynb", ""),
    ]


def test_what_is_hidden_is_passed_over_and_what_is_no_lab_is_told(tmp_path: Path) -> None:
    made(tmp_path, ".git/a.py", ".x.py", "__pycache__/a.py", "Ada/__pycache__/b.py", "notes.txt")
    made(tmp_path, "Ada/photo.jpg", "a.py")
    assert whose(tmp_path) == [
        ("a", "a.py", ""),
        ("Ada", "Ada/photo.jpg", NOT_A_LAB),
        ("notes.txt", "notes.txt", NOT_A_LAB),
    ]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "class"
    made(outside, "secret.py", "more/secret.py")
    made(folder, "ada.py")
    for name, target in {
        "a.py": outside / "secret.py",
        "b": outside,
        "c.py": Path("nowhere.py"),
        "d.py": Path("d.py"),
        "e.py": Path("ada.py"),
        "f": Path(),
    }.items():
        (folder / name).symlink_to(target)
    assert whose(folder) == [
        ("a", "a.py", LINK),
        ("ada", "ada.py", ""),
        ("b", "b", LINK),
        ("c", "c.py", LINK),
        ("d", "d.py", LINK),
        ("e", "e.py", ""),
        ("f", "f", NOT_A_LAB),
    ]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ada.py")
    assert whose(tmp_path) == [("ada", "ada.py", NOT_A_FILE)]


def test_folders_in_folders_have_an_end(tmp_path: Path) -> None:
    made(tmp_path, "a/1/2/3/lab.py", "b/1/2/3/4/lab.py")
    assert whose(tmp_path) == [("a", "a/1/2/3/lab.py", ""), ("b", "b/1/2/3/4", TOO_DEEP)]


def test_a_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    made(tmp_path, os.fsdecode(b"ad\xe9.py"))
    assert handed_in(tmp_path) == [Handed("ad?", tmp_path / os.fsdecode(b"ad\xe9.py"))]
    assert student_of(Path("a/Ada Lovelace.py")) == "Ada Lovelace"
