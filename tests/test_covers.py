"""Reports with a cover page and a typed table of contents read like the report alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from vnreport_nlp import outline, read
from vnreport_nlp.model import Outline

HEAD = ["ĐẢNG BỘ TỈNH BÌNH LONG", "ĐẢNG ỦY PHƯỜNG AN KHÊ HẠ", "*", "Số 17-BC/ĐU", "An Khê Hạ, ngày 12 tháng 9 năm 2025"]
TITLE = ["BÁO CÁO", "Kết quả công tác tổ chức xây dựng Đảng giai đoạn 2021 - 2025"]
LONG = "Năm năm qua, Đảng bộ phường đã lãnh đạo các chi bộ triển khai đồng bộ nhiều nhiệm vụ, giải pháp, tạo chuyển biến rõ nét trên các lĩnh vực của đời sống xã hội ở địa phương."  # fmt: skip
HEADS = [
    "I. TÌNH HÌNH CHUNG",
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Công tác chính trị, tư tưởng",
    "2. Công tác tổ chức",
    "III. PHƯƠNG HƯỚNG",
]
COVERS = [
    ["ĐẢNG BỘ TỈNH BÌNH LONG", "ĐẢNG ỦY PHƯỜNG AN KHÊ HẠ", "BÁO CÁO", "KẾT QUẢ CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG", "GIAI ĐOẠN 2021 - 2025", "An Khê Hạ, tháng 9 năm 2025"],
    ["ĐẢNG ỦY PHƯỜNG AN KHÊ HẠ", "***", "BÁO CÁO", "Kết quả công tác tổ chức xây dựng Đảng giai đoạn 2021 - 2025", "NĂM 2025"],
    ["ĐẢNG ỦY PHƯỜNG AN KHÊ HẠ", "BÁO CÁO KẾT QUẢ", "CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG", "AN KHÊ HẠ - 2025"],
]  # fmt: skip
LEADERS = [" " + "." * 24 + " {n}", "\t{n}", "…………{n}", " {n}", " " + "." * 24]
Make = Callable[[list[str]], Outline]


def _contents(leader: str) -> list[str]:
    return ["MỤC LỤC", *(head + leader.format(n=k // 2 + 1) for k, head in enumerate(HEADS))]


def _body() -> list[str]:
    out = [LONG]
    for head in HEADS:
        out += [head, LONG]
    return out


@pytest.fixture(params=["md", "docx"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    def as_text(lines: list[str]) -> Outline:
        path = tmp_path / "bao-cao.md"
        path.write_text("\n\n".join(lines), encoding="utf-8")
        return outline(read(path))

    def as_word(lines: list[str]) -> Outline:
        document = docx.Document()
        for line in lines:
            if line == HEAD[0] and line in lines[:3] and lines[0] != HEAD[0]:
                document.add_page_break()
            document.add_paragraph().add_run(line).bold = line != LONG
        document.save(str(tmp_path / "bao-cao.docx"))
        return outline(read(tmp_path / "bao-cao.docx"))

    return as_text if request.param == "md" else as_word


def _seen(found: Outline) -> tuple[object, ...]:
    about = found.metadata
    return found.title, about.unit, about.symbol, about.date, [(s.number, s.title) for s in found.sections]


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("leader", LEADERS)
def test_a_cover_and_contents_change_nothing(made: Make, cover: list[str], leader: str, *, before: bool) -> None:
    alone = _seen(made([*HEAD, *TITLE, *_body()]))
    toc = _contents(leader)
    front = [*toc, *HEAD, *TITLE] if before else [*HEAD, *TITLE, *toc]
    assert _seen(made([*cover, *front, *_body()])) == alone
    assert _seen(made([*front, *_body()])) == alone


@pytest.mark.parametrize("cover", COVERS)
def test_a_cover_may_be_all_there_is(made: Make, cover: list[str]) -> None:
    found = made([*cover, *_contents(LEADERS[0]), *_body()])
    assert [s.title for s in found.sections] == [h.split(". ")[1] for h in HEADS]
    assert found.metadata.unit == "Phường An Khê Hạ"
    assert "MỤC LỤC" not in found.title
    assert not found.title.endswith("NĂM 2025")


def test_typed_contents_are_no_text(made: Make) -> None:
    found = made([*HEAD, *TITLE, *_contents(LEADERS[0]), *_body()])
    kinds = [p.story for p in found.document.paragraphs if "......" in found.document.text[p.start : p.end]]
    assert set(kinds) == {"toc"}


def test_figures_behind_leaders_stay_text(made: Make) -> None:
    rows = ["Năm 2021\t45", "Năm 2022\t51", "Năm 2023\t48", "Năm 2024\t60"]
    found = made([*HEAD, *TITLE, LONG, "I. TÌNH HÌNH CHUNG", LONG, *rows, LONG, "II. KẾT QUẢ THỰC HIỆN", LONG])
    kinds = [p.story for p in found.document.paragraphs if found.document.text[p.start : p.end] in rows]
    assert kinds.count("body") == len(kinds)


def test_the_year_of_a_subject_stays(made: Make) -> None:
    found = made([*HEAD, "BÁO CÁO", "Tổng kết công tác dân vận", "năm 2025", *_body()])
    assert found.title == "Báo cáo Tổng kết công tác dân vận năm 2025"
