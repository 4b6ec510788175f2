"""XMP in every spelling that means the same: prefixes, attributes or elements, encodings, order."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsd_app.core.image_io.metadata import xmp
from rsd_app.core.image_io.metadata.xmp_packet import MOST_BYTES, RDF, XmpError, legal, parse, serialise

EXIF, DC, IPTC = "http://ns.adobe.com/exif/1.0/", "http://purl.org/dc/elements/1.1/", xmp.IPTC_EXTENSION
PHOTOSHOP, DJI = "http://ns.adobe.com/photoshop/1.0/", "http://www.dji.com/drone-dji/1.0/"
PLACES = (
    (EXIF, "GPSLatitude"),
    (EXIF, "GPSLongitude"),
    (DJI, "GpsLatitude"),
    (DJI, "GpsLongtitude"),  # as DJI spells it
    (DJI, "AbsoluteAltitude"),
    (xmp.W3C_GEO, "lat"),
    (PHOTOSHOP, "City"),
    (PHOTOSHOP, "State"),
    (PHOTOSHOP, "Country"),
    (IPTC, "LocationCreated"),
    (IPTC, "LocationShown"),
    ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Location"),
    ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "CountryCode"),
)
KEPT = (
    (DC, "rights"),
    (DC, "title"),
    (EXIF, "ExposureTime"),
    (EXIF, "SubjectLocation"),
    ("http://ns.adobe.com/xap/1.0/", "Rating"),
    ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "CiAdrCity"),
    ("http://example.org/velocity#", "capacity"),
)
RECORD = {"Software": "RSD Studio", "Seed": "7", "Settings": '{"scale": 4.0, "model": "a & b <c>"}'}

prefixes = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,8}", fullmatch=True).filter(lambda text: text[:3].lower() != "xml")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(legal)
forms = st.sampled_from(["attribute", "element", "qualified", "description"])
encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])


def written(
    properties: list[tuple[tuple[str, str], str, str]], names: list[str], *, wrapped: bool, quote: str, padded: bool
) -> str:
    """A packet of properties, each with its value and its form, spelt with the prefixes `names`."""
    spaces = list(dict.fromkeys([RDF, "adobe:ns:meta/", *(space for (space, _), _, _ in properties)]))
    prefix = dict(zip(spaces, names, strict=False))
    rdf = prefix[RDF]
    declared = "".join(f" xmlns:{prefix[space]}={quote}{space}{quote}" for space in spaces)
    descriptions = []
    for (space, name), value, form in properties:
        tag, text = f"{prefix[space]}:{name}", escape(value, {"\r": "&#13;"})
        if form == "attribute":
            descriptions.append(f"<{rdf}:Description {rdf}:about='' {tag}={quoteattr(value)}/>")
        elif form == "element":
            descriptions.append(f"<{rdf}:Description\n {rdf}:about=''>\n<{tag}>{text}</{tag}></{rdf}:Description>")
        else:
            inside = f"<{rdf}:value>{text}</{rdf}:value>"
            if form == "description":
                inside = f"<{rdf}:Description>{inside}</{rdf}:Description>"
            else:
                tag = f"{tag} {rdf}:parseType='Resource'"
            end = tag.split()[0]
            descriptions.append(f"<{rdf}:Description {rdf}:about=''><{tag}>{inside}</{end}></{rdf}:Description>")
    body = f"<{rdf}:RDF{declared}>{''.join(descriptions)}</{rdf}:RDF>"
    if wrapped:
        meta = prefix["adobe:ns:meta/"]
        body = f"<{meta}:xmpmeta{declared}>{body}</{meta}:xmpmeta>"
    return f"<?xpacket begin='' id='x'?>\n{body}" + ("\n" + " " * 200 + "\n<?xpacket end='w'?>\0" if padded else "")


@st.composite
def packets(draw: st.DrawFn, of: tuple[tuple[str, str], ...]) -> tuple[bytes, dict[str, str]]:
    """A packet with all of these properties in any spelling, and their values."""
    values = {name: draw(texts) for name in of}
    properties = [(name, value, draw(forms)) for name, value in values.items()]
    names = draw(st.lists(prefixes, min_size=len(of) + 2, max_size=len(of) + 2, unique=True))
    text = written(
        draw(st.permutations(properties)),
        names,
        wrapped=draw(st.booleans()),
        quote=draw(st.sampled_from(["'", '"'])),
        padded=draw(st.booleans()),
    )
    return text.encode(draw(encodings)), {f"{{{space}}}{name}": value for (space, name), value in values.items()}


def normal(text: str) -> str:
    return text.replace("\r\n", "\n")


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(packets(of=PLACES + KEPT))
def test_that_no_spelling_of_a_place_is_left_and_nothing_else_goes(drawn: tuple[bytes, dict[str, str]]) -> None:
    data, values = drawn
    packet = parse(data)
    xmp.drop_places(packet)
    kept = dict(xmp.properties(parse(serialise(packet))))
    assert not [name for space, name in PLACES if f"{{{space}}}{name}" in kept]
    for space, name in KEPT:
        assert kept[f"{{{space}}}{name}"] == values[f"{{{space}}}{name}"], name


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(packets(of=KEPT), st.dictionaries(st.from_regex(r"[A-Z][A-Za-z]{0,9}", fullmatch=True), texts, min_size=1))
def test_that_a_record_goes_in_and_out_of_any_packet(
    drawn: tuple[bytes, dict[str, str]], record: dict[str, str]
) -> None:
    data, values = drawn
    packet = parse(data)
    for _ in range(2):
        xmp.write_record(packet, record)
        data = serialise(packet)
        assert xmp.record_in(data) == record
        assert data.count(b"DigitalSourceType") == 1
        packet = parse(data)
    found = dict(xmp.properties(packet))
    assert {name: found[name] for name in values} == values


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(packets(of=tuple((xmp.NAMESPACE, name) for name in RECORD)))
def test_that_a_record_is_found_as_any_program_saves_it(drawn: tuple[bytes, dict[str, str]]) -> None:
    data, values = drawn
    expected = {name.rpartition("}")[2]: value for name, value in values.items()}
    assert xmp.record_in(data) == expected


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_that_what_is_no_packet_is_refused(data: bytes) -> None:
    with pytest.raises(XmpError):
        parse(data)
    assert xmp.record_in(data) is None


@settings(max_examples=100, deadline=None)
@given(packets(of=KEPT), st.data())
def test_that_a_damaged_packet_is_read_or_refused(drawn: tuple[bytes, dict[str, str]], data: Any) -> None:
    whole = bytearray(drawn[0])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    with_error = None
    try:
        packet = parse(bytes(whole))
    except XmpError as error:
        with_error = error
    else:
        xmp.drop_places(packet)
        xmp.write_record(packet, RECORD)
        assert xmp.record_in(serialise(packet)) == RECORD
    assert with_error is None or str(with_error)


RDF_ONLY = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:dc="{DC}"><rdf:Description dc:title="%s">%s</rdf:Description></rdf:RDF>'


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\x1f", "\ufffe", "&#1;", "&#x1F;", "&#27;"])
def test_that_a_character_that_xml_forbids_does_not_cost_the_packet(character: str) -> None:
    packet = parse((RDF_ONLY % (f"a{character}b", "")).encode())
    assert dict(xmp.properties(packet))[f"{{{DC}}}title"] == "a\ufffdb"


def test_that_a_record_of_odd_characters_is_xml() -> None:
    odd = {"Source": "a\x01\ud800b\n\t\"<&>'.png"}
    packet = parse((RDF_ONLY % ("t", "")).encode())
    xmp.write_record(packet, odd)
    data = serialise(packet)
    ET.fromstring(data)
    assert xmp.record_in(data) == {"Source": "a\ufffd\ufffdb\n\t\"<&>'.png"}


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">',
    ],
)
def test_that_entities_are_refused(prologue: str) -> None:
    with pytest.raises(XmpError, match="document type"):
        parse((prologue + RDF_ONLY % ("t", "&b;")).encode())


def test_that_size_and_depth_have_a_limit() -> None:
    with pytest.raises(XmpError, match="bytes"):
        parse(b" " * (MOST_BYTES + 1))
    deep = "<dc:a>" * 5000 + "</dc:a>" * 5000
    with pytest.raises(XmpError, match="levels"):
        parse((RDF_ONLY % ("t", deep)).encode())


def test_that_what_follows_the_packet_does_not_matter() -> None:
    for junk in ("junk", "<", "\0\0junk", "<?xpacket end='w'?>\n\0\0more"):
        packet = parse((RDF_ONLY % ("t", "") + junk).encode())
        assert dict(xmp.properties(packet))[f"{{{DC}}}title"] == "t"


def test_that_prefixes_stay_and_do_not_collide() -> None:
    text = f'<r:RDF xmlns:r="{RDF}"><r:Description><a:x xmlns:a="urn:1">1</a:x><a:x xmlns:a="urn:2">2</a:x>'
    packet = parse(f"{text}</r:Description></r:RDF>".encode())
    data = serialise(packet)
    assert dict(xmp.properties(parse(data))) == {"{urn:1}x": "1", "{urn:2}x": "2"}
    assert b"<r:RDF" in data
    assert b"<a:x>1</a:x>" in data
