"""The type of a file from its content; names lie (HTML named .doc, RTF named .doc, docx named .doc …)."""

from __future__ import annotations

import io
import re
import zipfile

from ..errors import ReadError
from ..expressions import compiled
from ..model.findings import Message, msg

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARK = b"\xef\xbb\xbf"
_SPOILT = tuple(mark + magic for mark in (_MARK, b"\xff\xfe", b"\xfe\xff") for magic in (*_ZIP, _OLE))
"""Files that a program took for text, with a text's mark before them; it may have changed every byte behind."""
_HEAD = 4096
_TAIL = 512
_HTML = compiled(rb"<(?:!doctype\s+html|html|head|body|meta|style|title|div|table|font|p)[\s>/]", re.IGNORECASE)
_XML = compiled(rb"<(?P<name>[A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>\s*<", re.ASCII)
"""The outermost element of any XML file, with elements in it."""
_WEB = compiled(
    rb"(?:a|abbr|address|article|aside|b|big|blockquote|center|code|dd|del|dl|dt|em|fieldset|figure|footer|form|h[1-6]|header|hr|i|img|ins|label|li|"
    rb"main|nav|o:p|ol|pre|s|section|small|span|strong|sub|sup|t[bdhr]\w*|u|ul)",
    re.IGNORECASE,
)
"""Elements with which a piece of a web page may begin."""
_BLOCK = compiled(
    rb"<(?P<shut>/?)(?:article|aside|blockquote|center|dd|div|dl|dt|figure|footer|form|h[1-6]|header|li|main|menu|nav|ol|p|pre|section|table|t[bdhr]\w*|ul)"
    rb"(?:\s[^<>]{0,500})?>",
    re.IGNORECASE,
)
_ANY_TAG = compiled(rb"<[/!]?[a-zA-Z][^<>]{0,500}>")
WEIGHED = 1 << 16
"""Bytes of a piece of a page that are looked at."""
FEW_BLOCKS = 4
"""Fewer marks of blocks are no page."""
OUTSIDE = 0.05
"""More words than this share outside of all blocks are a text with some marks of a page in it."""
_DECLARED = compiled(
    rb"<!doctype\b[^>]*[\[>].*<(?:office:document|pkg:package|w:wordDocument)\b", re.IGNORECASE | re.DOTALL
)
"""A document written as one XML file, with a declaration that Word and LibreOffice never make."""
_HEADERS = compiled(rb"(?:[!-9;-~]{1,76}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|$))+")
_PARTS = compiled(rb"^content-type:\s*(?:multipart/|text/html|application/xhtml)", re.IGNORECASE | re.MULTILINE)
_MIME = compiled(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_LETTER = compiled(
    rb"(?=(?:.*\n)*?mime-version:)(?=(?:.*\n)*?content-type:\s*text/plain)(?=(?:.*\n)*?(?:from|subject|received):)",
    re.IGNORECASE,
)
"""Headers of a letter whose text is plain."""
_SHORTCUT = compiled(
    rb"\[(?:InternetShortcut|\{000214A0-)|\{[^{}]{0,2000}\"(?:url|doc_id|resource_id)\"\s*:[^{}]{0,2000}\}\s*$"
)
"""A link to a page, and what Google Drive leaves in a folder for a document."""
_UNPACK = msg("Giải nén vào thư mục dự thảo rồi chạy lại.")
SHORT = 4096
"""Bytes of a file that holds nothing but a link."""
_PICTURES = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"), (b"AT&TFORM", "DjVu"), (b"\x01\0\0\0\x6c\0\0\0", "EMF"),
)  # fmt: skip
_BOXED = compiled(
    rb"\0\0\0.ftyp(?:(?P<picture>hei[cfmsx]|hev[cx]|mif1|msf1|avi[fs])|\w)|RIFF....(?:(?P<webp>WEBP)|AVI |WAVE)",
    re.DOTALL,
)
"""Photos of a telephone, films and sounds: what they are stands behind a length."""
_FOREIGN = (
    (b"MZ", "EXE"), (b"\x7fELF", "ELF"), (b"SQLite format 3\0", "SQLite"), (b"OggS", "Ogg"), (b"ID3", "MP3"),
)  # fmt: skip
_PACKED = (
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!", "RAR"), (b"\x1f\x8b", "gzip"), (b"\xfd7zXZ", "xz"), (b"BZh", "bzip2"), (b"MSCF\0", "cab"),
)  # fmt: skip
_PRINTED = ((b"%!PS", "PostScript"), (b"\xc5\xd0\xd3\xc6", "PostScript"), (b"\x1b%-12345X", "PJL"))
"""What is sent to a printer: a program in plain letters that draws the pages."""
_TAR = slice(257, 262)
"""Where the mark of a tar file stands."""


def sniff(data: bytes, path: str) -> str:
    """Name of the reader for ``data``: docx, odt, doc, rtf, html, pdf or txt; mhtml, flat, fodt or word2003 for text around those.

    Raises ReadError ``empty`` for nothing, ``wrong_type`` for what is no text document.
    """
    if not data.strip(b" \t\r\n\0\x0b\x0c\xef\xbb\xbf\xfe\xff"):
        if b"\0" in data:
            raise _wrong(path, msg("Tệp chỉ có các byte 0, không có chữ nào."))
        raise ReadError("empty", path, msg("Tệp rỗng."), msg("Kiểm tra lại tệp gốc, hoặc xin đơn vị gửi lại tệp."))
    if 1 < len(data) < len(_OLE) and any(magic.startswith(data) for magic in (*_ZIP, _OLE)):
        raise ReadError("corrupt", path, msg("Tệp bị hỏng hoặc chưa tải về hết."), msg("Xin đơn vị gửi lại tệp gốc."))
    if data.startswith(_ZIP):
        return _sniff_zip(data, path)
    if data.startswith(_OLE):
        return _sniff_ole(data, path)
    if data.startswith(_SPOILT):
        raise ReadError("corrupt", path, msg("Tệp bị hỏng hoặc chưa tải về hết."), msg("Xin đơn vị gửi lại tệp gốc."))
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _sniff_text(data, path)


def _sniff_zip(data: bytes, path: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = _mimetype(archive) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, OverflowError):
        names, mimetype = _local_names(data), data[38:90] if data[30:38] == b"mimetype" else b""
    if b"opendocument.text" in mimetype:
        return "odt"
    lowered = {n.lower().lstrip("/") for n in names}
    if any(n.endswith(".fdseq") for n in lowered):
        raise _printed(path, "XPS")
    for folder, what in (("xl/", "Excel"), ("ppt/", "PowerPoint")):
        if any(n.startswith(folder) for n in lowered):
            raise _wrong(path, msg("Đây là tệp {what}, không phải văn bản.", what=what))
    if "[content_types].xml" in lowered or any(n.startswith("word/") for n in lowered):
        return "docx"
    if b"opendocument" in mimetype:
        raise _wrong(path, msg("Đây là tệp OpenDocument nhưng không phải văn bản (.odt)."))
    if any(n.endswith(".iwa") for n in lowered) or {"index.xml", "buildversionhistory.plist"} <= lowered:
        raise _wrong(
            path,
            msg("Đây là tệp Pages của Apple."),
            msg("Mở bằng Pages, xuất ra Word (.docx) rồi chạy lại, hoặc xin đơn vị gửi bản Word."),
        )
    if b"epub" in mimetype or "meta-inf/container.xml" in lowered:
        raise _wrong(
            path,
            msg("Đây là sách điện tử EPUB, không phải văn bản."),
            msg("Xin đơn vị gửi bản Word (.docx) mà sách được làm từ đó, hoặc bản PDF."),
        )
    if not names:
        raise ReadError("corrupt", path, msg("Tệp nén bị hỏng hoặc bị cắt cụt."), msg("Xin đơn vị gửi lại tệp gốc."))
    raise _wrong(path, msg("Đây là tệp nén, không phải văn bản."), _UNPACK)


def _mimetype(archive: zipfile.ZipFile) -> bytes:
    info = archive.getinfo("mimetype")
    if info.file_size > 200:
        return b""
    with archive.open(info) as stream:
        return stream.read(200)


def _local_names(data: bytes) -> list[str]:
    """File names from local headers, for an archive without its directory."""
    found: list[str] = []
    at = data.find(b"PK\x03\x04")
    while 0 <= at < len(data) - 30 and len(found) < 50:
        size = int.from_bytes(data[at + 26 : at + 28], "little")
        found.append(data[at + 30 : at + 30 + size].decode("utf-8", "replace"))
        at = data.find(b"PK\x03\x04", at + 30)
    return found


def _sniff_ole(data: bytes, path: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "docx"
    if holds("WordDocument"):
        return "doc"
    for stream, what in (
        ("Workbook", "Excel"),
        ("PowerPoint Document", "PowerPoint"),
        ("__properties_version1.0", "thư Outlook"),
    ):
        if holds(stream):
            raise _wrong(path, msg("Đây là tệp {what}, không phải văn bản.", what=what))
    # the list of an OLE file's streams stands at its end; the first sector of a Word file is its text's header
    if len(data) < 4096 or data[512:514] == b"\xec\xa5":
        raise ReadError("corrupt", path, msg("Tệp Word bị cắt cụt."), msg("Xin đơn vị gửi lại tệp gốc."))
    raise _wrong(path, msg("Không nhận ra loại tệp này."))


def _sniff_text(data: bytes, path: str) -> str:
    head = data[:_HEAD]
    if b"\0" in head and head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode("utf-8")
    head = head.removeprefix(_MARK).lstrip()
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head[:1] == b"<":
        return _sniff_markup(head, data, path)
    if _is_mail(head):
        return "mhtml"
    _refuse_foreign(data.removeprefix(_MARK), head, path)
    if len(data) <= SHORT and _SHORTCUT.match(head):
        raise _wrong(
            path,
            msg("Đây chỉ là lối tắt dẫn đến một trang, không phải tệp báo cáo."),
            msg("Mở lối tắt, tải báo cáo về dạng Word (.docx) rồi chạy lại với tệp đó."),
        )
    return "txt"


def _refuse_foreign(data: bytes, head: bytes, path: str) -> None:
    """ReadError ``wrong_type`` for pictures, films, programs and archives, by how they begin."""
    boxed = _BOXED.match(data)
    if boxed is not None and (boxed["picture"] or boxed["webp"]):
        raise _picture(path, "WebP" if boxed["webp"] else "HEIC")
    if boxed is not None:
        raise _wrong(
            path, msg("Đây là tệp {what}, không phải văn bản.", what="MP4" if data[4:8] == b"ftyp" else "AVI, WAV")
        )
    for magic, what in _PICTURES:
        if data.startswith(magic) and not _printable(head):
            raise _picture(path, what)
    packed = next((what for magic, what in _PACKED if data.startswith(magic)), "tar" if data[_TAR] == b"ustar" else "")
    if packed and not _printable(head):
        raise _wrong(path, msg("Đây là tệp {what}, không phải văn bản.", what=packed), _UNPACK)
    for magic, what in _PRINTED:
        if data.startswith(magic):
            raise _printed(path, what)
    for magic, what in _FOREIGN:
        if data.startswith(magic) and not _printable(head):
            raise _wrong(path, msg("Đây là tệp {what}, không phải văn bản.", what=what))


def _printed(path: str, what: str) -> ReadError:
    return _wrong(
        path, msg("Đây là tệp {what} để gửi đến máy in, không phải văn bản.", what=what),
        msg("Xin đơn vị gửi bản Word; nếu không có, in lại báo cáo ra tệp PDF rồi chạy lại."),
    )  # fmt: skip


def _picture(path: str, what: str) -> ReadError:
    return _wrong(
        path, msg("Đây là tệp {what}, không phải văn bản.", what=what),
        msg("Nếu là ảnh chụp báo cáo: gộp các ảnh thành một tệp PDF rồi chạy lại để nhận dạng chữ; tốt nhất là xin bản Word."),
    )  # fmt: skip


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with the headers of a web archive or a letter, whichever comes first: mail programs put others before its own."""
    headers = _HEADERS.match(head)
    if headers is None:
        return False
    if _LETTER.match(headers[0]):
        return True
    parts = _PARTS.search(headers[0])
    return parts is not None and (b"multipart" in parts[0].lower() or _MIME.search(headers[0]) is not None)


def _sniff_markup(head: bytes, data: bytes, path: str) -> str:
    start = re.sub(rb"^(?:<\?(?:xml|mso)[^>]*>|<!--.*?-->|\s)+", b"", head, flags=re.DOTALL)
    if _HTML.match(start):
        return "html"
    if start.startswith(b"<pkg:package"):
        return "flat"
    if start.startswith(b"<w:wordDocument"):
        return "word2003"
    if re.match(rb"<office:document[\s>]", start):
        return "fodt"
    if re.match(rb"<(?:\?xml|!doctype|svg)", head, re.IGNORECASE):
        if b"<html" in head.lower():
            return "html"
        if _DECLARED.search(head):
            raise _wrong(
                path, msg("Tệp chứa khai báo XML không an toàn ({detail}) nên không đọc.", detail="DOCTYPE"),
                msg("Word không bao giờ ghi khai báo này; hãy kiểm tra nguồn gốc của tệp và xin đơn vị gửi lại."),
            )  # fmt: skip
        raise _wrong(path, msg("Đây là tệp XML, không phải văn bản."))
    outer = _XML.match(start)
    ending = data[-_TAIL:].replace(b"\0", b"").rstrip()
    if outer and not _WEB.fullmatch(outer["name"]) and ending.endswith(b"</" + outer["name"] + b">"):
        raise _wrong(path, msg("Đây là tệp XML, không phải văn bản."))
    return "html" if _is_page(head, data) else "txt"


def _is_page(head: bytes, data: bytes) -> bool:
    """Whether a text that begins with a mark of a page is a piece of one (``<article>``, ``<ol>``): hardly a word stands outside of its blocks."""
    text = head if b"\0" in data[:200] else data[:WEIGHED]
    depth = blocks = inside = outside = at = 0
    for tag in _BLOCK.finditer(text):
        size = len(_ANY_TAG.sub(b"", text[at : tag.start()]).split())
        inside, outside = inside + size * (depth > 0), outside + size * (depth == 0)
        depth, blocks, at = max(0, depth + (-1 if tag["shut"] else 1)), blocks + 1, tag.end()
    size = len(_ANY_TAG.sub(b"", text[at:]).split())
    inside, outside = inside + size * (depth > 0), outside + size * (depth == 0)
    return blocks >= FEW_BLOCKS and outside <= OUTSIDE * (inside + outside)


def _printable(head: bytes) -> bool:
    """Whether the first bytes look like text: two lucky letters are no magic number."""
    return not any(b < 9 or 13 < b < 27 for b in head)


def _wrong(path: str, message: Message, hint: Message | None = None) -> ReadError:
    return ReadError(
        "wrong_type",
        path,
        message,
        hint or msg("Xin đơn vị gửi dự thảo ở dạng .docx, .doc, .pdf, .odt, .rtf, .html, .md hoặc .txt."),
    )
