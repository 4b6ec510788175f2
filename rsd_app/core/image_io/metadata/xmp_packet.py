"""XMP packets as trees (ISO 16684-1): read by a parser that refuses entities, written with the prefixes they had."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XMP_META = "adobe:ns:meta/"
XML = "http://www.w3.org/XML/1998/namespace"
MOST_BYTES = 16 * 2**20
MOST_DEPTH = 100
BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
END = '<?xpacket end="w"?>'
# What XML 1.0 allows (section 2.2); the rest cannot be written, not even as a reference.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ILLEGAL_REFERENCE = re.compile(r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE)
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
WITHOUT_MARK = {b"<\0\0\0": "utf-32-le", b"\0\0\0<": "utf-32-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


class XmpError(ValueError):
    """A packet that is no XMP, or not one that is read here."""


@dataclass
class Packet:
    """A packet as a tree.

    Args:
        root: x:xmpmeta, or rdf:RDF itself; names are "{namespace}name", as in ElementTree.
        prefixes: those of the namespaces, as the packet called them.
    """

    root: ET.Element
    prefixes: dict[str, str] = field(default_factory=dict)

    @property
    def rdf(self) -> ET.Element:
        """The element that holds the descriptions."""
        found = self.root if self.root.tag == f"{{{RDF}}}RDF" else self.root.find(f".//{{{RDF}}}RDF")
        if found is None:
            raise XmpError("no rdf:RDF")
        return found


def new_packet() -> Packet:
    """One that says nothing."""
    root = ET.Element(f"{{{XMP_META}}}xmpmeta")
    ET.SubElement(root, f"{{{RDF}}}RDF")
    return Packet(root, {XMP_META: "x", RDF: "rdf"})


def parse(data: bytes) -> Packet:
    """Read a packet, in UTF-8, UTF-16 or UTF-32.

    Raises:
        XmpError: it is too large or too deep, no XML, has a document type (and with it entities), or holds no RDF.
    """
    if len(data) > MOST_BYTES:
        raise XmpError(f"{len(data)} bytes")
    builder = _Builder()
    parser = ET.XMLParser(target=builder)
    try:
        parser.feed(_text(data))
        parser.close()
    except ET.ParseError as error:
        if builder.root is None:  # else the packet is whole, and what follows it does not matter
            raise XmpError(str(error)) from error
    if builder.root is None:
        raise XmpError("empty")
    packet = Packet(builder.root, builder.prefixes)
    _ = packet.rdf
    return packet


def serialise(packet: Packet) -> bytes:
    """The packet in UTF-8, all its namespaces named at its root."""
    names = _Names(packet.prefixes)
    body: list[str] = []
    _write(packet.root, names, body)
    declared = "".join(f" xmlns:{prefix}={quoteattr(space)}" for space, prefix in names.used.items() if space != XML)
    body[0] += declared
    return (BEGIN + "".join(body) + END).encode()


def legal(text: str) -> str:
    """A text as XML can hold it: other characters (controls, lone surrogates) become U+FFFD."""
    return ILLEGAL.sub("\ufffd", text)


class _Builder(ET.TreeBuilder):
    """Builds the tree, and refuses what no packet needs and what could grow without end."""

    def __init__(self) -> None:
        super().__init__()
        self.prefixes: dict[str, str] = {}
        self.root: ET.Element | None = None  # once it is whole
        self._depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise XmpError("has a document type")

    def start_ns(self, prefix: str | None, uri: str | None) -> None:
        if prefix and uri:
            self.prefixes.setdefault(uri, prefix)

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise XmpError(f"more than {MOST_DEPTH} levels")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        ended = super().end(tag)
        if not self._depth:
            self.root = ended
        return ended


class _Names:
    """Qualified names, with a prefix of its own for each namespace that is used."""

    def __init__(self, wanted: dict[str, str]) -> None:
        self._wanted = wanted
        self.used: dict[str, str] = {XML: "xml"}
        self._taken = {"xml", "xmlns"}
        self._numbers: Counter[str] = Counter()  # the last that was put behind a prefix

    def of(self, name: str) -> str:
        """`{namespace}local` as `prefix:local`; a name without a namespace as it is."""
        if not name.startswith("{"):
            return name
        space, _, local = name[1:].partition("}")
        if space not in self.used:
            self.used[space] = self._prefix(self._wanted.get(space, "ns"))
        return f"{self.used[space]}:{local}"

    def _prefix(self, wanted: str) -> str:
        prefix = wanted
        while prefix in self._taken:
            self._numbers[wanted] += 1
            prefix = f"{wanted}{self._numbers[wanted]}"
        self._taken.add(prefix)
        return prefix


def _write(element: ET.Element, names: _Names, out: list[str]) -> None:
    """Append an element and what is in it; recursion is bounded by MOST_DEPTH."""
    tag = names.of(element.tag)
    attributes = "".join(f" {names.of(name)}={quoteattr(value)}" for name, value in element.attrib.items())
    out.append(f"<{tag}{attributes}")
    if len(element) or element.text:
        out.append(">")
        out.append(escape(element.text or "", {"\r": "&#13;"}))
        for child in element:
            _write(child, names, out)
            out.append(escape(child.tail or "", {"\r": "&#13;"}))
        out.append(f"</{tag}>")
    else:
        out.append("/>")


def _text(data: bytes) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    if encoding is None:
        start = data.lstrip(b" \t\r\n") if not data.startswith(b"\0") else data
        encoding = next((name for mark, name in WITHOUT_MARK.items() if start.startswith(mark)), "utf-8")
    text = data.decode(encoding, errors="replace").strip("\0 \t\r\n\ufeff")
    return ILLEGAL_REFERENCE.sub("\ufffd", legal(text))
