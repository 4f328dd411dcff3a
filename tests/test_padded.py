"""Text under a heading that says nothing: a person is asked to look."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import assess, load_template, read
from vnreport_nlp.assess import RuleSet

DRAFT, ITEM = "thanh-pho-hoa-lam.md", "II.8"


def verdict_of(drafts: Path, folder: Path, text: str) -> tuple[bool, str]:
    """(whether a person is asked to look, why) of an item under whose heading ``text`` stands."""
    template, rules = load_template("xdd-2020-2025"), RuleSet(select=("S",))
    plain = assess(read(drafts / DRAFT), template, rules=rules)
    section = plain.outline.sections[plain.verdict(ITEM).sections[0]]
    body = plain.document.text[section.body.start : section.whole.end].strip()
    path = folder / "du-thao.md"
    path.write_text(plain.document.text.replace(body, text).replace("\n", "\n\n"), encoding="utf-8")
    found = assess(read(path), template, rules=rules).verdict(ITEM)
    return found.review, str(found.why)


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị sẽ báo cáo đầy đủ phần này sau khi có số liệu của các chi bộ. " * 6,
        "\n\n".join(["Các chi bộ đã kiểm tra theo kế hoạch và làm đúng quy định của cấp trên."] * 7),
        "kiểm tra, giám sát, kiểm tra, giám sát, thi hành kỷ luật " * 12,
    ],
)
def test_the_same_words_over_and_over_ask_for_a_look(drafts: Path, tmp_path: Path, text: str) -> None:
    review, why = verdict_of(drafts, tmp_path, text)
    assert review and "nhắc đi nhắc lại" in why


def test_words_of_no_language_of_ours_ask_for_a_look(drafts: Path, tmp_path: Path) -> None:
    latin = "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, institutis, legibus inter se differunt; Gallos ab Aquitanis Garumna flumen, a Belgis Matrona et Sequana dividit. Horum omnium fortissimi sunt Belgae."
    review, why = verdict_of(drafts, tmp_path, latin)
    assert review and "không phải tiếng Việt" in why


@pytest.mark.parametrize(
    "text",
    [
        "Trong kỳ đã kiểm tra 12 chi bộ và 31 đảng viên. Kiểm tra khi có dấu hiệu vi phạm 2 đảng viên; thi hành kỷ luật 1 đảng viên bằng hình thức khiển trách. "
        "Giám sát chuyên đề 4 chi bộ về thu, chi đảng phí; qua giám sát nhắc nhở 3 chi bộ ghi biên bản chưa đủ, các chi bộ đã sửa trong quý.",
        "Kiểm tra chi bộ thôn Nà Lừa: đã xong. Kiểm tra chi bộ thôn Khuổi Dăm: đã xong. Kiểm tra chi bộ trường tiểu học: đã xong, còn một kiến nghị. "
        "Kiểm tra chi bộ trạm y tế: chuyển sang quý sau do đồng chí bí thư đi học; Đảng ủy đã có văn bản đồng ý.",
        "Phần mềm eDocTC, VNPT iOffice và Zoom được dùng ở 9 chi bộ; nhóm Zalo “Chi bộ 4.0”, trang Facebook của Đảng ủy và hộp thư Gmail nhận phản ánh; "
        "Microsoft Excel theo dõi 31 cuộc kiểm tra, Google Drive giữ biên bản, Wifi đủ ở mọi nhà văn hóa.",
    ],
)
def test_ordinary_texts_of_like_sentences_or_foreign_names_do_not(drafts: Path, tmp_path: Path, text: str) -> None:
    _, why = verdict_of(drafts, tmp_path, text)
    assert "lấp chỗ" not in why
