"""Letters among organs of the State: their form, whom they are to, and which form a batch chooses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cohorts
import docx
import pytest

from vnreport_nlp.batch.write import write_batch
from vnreport_nlp.exporters import letters
from vnreport_nlp.exporters.letter_form import addressee
from vnreport_nlp.model import Metadata, Requirement, Template

OUTLINE = Template(
    "thuy-loi", "Kết quả công tác thủy lợi năm 2025",
    tuple(Requirement(n, title, min_syllables=8) for n, title in (("I", "Kết quả nạo vét kênh mương"), ("II", "Tồn tại, hạn chế"))),
)  # fmt: skip
STATE = """ỦY BAN NHÂN DÂN
XÃ {NAME}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 31/BC-UBND

{name}, ngày 12 tháng 11 năm 2025

BÁO CÁO

Kết quả công tác thủy lợi năm 2025

"""
PARTY = STATE.replace("ỦY BAN NHÂN DÂN\nXÃ {NAME}", "ĐẢNG ỦY XÃ {NAME}").replace(
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM"
).replace("Số: 31/BC-UBND", "Số 31-BC/ĐU")  # fmt: skip
BODY = "# I. Kết quả nạo vét kênh mương\n\nĐã nạo vét 18 km kênh, huy động 2.400 ngày công, tưới chủ động 640 ha lúa.\n"


def letter_texts(folder: Path, heads: dict[str, str]) -> dict[str, str]:
    (folder / "in").mkdir()
    for name, head in heads.items():
        path = folder / "in" / f"{name}.md"
        path.write_text(head.format(NAME=name.upper(), name=name) + BODY, encoding="utf-8")
    paths = [str(p) for p in sorted((folder / "in").iterdir())]
    write_batch(paths, folder / "out", OUTLINE)
    made = {p.stem: docx.Document(str(p)) for p in (folder / "out" / "letters").glob("*.docx")}
    return {
        stem: "\n".join([c.text for t in d.tables for r in t.rows for c in r.cells] + [p.text for p in d.paragraphs])
        for stem, d in made.items()
    }


def test_organs_of_the_state_get_letters_in_its_form(tmp_path: Path) -> None:
    texts = letter_texts(tmp_path, {"Gò Sậy": STATE, "Bãi Dâu": STATE})
    assert len(texts) == 2
    for text in texts.values():
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "Độc lập - Tự do - Hạnh phúc" in text
        assert "V/v bổ sung, hoàn thiện dự thảo Báo cáo kết quả công tác thủy lợi năm 2025" in text.replace(
            "\u00a0", " "
        )
        assert "Kính gửi: Ủy ban nhân dân xã" in text and "- Lưu: VT" in text
        assert "ĐẢNG CỘNG SẢN" not in text and "-CV/" not in text and "T/M" not in text


@pytest.mark.parametrize(
    ("heads", "state"),
    [
        ({"Gò Sậy": STATE, "Bãi Dâu": STATE, "Ao Sen": PARTY}, True),
        ({"Gò Sậy": STATE, "Bãi Dâu": PARTY, "Ao Sen": PARTY}, False),
        ({"Gò Sậy": "", "Bãi Dâu": ""}, False),
    ],
)
def test_one_sender_has_one_form_that_of_most_drafts(tmp_path: Path, heads: dict[str, str], state: bool) -> None:
    texts = letter_texts(tmp_path, heads)
    assert len(texts) == len(heads)
    assert {("CỘNG HÒA XÃ HỘI" in text, "ĐẢNG CỘNG SẢN" in text) for text in texts.values()} == {(state, not state)}


def test_a_letterhead_of_the_state_takes_the_subject_under_its_number(tmp_path: Path) -> None:
    head = docx.Document()
    left, right = head.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "ỦY BAN NHÂN DÂN TỈNH\nSỞ THỦY SẢN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    left.add_paragraph("Số:       /STS-KH")
    head.save(str(tmp_path / "head.docx"))
    cohort = cohorts.cohort_of({"Xã Cồn Dừa": cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"]), "a.md")})
    letters.export(cohort, tmp_path / "out", letterhead=tmp_path / "head.docx", state=True)
    (path,) = (tmp_path / "out").glob("*.docx")
    lines = docx.Document(str(path)).tables[0].rows[0].cells[0].paragraphs
    assert lines[-1].text.startswith("V/v bổ sung") and not lines[-1].runs[0].italic


def test_drafts_decide_the_form_where_the_caller_does_not(tmp_path: Path) -> None:
    cohort = cohorts.cohort_of({"Xã Cồn Dừa": cohorts.assessed(cohorts.draft("Xã Cồn Dừa", 4, drop=["IV.3"]), "a.md")})
    assert not cohort.state
    said = replace(cohort, drafts=tuple(replace(d, system="state") for d in cohort.drafts))
    assert said.state
    letters.export(said, tmp_path)
    (path,) = tmp_path.glob("*.docx")
    assert "Hạnh phúc" in docx.Document(str(path)).tables[0].rows[0].cells[1].text


@pytest.mark.parametrize(
    ("body", "unit", "wanted"),
    [
        (None, "Phường Bến Tranh", "Ủy ban nhân dân phường Bến Tranh"),
        (None, "Đặc khu Hòn Mây", "Ủy ban nhân dân đặc khu Hòn Mây"),
        ("Ủy ban nhân dân xã Gò Sậy", "Xã Gò Sậy", "Ủy ban nhân dân xã Gò Sậy"),
        ("Đảng bộ xã Gò Sậy", "Xã Gò Sậy", "Đảng ủy xã Gò Sậy"),
        (None, None, ""),
    ],
)
def test_a_letter_of_the_state_is_to_the_peoples_committee(body: str | None, unit: str | None, wanted: str) -> None:
    assert addressee(Metadata(unit=unit, body=body), state=True) == wanted


def test_a_whole_part_in_the_wrong_place_is_told_where_it_stands(tmp_path: Path) -> None:
    numbers = ("I", "II", "II.1", "II.2", "III")
    titles = ("Kết quả nạo vét kênh mương", "Đánh giá chung", "Ưu điểm", "Tồn tại, hạn chế", "Kiến nghị, đề xuất")
    template = replace(
        OUTLINE, requirements=tuple(Requirement(n, title) for n, title in zip(numbers, titles, strict=True))
    )
    sections = (
        ("# II. Đánh giá chung", ""),
        ("## 1. Ưu điểm", "Các thôn ra quân đúng lịch, nước về đến cuối kênh sớm hơn năm trước mười ngày."),
        ("## 2. Kiến nghị, đề xuất", "Đề nghị tỉnh bố trí vốn thay hai trạm bơm và kiên cố hóa 4 km kênh còn lại."),
        ("## 3. Tồn tại, hạn chế", "Hai trạm bơm đã cũ, ba tuyến kênh còn sạt lở chưa có vốn sửa chữa."),
    )
    text = STATE.format(NAME="GÒ SẬY", name="Gò Sậy") + BODY + "".join(f"\n{h}\n\n{body}\n" for h, body in sections)
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    write_batch([str(tmp_path / "a.md")], tmp_path / "out", template)
    (path,) = (tmp_path / "out" / "letters").glob("*.docx")
    said = "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "Phần III “Kiến nghị, đề xuất” đang đặt trong “II. Đánh giá chung”" in said
