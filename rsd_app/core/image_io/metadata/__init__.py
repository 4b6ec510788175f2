"""EXIF, XMP and IPTC: what a photo says of itself, and what goes along."""
