"""``vnreport doctor``."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

import click

from .. import __version__
from ..messages import translate
from .shown import command

OPTIONAL = {
    "office_oxide": ("office-oxide", "đọc .doc khi không có LibreOffice"),
    "msoffcrypto": ("msoffcrypto-tool", "mở tệp Word có mật khẩu"),
    "distributed": ("dask[distributed]", "chạy trên cụm máy (--engine dask)"),
    "pandas": ("pandas", "xuất bảng DataFrame"),
}
LABELS = {
    "readers": "Đọc được các dạng tệp", "checks": "Các nhóm kiểm tra", "exporters": "Các dạng kết quả", "explanations": "Giải thích thêm của gói khác",
    "sniffers": "Nhận ra tệp của gói khác",
}  # fmt: skip
"""Groups of entry points in words."""
NEEDED = (
    "underthesea",
    "spacy",
    "scikit-learn",
    "rapidfuzz",
    "lxml",
    "pypdfium2",
    "click",
    "jinja2",
    "xlsxwriter",
    "python-docx",
)


def build(lang: str) -> click.Command:
    """The command in one language."""
    return command(
        lang, "doctor", callback=lambda: _doctor(lang), help=translate("Xem máy có những gì và thiếu gì.", lang)
    )


def _doctor(lang: str) -> int:
    click.echo(f"vnreport {__version__}, Python {platform.python_version()}, {sys.platform}")
    for line, fine in [*_packages(lang), *_programs(lang), *_model(lang), *_words(lang), *_plugins(lang)]:
        click.echo(("✓ " if fine else "✗ ") + line)
    return 0


def _packages(lang: str) -> Iterator[tuple[str, bool]]:
    for name in NEEDED:
        try:
            yield f"{name} {version(name)}", True
        except PackageNotFoundError:
            yield translate("{name}: chưa cài (bắt buộc)", lang, name=name), False
    for module, (name, loss) in OPTIONAL.items():
        if find_spec(module) is not None:
            yield name, True
        else:
            yield (
                translate(
                    "{name}: chưa cài (không bắt buộc), nên chưa dùng được: {loss}",
                    lang,
                    name=name,
                    loss=translate(loss, lang),
                ),
                False,
            )


def _programs(lang: str) -> Iterator[tuple[str, bool]]:
    from ..readers.soffice import find_soffice

    soffice = find_soffice()
    if soffice:
        yield f"LibreOffice: {soffice}", True
    else:
        yield (
            translate("LibreOffice: không thấy; .doc đọc không có số mục tự động, .rtf không có chú thích", lang),
            False,
        )
    tesseract = shutil.which("tesseract")
    languages = ""
    if tesseract:
        found = subprocess.run([tesseract, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
        languages = found.stdout
    if "vie" in languages.split():
        yield "tesseract vie", True
    else:
        yield translate("tesseract (vie): không thấy; bản quét sẽ báo “không có lớp chữ”", lang), False


def _model(lang: str) -> Iterator[tuple[str, bool]]:
    from ..classify import load
    from ..errors import ModelError
    from ..messages import render

    try:
        model = load()
        features = f"{len(model.vocabulary):,}"
        features = features.replace(",", ".") if lang == "vi" else features
        yield translate("Bộ phân loại: {n} chủ đề, {m} đặc trưng", lang, n=len(model.topics), m=features), True
    except ModelError as error:
        yield render(error.message, lang), False


def _words(lang: str) -> Iterator[tuple[str, bool]]:
    from .. import words

    state = getattr(words, "engine", None)
    if state is None:
        yield translate("Tách từ: underthesea.word_tokenize", lang), True
        return
    found = state()
    name, why = found if isinstance(found, tuple) else (found, "")
    if name == "tables":
        yield translate("Tách từ: theo bảng tính sẵn, kết quả như của underthesea", lang), True
    else:
        yield translate("Tách từ: {name} {why}", lang, name=name, why=why), False


def _plugins(lang: str) -> Iterator[tuple[str, bool]]:
    from ..plugins import GROUPS, declared, owner

    for group in GROUPS:
        points = declared(group)
        owners = sorted({owner(p) for p in points.values()})
        if points:
            yield f"{translate(LABELS.get(group, group), lang)}: {', '.join(points)} ({', '.join(owners)})", True
