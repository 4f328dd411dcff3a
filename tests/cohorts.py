"""Cohorts for the export tests: fictional units, a template of 41 requirements, drafts written from a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import (
    Assessment,
    Cohort,
    Coverage,
    Document,
    DraftSummary,
    Figure,
    Indicator,
    Location,
    Paragraph,
    Piece,
    Requirement,
    Result,
    Shared,
    Slice,
    SliceRow,
    Span,
    Template,
    Unreadable,
    msg,
)  # fmt: skip

TITLES = """
I|ĐẶC ĐIỂM, TÌNH HÌNH
II|KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025
II.1|Công tác xây dựng Đảng về chính trị
II.2|Công tác xây dựng Đảng về tư tưởng
II.3|Công tác xây dựng Đảng về đạo đức
II.4|Đổi mới, hoàn thiện tổ chức bộ máy của hệ thống chính trị
II.5|Xây dựng tổ chức cơ sở đảng và nâng cao chất lượng đội ngũ đảng viên
II.6|Công tác cán bộ và bảo vệ chính trị nội bộ
II.6.1|Xây dựng đội ngũ cán bộ
II.6.2|Công tác bảo vệ chính trị nội bộ
II.7|Công tác kiểm tra, giám sát, kỷ luật đảng
II.8|Công tác dân vận; mối quan hệ giữa Đảng với Nhân dân
II.9|Công tác phòng, chống tham nhũng, lãng phí, tiêu cực
II.10|Đổi mới phương thức lãnh đạo, cầm quyền của Đảng
III|KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM, GIẢI PHÁP ĐỘT PHÁ
III.1|Ngăn chặn, đẩy lùi suy thoái, "tự diễn biến", "tự chuyển hóa"
III.2|Xây dựng đội ngũ cán bộ ngang tầm nhiệm vụ
III.3|Xây dựng tổ chức bộ máy tinh gọn, hiệu lực, hiệu quả
III.4|Phát huy dân chủ, siết chặt kỷ luật, kỷ cương
III.5|Phòng, chống tham nhũng, tiêu cực; kiểm soát quyền lực
IV|ĐÁNH GIÁ CHUNG
IV.1|Ưu điểm và nguyên nhân
IV.1.1|Ưu điểm
IV.1.2|Nguyên nhân của ưu điểm
IV.2|Hạn chế, khuyết điểm và nguyên nhân
IV.2.1|Hạn chế, khuyết điểm
IV.2.2|Nguyên nhân của hạn chế, khuyết điểm
IV.3|Bài học kinh nghiệm
V|PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NHIỆM KỲ 2025 - 2030
V.1|Phương hướng
V.2|Nhiệm vụ, giải pháp
V.2.1|Xây dựng Đảng về chính trị
V.2.2|Xây dựng Đảng về tư tưởng
V.2.3|Xây dựng Đảng về đạo đức
V.2.4|Hoàn thiện tổ chức bộ máy
V.2.5|Xây dựng tổ chức cơ sở đảng và đội ngũ đảng viên
V.2.6|Công tác cán bộ
V.2.7|Công tác kiểm tra, giám sát
V.2.8|Công tác dân vận
V.2.9|Phòng, chống tham nhũng, lãng phí
V.2.10|Đổi mới phương thức lãnh đạo
"""
UNITS = (
    "Xã Suối Bưởi", "Phường Đồng Lạc", "Thị xã An Tĩnh", "Huyện Sơn Giang", "Xã Cồn Dừa", "Phường Bến Tranh", "Thành phố Hòa Lâm Hạ",
    "Xã Khe Vàng", "Xã Bàu Sen", "Thị trấn Cầu Ván", "Đặc khu Hòn Mây", "Xã Nậm Khoai", "Phường Tân Thới Hạ",
)  # fmt: skip
SENTENCES = (
    "Cấp ủy đã ban hành kế hoạch, phân công từng đồng chí phụ trách và kiểm tra việc thực hiện hằng quý.",
    "Trong nhiệm kỳ đã mở 24 lớp học nghị quyết cho 1.860 lượt đảng viên, tỷ lệ dự học bình quân 95%.",
    "Các chi bộ duy trì sinh hoạt đúng định kỳ, nội dung sinh hoạt chuyên đề gắn với việc của thôn, tổ dân phố.",
    "Việc tiếp dân, đối thoại được tổ chức 46 cuộc, giải quyết dứt điểm 118 ý kiến của Nhân dân.",
    "Kết nạp 214 đảng viên mới, trong đó nữ 96 đồng chí, đảng viên là người có đạo 11 đồng chí.",
    "Công tác phối hợp giữa các cơ quan có lúc còn chậm, một số hồ sơ phải làm lại.",
    "Hồ sơ được số hóa và lưu tại văn phòng, thuận tiện cho việc tra cứu, bàn giao.",
)


def template() -> Template:
    """41 requirements; two with guidance, one optional."""
    requirements = []
    for line in TITLES.strip().splitlines():
        number, title = line.split("|")
        requirements.append(
            Requirement(
                number, title, min_syllables=0 if number in ("II", "III", "IV", "V", "II.6", "IV.1", "IV.2", "V.2") else 30,
                required=number != "II.6.2", guidance="Nêu kết quả cụ thể, có số liệu." if number in ("II.5", "IV.3") else "",
            )
        )  # fmt: skip
    indicators = (
        Indicator("dang-vien-moi", "Đảng viên mới kết nạp", ("kết nạp {n} đảng viên",), "đồng chí"),
        Indicator("cuoc-doi-thoai", "Cuộc đối thoại", ("{n} cuộc",), "cuộc"),
    )
    return Template("mau-thu", "Tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", tuple(requirements), indicators)


def document(text: str, path: str = "du-thao.md") -> Document:
    """A Markdown text as a Document: one paragraph a line, ``|`` rows as table cells, ``#`` as levels."""
    out: list[str] = []
    paragraphs: list[Paragraph] = []
    at, table, row = 0, 0, 0

    def add(content: str, line: int, **more: object) -> None:
        nonlocal at
        out.append(content)
        piece = Piece(at, at + len(content), line=line, source=0)
        paragraphs.append(Paragraph(at, at + len(content), pieces=(piece,), **more))  # type: ignore[arg-type]
        at += len(content) + 1

    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("|"):
            table, row = (table, row + 1) if row else (table + 1, 1)
            for column, cell in enumerate(line.strip("|").split("|"), 1):
                add(cell.strip(), number, story="table", cell=(table, row, column))
            continue
        row = 0
        if not line.strip():
            continue
        level = len(line) - len(line.lstrip("#")) or None
        add(line.lstrip("# "), number, level=level)
    return Document(path, "md", "\n".join(out), tuple(paragraphs), sha256=str(len(text)))


def draft(
    unit: str,
    seed: int,
    *,
    drop: Sequence[str] = (),
    hollow: Sequence[str] = (),
    thin: Sequence[str] = (),
    extra: str = "",
) -> str:
    """A fictional draft in Markdown; no two sections of the last unit share a passage, which would ask for a look."""
    pick = random.Random(seed)
    lines = [f"ĐẢNG ỦY {unit.upper()}", "BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", ""]
    for requirement in template().requirements:
        if any(requirement.number == d or requirement.number.startswith(d + ".") for d in drop):
            continue
        depth = requirement.depth
        printed = requirement.number if depth == 1 else requirement.number.split(".", 1)[1]
        lines.append(f"{'#' * (depth + 1)} {printed}. {requirement.title}")
        if requirement.number in hollow:
            lines.append("(đang tổng hợp)")
        elif requirement.number in thin:
            lines.append("Đã triển khai theo kế hoạch đề ra, kết quả cơ bản tốt.")
        elif requirement.min_syllables:
            for _ in range(pick.randint(1, 3)):
                said = " ".join(pick.sample(SENTENCES, 3))
                lines.append(" ".join(pick.sample(said.split(), len(said.split()))) if unit == UNITS[-1] else said)
        lines.append("")
    return "\n".join(lines) + extra


@lru_cache(maxsize=64)
def assessed(text: str, path: str) -> Assessment:
    """The real assessment of a text, without the classifier; that its few sentences stand under many headings is not asked."""
    return assess(document(text, path), template(), reading=None, rules=RuleSet(ignore=("S112",)))


def summary(result: Result, label: str, slug: str) -> DraftSummary:
    """The row of one result."""
    if isinstance(result, Unreadable):
        return DraftSummary(result.path, slug, label, False, reason=result.message, hint=result.hint, code=result.code)
    live = [f.severity for f in result.findings if not f.waived]
    return DraftSummary(
        result.document.path, slug, label, True, result.foreign, result.coverage,
        tuple((v.requirement, v.status, v.review) for v in result.verdicts),
        (live.count("error"), live.count("warning"), live.count("note")),
    )  # fmt: skip


def cohort_of(results: dict[str, Result], shared: tuple[Shared, ...] = (), figures: tuple[Figure, ...] = ()) -> Cohort:
    """A cohort over results by label."""
    rows = {f"don-vi-{k:02d}": (label, result) for k, (label, result) in enumerate(results.items(), 1)}
    drafts = tuple(summary(result, label, slug) for slug, (label, result) in rows.items())

    def slice_of(number: str) -> Slice:
        lines = []
        sizes = [r.verdict(number).syllables for _, r in rows.values() if isinstance(r, Assessment) and r.verdicts]
        middle = int(median(sizes)) if sizes else 0
        for _, result in rows.values():
            if isinstance(result, Assessment) and result.verdicts:
                verdict = result.verdict(number)
                spans = [result.outline.sections[k].whole for k in verdict.sections]
                text = "\n".join(result.document.text[s.start : s.end] for s in spans)
                where = result.document.locate(spans[0].start) if spans else Location()
                share = verdict.syllables / middle if middle else None
                lines.append(
                    SliceRow(
                        result.document.path, verdict.status, verdict.review, verdict.syllables, share,
                        round(100 * len(re.findall(r"\d+", text)) / max(verdict.syllables, 1), 1), 0.0,
                        share is not None and share > 2, text, where,
                    )
                )  # fmt: skip
        return Slice(number, middle, tuple(lines))

    return Cohort(template(), drafts, lambda d: rows[d.slug][1], slice_of, figures, shared, "0" * 16)


def small() -> Cohort:
    """Thirteen units: most nearly complete, one unreadable, one that is another document."""
    results: dict[str, Result] = {}
    for k, unit in enumerate(UNITS):
        pick = random.Random(k)
        pool = [r.number for r in template().requirements if r.depth > 1]
        drop = pick.sample(pool, k % 6) + (["IV.3"] if k % 2 else [])
        text = draft(unit, k, drop=drop, hollow=pick.sample(pool, k % 3), thin=pick.sample(pool, k % 4) if k else ())
        if k in (3, 8):  # the lessons stand under results instead of the general assessment
            text = text.replace(
                "## III. ", f"### 11. Bài học kinh nghiệm\n{SENTENCES[0]} {SENTENCES[2]} {SENTENCES[5]}\n\n## III. "
            )
        results[unit] = assessed(text, f"du-thao/{k:02d}-bao-cao.md")
    results["Xã Vĩnh Hảo Đông"] = Unreadable(
        "du-thao/xa-vinh-hao-dong.pdf",
        "no_text_layer",
        msg("Tệp PDF chỉ có ảnh, không có lớp chữ."),
        msg("Gửi bản Word, hoặc cài tesseract."),
    )
    results["Phường Mỹ Cát"] = assessed("THƯ MỜI\nKính mời quý vị dự buổi gặp mặt đầu xuân.\n", "du-thao/thu-moi.md")
    first, second = (results[u] for u in UNITS[:2])
    assert isinstance(first, Assessment) and isinstance(second, Assessment)
    passage = SENTENCES[0] + " " + SENTENCES[2]
    shared = (
        Shared(
            first.document.path, second.document.path, Span(200, 400), Span(220, 400), first.document.locate(200), second.document.locate(220),
            41, 0.94, passage, passage.replace("hằng quý", "hằng tháng"), 1, first.document.path,
        ),
    )  # fmt: skip
    figures = tuple(
        Figure("dang-vien-moi", r.document.path, None if k in (3, 5) else 100.0 + k, k == 5)
        for k, r in enumerate(results.values())
        if isinstance(r, Assessment)
    )
    return cohort_of(results, shared, figures)


def large(units: int = 100) -> Cohort:
    """A hundred rows without texts, for sizes and speed."""
    pick = random.Random(7)
    numbers = [r.number for r in template().requirements]
    statuses = ["covered"] * 12 + ["merged", "thin", "unheaded", "misplaced", "empty", "missing", "excused"]
    drafts = []
    for k in range(units):
        states = tuple((n, pick.choice(statuses), pick.random() < 0.08) for n in numbers)
        cover = Coverage.of(s for _, s, _ in states)  # type: ignore[misc]
        label = f"{UNITS[k % len(UNITS)]} {k}"
        drafts.append(
            DraftSummary(
                f"tinh/{k:03d}-du-thao-bao-cao-xa.docx",
                f"{k:03d}-du-thao-bao-cao-xa",
                label,
                True,
                False,
                cover,
                states,
                (3, 9, 4),
            )
        )  # type: ignore[arg-type]
    gone = Unreadable("x", "empty", msg("Tệp rỗng."), msg(""))
    return Cohort(template(), tuple(drafts), lambda d: gone, lambda n: Slice(n, 0, ()))
