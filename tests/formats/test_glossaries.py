"""Glossaries from TSV and TBX."""

import pytest

from review.errors import FormatError
from review.formats.glossaries import read_glossary
from review.models import Term

_OLD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
<termEntry id="c1"><note>energy desk</note>
 <langSet xml:lang="de"><tig><term>Wärmepumpe</term></tig></langSet>
 <langSet xml:lang="en-GB">
  <ntig><termGrp><term>heat engine</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
  <tig><term>heating pump</term>
   <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
  <tig><term>heat <hi>pump</hi></term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="fr"><tig><term>pompe à chaleur</term></tig></langSet>
</termEntry></body></text></martif>"""

_NEW = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><tbxHeader/><text><body><conceptEntry id="c1">
<langSec xml:lang="de"><termSec><term>Wärmepumpe</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>heat pump</term></termSec>
<termSec><term>heat engine</term>{status}</termSec></langSec>
</conceptEntry></body></text></tbx>"""
_DCA = '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>'
_DCT = "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>"


def _read(text: str, pair: tuple[str, str] = ("de", "en")) -> tuple[Term, ...]:
    return read_glossary(text.encode(), "terms", *pair)


def test_a_table_without_header_has_source_target_forbidden_note() -> None:
    assert _read(
        "# energy\nWärmepumpe\theat pump|heating pump\theat engine\tnot an engine\n\nWatt\tWatt\n"
    ) == (
        Term("Wärmepumpe", ("heat pump", "heating pump"), ("heat engine",), "not an engine"),
        Term("Watt", ("Watt",)),
    )


def test_a_header_may_reorder_and_leave_out_columns() -> None:
    assert _read("Note\tSource term\tForbidden\nno\tHaus\thome | shack\n") == (
        Term("Haus", (), ("home", "shack"), "no"),
    )


def test_language_codes_as_header_bind_the_terms_to_their_pair() -> None:
    table = "de-DE\ten\nHaus\thouse\n"
    assert _read(table) == (Term("Haus", ("house",)),)
    assert _read(table, ("de-AT", "en")) == ()
    assert _read(table, ("en", "de")) == ()


def test_windows_files_are_read() -> None:
    expected = (Term("Gerät", ("device",)),)
    assert (
        read_glossary("source\ttarget\r\nGerät\tdevice\r\n".encode("utf-8-sig"), "t", "de", "en") == expected
    )
    assert read_glossary("Gerät\tdevice\r\n".encode("utf-16"), "t", "de", "en") == expected


def test_two_entries_of_one_term_become_one() -> None:
    assert _read("Haus\thouse\thome|hut\nHaus\thome\t\tfor people\n") == (
        Term("Haus", ("house", "home"), ("hut",), "for people"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no term"),
        ("# nothing\n", "no term"),
        ("Haus\thouse\nTür door\n", "line 2: .*tabs"),
        ("a\tb\tc\td\te\n", "line 1: .*5 columns"),
        ("source\ttarget\nHaus\thouse\tx\ty\n", "line 2: .*4 columns instead of 2"),
        ("source\ttarget\ttarget\nHaus\thouse\tx\n", "line 1: .*same name"),
        ("Haus\thouse\thouse\n", "line 1: .*both wanted and forbidden"),
        ("Haus\tho\0use\n", "line 1"),
        ("<tbx>", "line 1: .*well-formed"),
        ("<xliff/>", "neither TBX nor TSV"),
        ("<tbx><text/></tbx>", "no concept"),
        ("<tbx><conceptEntry><langSec/></conceptEntry></tbx>", "line 1: .*xml:lang"),
        (
            '<tbx><conceptEntry>\n<langSec xml:lang="de"><termSec/></langSec></conceptEntry></tbx>',
            "line 2: .*no term",
        ),
        ("<tbx>&what;</tbx>", "line 1"),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_file_and_line(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        _read(text)
    assert str(caught.value).startswith("terms")


def test_the_older_tbx_is_read() -> None:
    assert _read(_OLD) == (
        Term("Wärmepumpe", ("heat pump", "heating pump"), ("heat engine",), "energy desk"),
    )


def test_other_languages_of_the_same_file() -> None:
    assert _read(_OLD, ("fr", "de")) == (Term("pompe à chaleur", ("Wärmepumpe",), (), "energy desk"),)
    assert _read(_OLD, ("de", "es")) == ()


@pytest.mark.parametrize(("style", "status"), [("dca", _DCA), ("dct", _DCT)])
def test_the_newer_tbx_is_read_in_both_styles(style: str, status: str) -> None:
    text = _NEW.format(style=style, status=status)
    assert _read(text) == (Term("Wärmepumpe", ("heat pump",), ("heat engine",)),)


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "x">', '<!ENTITY a SYSTEM "file:///etc/passwd">', "<!ELEMENT tbx ANY>"],
)
def test_declared_entities_are_refused(declared: str) -> None:
    text = f"<!DOCTYPE tbx [{declared}]>\n<tbx><term>&a;</term></tbx>"
    with pytest.raises(FormatError, match="not safe"):
        _read(text)
