"""XMP packets: corrected for the enlarged picture, and with a record of how it was made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

NAMESPACE = "urn:rsd-studio:recipe:1.0:"
# "Edited using generative AI": https://cv.iptc.org/newscodes/digitalsourcetype/
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
EMPTY = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
END = b"</rdf:RDF>"
RECORD = re.compile(rb'<rdf:Description[^>]*xmlns:rsd="' + NAMESPACE.encode() + rb'"[^>]*/>')
FIELD = re.compile(r'rsd:(\w+)="([^"]*)"')
ORIENTATION = re.compile(rb"""(tiff:Orientation\s*(?:=\s*["']|>\s*))[2-8]""")


def upright(packet: bytes) -> bytes:
    """XMP whose tiff:Orientation says 1, since the pixels were turned."""
    return ORIENTATION.sub(rb"\g<1>1", packet)


def resized(packet: bytes, width: int, height: int) -> bytes:
    """XMP whose sizes, where it has some, are those of the new picture."""
    names = {b"tiff:ImageWidth": width, b"tiff:ImageLength": height}
    names |= {b"exif:PixelXDimension": width, b"exif:PixelYDimension": height}
    for name, value in names.items():
        pattern = rb"(" + name + rb"""\s*(?:=\s*["']|>\s*))\d+"""
        packet = re.sub(pattern, rb"\g<1>" + str(value).encode(), packet)
    return packet


def without_place(packet: bytes) -> bytes:
    """XMP without where the photo was made: GPS, and the names of the place."""
    names = rb"(?:exif:GPS\w+|photoshop:(?:City|State|Country)|Iptc4xmpCore:(?:Location|CountryCode)"
    names += rb"|Iptc4xmpExt:Location(?:Created|Shown))"
    packet = re.sub(rb"\s" + names + rb"""\s*=\s*(?:"[^"]*"|'[^']*')""", b"", packet)
    return re.sub(rb"<(" + names + rb")(?:\s[^>]*)?(?:/>|>.*?</\1>)", b"", packet, flags=re.DOTALL)


def with_record(packet: bytes | None, record: Mapping[str, str]) -> bytes:
    """XMP with the recipe of the picture, and with what the IPTC calls pictures that AI has changed."""
    packet = _without_source_type(RECORD.sub(b"", packet or EMPTY))
    if END not in packet:
        packet = EMPTY
    fields = "".join(f' rsd:{name}="{escape(value)}"' for name, value in record.items())
    description = (
        f'<rdf:Description rdf:about="" xmlns:rsd="{NAMESPACE}"'
        f' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        f' Iptc4xmpExt:DigitalSourceType="{SOURCE_TYPE}"{fields}/>'
    )
    at = packet.rindex(END)
    return packet[:at] + description.encode() + packet[at:]


def record_in(packet: bytes | None) -> dict[str, str] | None:
    """The recipe that `with_record` has written; None when there is none."""
    match = RECORD.search(packet or b"")
    if match is None:
        return None
    return {name: unescape(value) for name, value in FIELD.findall(match[0].decode(errors="replace"))}


def _without_source_type(packet: bytes) -> bytes:
    packet = re.sub(rb"""\sIptc4xmpExt:DigitalSourceType\s*=\s*(?:"[^"]*"|'[^']*')""", b"", packet)
    element = rb"<Iptc4xmpExt:DigitalSourceType(?:\s[^>]*)?(?:/>|>.*?</Iptc4xmpExt:DigitalSourceType>)"
    return re.sub(element, b"", packet, flags=re.DOTALL)
