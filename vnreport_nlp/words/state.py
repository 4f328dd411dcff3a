"""Which way the words are found: compiled tables, tested against underthesea once, or ``word_tokenize`` itself."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from . import cache
from .evaluate import Evaluator
from .official import official_spans
from .source import UnknownModelError, digest, package_folder, read_source
from .tables import compile_tables

SELF_TEST = (
    "",
    " ",
    "ĐẢNG BỘ TỈNH BẾN SƠN",
    "Nhiệm kỳ 2020 - 2025, Đảng bộ huyện đã kết nạp 1.234 đảng viên (đạt 102,5% chỉ tiêu).",
    "Công tác xây dựng, chỉnh đốn Đảng và hệ thống chính trị được tăng cường; kỷ luật, kỷ cương được giữ vững.",
    "#### 2.1. Xây dựng Đảng về chính trị",
    "####",
    "Uỷ ban Kiểm tra Huyện uỷ hoà giải, thuỷ lợi; baì học kinh nghiệm của nghành giáo dục.",
    "Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Kế hoạch số 241-KH/TU, ngày 05-8-2024.",
    "PGS. TS. Nguyễn Văn A., Th.S Trần Thị B, Th S Lê C và các đồng chí H'Mông, v.v... tại http://example.vn/a_b?c=1 .",
    "  Một   là,\tphát huy vai trò nêu gương;\u00a0hai là:  tinh gọn bộ máy...  ",
    "thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm => tăng 1,8 lần",
    "Nâng cao chất lượng sinh hoạt chi bộ A.",
    "đồng chí Bí thư chi bộ thôn 3, tổ dân phố số 7 (khu vực chợ cũ) đề nghị: sửa đường, làm cầu, xây trường.",
    "-", "a", "…", "“Dân vận khéo”", "Thus ThuS Thís a Thos", "H&M 43H-0530 3x4 10:20:50 60.542.000 email@example.vn",
)  # fmt: skip
"""Compared with ``word_tokenize`` when tables are compiled; a mismatch means that underthesea changed its ways."""


class Engine(NamedTuple):
    """``tables`` or ``word_tokenize``, and why (empty: as it should be)."""

    name: str
    reason: str


class State(NamedTuple):
    """The engine in use; ``evaluator`` is None when every text goes to ``word_tokenize``."""

    engine: Engine
    evaluator: Evaluator | None


@lru_cache(maxsize=1)
def state() -> State:
    """Load the tables, compile and test them when they are new; falls back with a reason."""
    try:
        folder = package_folder()
        path = cache.table_file(digest(folder))
        tables = cache.load(path)
        if tables is not None:
            return State(Engine("tables", ""), Evaluator(tables))
        evaluator = Evaluator(compile_tables(read_source(folder)))
    except UnknownModelError as error:
        return State(Engine("word_tokenize", str(error)), None)
    different = self_test(evaluator)
    if different is not None:
        return State(Engine("word_tokenize", f"other words than word_tokenize's in: {different[:60]}"), None)
    written = cache.save(path, evaluator.tables)
    return State(
        Engine("tables", "" if written else f"{path.parent} cannot be written: compiled in every run"), evaluator
    )


def self_test(evaluator: Evaluator) -> str | None:
    """The first sentence with other words than underthesea's, None when all agree."""
    for text, spans in zip(SELF_TEST, evaluator.segment(SELF_TEST), strict=True):
        if spans != official_spans(text):
            return text
    return None
