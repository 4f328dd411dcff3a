"""The Office Open XML package, opened with suspicion: sizes, ratios and entries checked, no DTD, nothing fetched, nothing run."""

from __future__ import annotations

import posixpath
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from ..errors import ReadError
from ..expressions import compiled
from ..model import msg
from .limits import Limits

MB = 1 << 20
MAX_TAGS = 3_000_000
MAX_ATTRIBUTES = 6_000_000
"""Tags and attributes of one part: a tree costs some 150 bytes for each, and a report of 300 pages has 100,000."""
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_ENCODING = compiled(rb"""^[^>]{0,60}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252", b"windows-1258"}
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link of one part; ``kind`` is the last word of its type."""

    kind: str
    target: str
    external: bool


PLAIN = frozenset({"zip", "doc", "OLE", "HTML", "WordDocument"})
"""Details that tell a reviewer nothing: names of formats."""


def corrupt(path: str, detail: str) -> ReadError:
    """The error for a file that is damaged."""
    whole = msg("Tệp bị hỏng hoặc chưa tải về hết.")
    return ReadError(
        "corrupt",
        path,
        whole if detail in PLAIN else msg("Tệp bị hỏng hoặc chưa tải về hết ({detail}).", detail=detail),
        msg("Mở tệp bằng Word và lưu lại, hoặc xin đơn vị gửi lại tệp."),
    )


def too_large(path: str, detail: str) -> ReadError:
    """The error for a file that unpacks to more than the limits allow."""
    return ReadError(
        "too_large",
        path,
        msg("Tệp quá lớn khi giải nén: {detail}.", detail=detail),
        msg("Kiểm tra nguồn gốc của tệp; nếu là báo cáo thật, tách nhỏ rồi chạy lại."),
    )


def unsafe(path: str, detail: str) -> ReadError:
    """The error for XML that declares a DTD, entities or an odd encoding."""
    return ReadError(
        "unsafe_xml",
        path,
        msg("Tệp chứa khai báo XML không an toàn ({detail}) nên không đọc.", detail=detail),
        msg("Word không bao giờ ghi khai báo này; hãy kiểm tra nguồn gốc của tệp và xin đơn vị gửi lại."),
    )


def parse_xml(data: bytes, path: str, name: str) -> etree._Element:
    """The root of one XML part; ReadError ``unsafe_xml`` or ``corrupt``."""
    data = as_utf8(data, path, name)
    declared = _ENCODING.match(data[3:] if data.startswith(b"\xef\xbb\xbf") else data)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise unsafe(path, f"{name}: encoding")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise unsafe(path, f"{name}: DOCTYPE")
    if data.count(b"<") > MAX_TAGS or data.count(b"=") > MAX_ATTRIBUTES:
        raise too_large(path, name)
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise corrupt(path, f"{name}: lồng quá sâu" if "depth" in str(error) else f"{name}: XML") from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise unsafe(path, f"{name}: DOCTYPE")
    return root


def as_utf8(data: bytes, path: str, name: str) -> bytes:
    """The bytes of an XML part, those in UTF-16 written anew; ReadError ``corrupt``."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        return _from_utf16(data, path, name)
    return data


def _from_utf16(data: bytes, path: str, name: str) -> bytes:
    codec = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise corrupt(path, f"{name}: UTF-16") from error
    return re.sub(r"^\ufeff?<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")


class Package:
    """A zip package whose directory has passed the limits; parts are read when asked for."""

    def __init__(self, data: bytes, path: str, limits: Limits | None = None) -> None:
        self.path = path
        self._limits = limits or Limits()
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise corrupt(path, "zip") from error
        self._entries = self._checked(entries)

    def _checked(self, entries: list[ZipInfo]) -> dict[str, ZipInfo]:
        limits = self._limits
        if len(entries) > limits.parts:
            raise too_large(self.path, f"{len(entries)} > {limits.parts} phần")
        found: dict[str, ZipInfo] = {}
        total = 0
        for entry in entries:
            name = entry.filename.replace("\\", "/").lstrip("/").lower()
            if name in found:
                raise corrupt(self.path, f"{entry.filename}: trùng tên")
            if entry.flag_bits & 1:
                raise encrypted(self.path)
            total += entry.file_size
            ratio = entry.file_size / max(entry.compress_size, 1)
            if entry.file_size > limits.part_bytes or total > limits.total_bytes:
                raise too_large(self.path, f"{entry.filename}: {entry.file_size // MB} MB")
            if entry.file_size > limits.ratio_from and ratio > limits.ratio:
                raise too_large(self.path, f"{entry.filename}: 1/{ratio:.0f}")
            found[name] = entry
        return found

    @property
    def names(self) -> list[str]:
        """Part names, lower-case."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of one part; ReadError ``corrupt`` when it is damaged."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise corrupt(self.path, f"{name}: không có")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise corrupt(self.path, f"{name}: zip {entry.compress_type}")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(self._limits.part_bytes + 1)
        except _BROKEN as error:
            raise corrupt(self.path, name) from error
        if len(data) > self._limits.part_bytes:
            raise too_large(self.path, name)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The parsed part, None when the package has none of that name."""
        return parse_xml(self.read(name), self.path, name) if name in self else None

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """The links of ``part`` (of the package for an empty name) by id."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, Relationship] = {}
        for node in [] if root is None else root:
            target = node.get("Target", "")
            external = node.get("TargetMode") == "External"
            if not external:
                # some programs write part names as Windows writes paths, here and in the directory
                target = target.replace("\\", "/")
                target = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                target = unquote(target) if target not in self else target
            found[node.get("Id", "")] = Relationship(node.get("Type", "").rsplit("/", 1)[-1], target, external)
        return found


def encrypted(path: str) -> ReadError:
    """The error for a file that wants a password."""
    return ReadError(
        "encrypted",
        path,
        msg("Tệp được đặt mật khẩu nên không đọc được."),
        msg(
            "Bỏ mật khẩu trong Word (Tệp › Thông tin › Bảo vệ tài liệu) rồi chạy lại, hoặc cho biết mật khẩu khi chạy."
        ),
    )
