"""Word files under a password: an OLE container around the encrypted package, opened with the password given."""

from __future__ import annotations

from io import BytesIO

from ..errors import ReadError
from ..model import msg
from .ooxml import corrupt, encrypted

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def is_encrypted_package(data: bytes) -> bool:
    """Whether an OLE file wraps an encrypted docx."""
    return data.startswith(OLE) and _PACKAGE in data


def decrypt(data: bytes, path: str, password: str | None) -> bytes:
    """The file without its password; ReadError ``encrypted`` without the right one, ``wrong_type`` for another OLE file."""
    if not is_encrypted_package(data):
        raise ReadError(
            "wrong_type",
            path,
            msg("Tệp này không phải tài liệu .docx."),
            msg("Mở tệp bằng Word và lưu lại ở dạng .docx."),
        )
    if not password:
        raise encrypted(path)
    return decrypt_office(data, path, password)


def decrypt_office(data: bytes, path: str, password: str) -> bytes:
    """Any Office file without its password; ReadError ``encrypted`` for a wrong one, ``corrupt`` for a damaged file."""
    try:
        import msoffcrypto
        from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
    except ImportError as error:
        raise ReadError(
            "encrypted",
            path,
            msg("Chưa cài phần mở tệp có mật khẩu."),
            msg("Cài thêm: pip install msoffcrypto-tool, hoặc bỏ mật khẩu trong Word rồi chạy lại."),
        ) from error
    out = BytesIO()
    try:
        office = msoffcrypto.OfficeFile(BytesIO(data))
        office.load_key(password=password, verify_password=True)
        office.decrypt(out)
    except (InvalidKeyError, DecryptionError) as error:
        raise ReadError(
            "encrypted",
            path,
            msg("Mật khẩu không mở được tệp."),
            msg("Hỏi lại đơn vị mật khẩu của tệp, hoặc xin bản không đặt mật khẩu."),
        ) from error
    except Exception as error:  # a foreign parser on foreign bytes: whatever it throws, the file is damaged
        raise corrupt(path, "OLE") from error
    return out.getvalue()
