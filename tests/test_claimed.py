"""Sections that a draft itself holds not to concern its unit."""

from __future__ import annotations

from pathlib import Path

import docx

from vnreport_nlp import load_template, read
from vnreport_nlp.assess import assess
from vnreport_nlp.decisions import Decision, apply
from vnreport_nlp.exporters.letter_fields import Asked
from vnreport_nlp.exporters.tables import Speech, asked_of_unit
from vnreport_nlp.model import Assessment

FIELD = "Đảng bộ có 14 chi bộ, 412 đảng viên, đóng quân trên địa bàn bốn xã; nhiệm vụ nhiều, địa bàn rộng, đường sá đi lại còn khó khăn."
IDEAS = "Toàn Đảng bộ tổ chức 28 hội nghị học tập nghị quyết với 97% đảng viên tham gia; bản tin ra 60 số, dư luận trong đơn vị ổn định."
SAID = "Riêng nội dung đổi mới, hoàn thiện tổ chức bộ máy không thuộc phạm vi của Đảng bộ vì biên chế do cấp trên quyết định, nên đơn vị không báo cáo."


def checked(folder: Path, *blocks: str) -> Assessment:
    path = folder / "du-thao.md"
    head = ("BÁO CÁO", "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025")
    path.write_text("\n\n".join((*head, *blocks)), "utf-8")
    found = assess(read(path), load_template("xdd-2020-2025"))
    assert isinstance(found, Assessment)
    return found


def reported(folder: Path, *, lead: str = "", below: str = "") -> Assessment:
    parts = ("I. ĐẶC ĐIỂM, TÌNH HÌNH", FIELD, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025", below)
    return checked(folder, lead, *parts, "1. Công tác xây dựng Đảng về tư tưởng", IDEAS)


def test_what_is_said_not_to_concern_the_unit_is_excused_until_a_person_has_looked(tmp_path: Path) -> None:
    made = reported(tmp_path, below=SAID)
    structure = next(v for v in made.verdicts if v.requirement == "II.4")
    assert structure.status == "excused" and structure.review and "không thuộc phạm vi" in structure.evidence[0].quote
    (told,) = (f for f in made.findings if f.requirement == "II.4")
    assert told.rule == "S112" and told.places and not asked_of_unit(told, confirmed=False)
    assert next(v for v in made.verdicts if v.requirement == "V.2.4").status == "missing", "it is said in another part"


def test_what_is_said_before_all_parts_holds_for_all(tmp_path: Path) -> None:
    made = reported(tmp_path, lead=SAID)
    assert {v.status for v in made.verdicts if v.requirement in ("II.4", "V.2.4")} == {"excused"}


def test_an_item_that_is_not_named_there_is_missing(tmp_path: Path) -> None:
    made = reported(tmp_path, below=SAID)
    assert next(v for v in made.verdicts if v.requirement == "II.8").status == "missing"
    plain = reported(tmp_path, below="Việc xử lý hai đơn tố cáo không thuộc thẩm quyền đã chuyển cơ quan khác.")
    assert not any(v.status == "excused" for v in plain.verdicts)


def test_a_reviewers_word_on_it(tmp_path: Path) -> None:
    made = reported(tmp_path, below=SAID)
    told = next(f for f in made.findings if f.rule == "S112")
    for action, status in (("accept", "missing"), ("waive", "excused")):
        after = apply(made, [Decision("", told.fingerprint, action, "đã xem", "An", "2026-01-05T08:00:00+07:00")])
        assert isinstance(after, Assessment)
        verdict = next(v for v in after.verdicts if v.requirement == "II.4")
        assert verdict.status == status and not verdict.review
        if action == "accept":
            found = next(f for f in after.findings if f.rule == "S112")
            assert Asked(after, Speech("vi")).sentence(found).startswith("Chưa có mục II.4")


def test_a_claim_in_a_word_file_is_found_in_its_place(tmp_path: Path) -> None:
    document = docx.Document()
    for line in (
        "BÁO CÁO",
        "tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025",
        SAID,
        "I. ĐẶC ĐIỂM, TÌNH HÌNH",
        FIELD,
    ):
        document.add_paragraph(line)
    document.save(tmp_path / "du-thao.docx")
    made = assess(read(tmp_path / "du-thao.docx"), load_template("xdd-2020-2025"))
    shown = next(v for v in made.verdicts if v.requirement == "II.4").evidence[0]
    assert shown.location.paragraph == 3
