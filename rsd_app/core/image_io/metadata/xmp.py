"""What is read from XMP and written into it: how a picture was made, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

from rsd_app.core.image_io.metadata.xmp_packet import RDF, Packet, XmpError, legal, new_packet, parse, serialise

NAMESPACE = "urn:rsd-studio:recipe:1.0:"
IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
W3C_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
# "Edited using generative AI": https://cv.iptc.org/newscodes/digitalsourcetype/
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
DESCRIPTION, ABOUT = f"{{{RDF}}}Description", f"{{{RDF}}}about"
# Of GPS, IPTC, drones ("GpsLongtitude"), editors; not the address of who made or sells the photo.
PLACE = re.compile(
    r"^(?!CiAdr|Licensor)(?:.*(?:(?i:gps|latitude|longt?itude|altitude|geo(?:tag|loc|hash|code|point|coord)|landmark)"
    r"|(?<!Subject)Location|City|Country|Province)|(?i:location|sublocation|city|country|state|coverage))"
)


def names_a_place(name: str) -> bool:
    """Whether a property of this name, without its prefix, says where a photo was made."""
    return PLACE.match(name) is not None


def drop_places(packet: Packet) -> None:
    """Take out where the photo was made, however deep it stands: GPS, and the names of the place."""
    waiting = [packet.root]
    while waiting:
        element = waiting.pop()
        drop_properties(element, _is_place)
        waiting.extend(element)


def write_record(packet: Packet, record: Mapping[str, str]) -> None:
    """Note the recipe of the picture, and what the IPTC calls pictures that AI has changed; earlier ones go."""
    source_type = f"{{{IPTC_EXTENSION}}}DigitalSourceType"
    for description in list(packet.rdf):
        before = len(description.attrib) + len(description)
        drop_properties(description, lambda name: name == source_type or name.startswith(f"{{{NAMESPACE}}}"))
        emptied = len(description.attrib) + len(description) < before and not set(description.attrib) - {ABOUT}
        if emptied and not len(description):
            packet.rdf.remove(description)
    fields = {f"{{{NAMESPACE}}}{name}": legal(value) for name, value in record.items()}
    ET.SubElement(packet.rdf, DESCRIPTION, {ABOUT: "", source_type: SOURCE_TYPE, **fields})
    packet.prefixes |= {NAMESPACE: "rsd"}
    packet.prefixes.setdefault(IPTC_EXTENSION, "Iptc4xmpExt")


def with_record(data: bytes | None, record: Mapping[str, str]) -> bytes:
    """A packet, or a new one, with a record.

    Raises:
        XmpError: it cannot be read.
    """
    packet = parse(data) if data else new_packet()
    write_record(packet, record)
    return serialise(packet)


def shrunk(data: bytes, most: int) -> tuple[bytes, tuple[str, ...]]:
    """A packet of at most so many bytes, and the names of the largest properties, which were left out for it.

    The record stays. A packet that is too large without them all is left as small as it gets.
    """
    packet, excess, names = parse(data), len(data) - most, list[str]()
    sizes: list[tuple[int, str]] = []
    for description in packet.rdf:
        sizes += [(len(value.encode()), name) for name, value in description.attrib.items()]
        sizes += [(len(ET.tostring(child)), child.tag) for child in description]
    kept = (f"{{{NAMESPACE}}}", f"{{{IPTC_EXTENSION}}}DigitalSourceType", f"{{{RDF}}}")
    for size, name in sorted(sizes, reverse=True):
        if excess > 0 and not name.startswith(kept):
            excess -= size
            names.append(name)
    for description in packet.rdf:
        drop_properties(description, set(names).__contains__)
    return serialise(packet), tuple(dict.fromkeys(name.rpartition("}")[2] for name in names))


def record_in(data: bytes | None) -> dict[str, str] | None:
    """The recipe in a packet, as attributes or as elements, whatever its prefix; None when there is none."""
    try:
        packet = parse(data or b"")
    except XmpError:
        return None
    space = f"{{{NAMESPACE}}}"
    return {name.removeprefix(space): value for name, value in properties(packet) if name.startswith(space)} or None


def properties(packet: Packet) -> Iterator[tuple[str, str]]:
    """Names and values of all that the packet says of the picture in plain text."""
    for description in packet.rdf:
        yield from description.attrib.items()
        for child in description:
            value = child if not len(child) else child.find(f".//{{{RDF}}}value")  # behind a qualifier
            if value is not None:
                yield child.tag, value.text or ""


def set_property(packet: Packet, name: str, value: str) -> None:
    """Change a plain property of the picture where it has it, in either form."""
    for description in packet.rdf:
        if name in description.attrib:
            description.set(name, value)
        for child in description.findall(name):
            for part in list(child):
                child.remove(part)
            child.text = value


def drop_properties(description: ET.Element, unwanted: Callable[[str], bool]) -> bool:
    """Take the properties out whose name is unwanted; whether there were any."""
    names = [name for name in description.attrib if unwanted(name)]
    for name in names:
        del description.attrib[name]
    kept = [child for child in description if not unwanted(child.tag)]
    dropped = bool(names) or len(kept) < len(description)
    description[:] = kept  # at once: to remove them singly takes the square of their number
    return dropped


def _is_place(name: str) -> bool:
    space, _, local = name[1:].rpartition("}")
    return space == W3C_GEO or (space != RDF and names_a_place(local))
