"""An outline document alone: what the bundled templates know of its titles comes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp.assess import assess, title_test
from vnreport_nlp.classify import bundled_model, read_topics
from vnreport_nlp.model import Requirement, Template
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read
from vnreport_nlp.template import load_template

ROOT = Path(__file__).resolve().parent.parent
DRAFTS = ("thi-xa-go-sai.md", "thanh-pho-an-lac-dong.txt", "phuong-cam-thach.md")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled template as an official writes it: numbers and titles."""
    path = tmp_path_factory.mktemp("outline") / "de-cuong.md"
    lines = ["**ĐỀ CƯƠNG**", "**báo cáo công tác xây dựng Đảng**", ""]
    for r in load_template().requirements:
        step = r.number.rpartition(".")[2] if r.depth < 3 else ".".join(r.number.split(".")[1:])
        lines += [f"{step}. {r.title}", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def statuses(path: Path, template: Template) -> dict[str, str]:
    document = read(path)
    found = outline(document, known=title_test(template))
    reading = read_topics(document, bundled_model())
    return {v.requirement: v.status for v in assess(found, template, reading=reading).verdicts}


def test_titles_that_are_known_bring_names_topic_and_voice(written: Path) -> None:
    made, bundled = load_template(str(written)), load_template()
    assert [r.number for r in made.requirements] == [r.number for r in bundled.requirements]
    for mine, theirs in zip(made.requirements, bundled.requirements, strict=True):
        assert (mine.topic, mine.voice) == (theirs.topic, theirs.voice), mine.number
        assert set(theirs.aliases) <= {*mine.aliases, mine.title}, mine.number


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_in_other_words_is_judged_as_with_the_bundled_template(written: Path, name: str) -> None:
    path = ROOT / "corpus/drafts" / name
    own, bundled = statuses(path, load_template(str(written))), statuses(path, load_template())
    gaps = {"missing", "empty"}
    assert {n for n, s in own.items() if s in gaps} == {n for n, s in bundled.items() if s in gaps}


def test_titles_that_nobody_knows_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "la.md"
    path.write_text("# I. NUÔI TRỒNG RONG BIỂN\n\n## 1. Giống rong sụn\n\n## 2. Phơi sấy\n", encoding="utf-8")
    assert [(r.aliases, r.topic) for r in load_template(str(path)).requirements] == [((), None)] * 3


def test_a_part_on_results_that_names_tasks_is_no_direction(tmp_path: Path) -> None:
    path = tmp_path / "ket-qua.md"
    path.write_text(
        "# I. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM\n\n# II. NHIỆM VỤ TRỌNG TÂM NĂM 2027\n", encoding="utf-8"
    )
    assert [r.voice for r in load_template(str(path)).requirements] == ["result", "direction"]


def names(folder: Path, *lines: str) -> dict[str, Requirement]:
    path = folder / "de-cuong.txt"
    path.write_text("\n\n".join(("ĐỀ CƯƠNG BÁO CÁO", *lines)), encoding="utf-8")
    return {r.number: r for r in load_template(str(path)).requirements}


def test_a_short_name_is_no_half_of_a_word_and_no_half_of_a_quotation(tmp_path: Path) -> None:
    """What siblings begin with alike is left out word by word: ``Bảo dưỡng`` and ``Bảo vệ`` share no word."""
    lines = (
        "công tác thủy lợi năm 2025", "I. QUẢN LÝ NHÀ NƯỚC VỀ THỦY LỢI", "1. Bảo dưỡng kênh mương", "2. Bảo vệ hành lang đê",
        "3. Xây dựng, nạo vét hồ chứa", "4. Xây dựng lực lượng tuần tra", '5. Cuộc vận động "Kênh xanh nước sạch"',
        '6. Cuộc vận động "Kênh đẹp bờ sạch"',
    )  # fmt: skip
    found = names(tmp_path, *lines)
    told = {n for r in found.values() for n in r.aliases}
    assert not [n for n in told if n.split()[0].lower() in ("dưỡng", "vệ", "dựng,", "nhà")]
    assert not [n for n in told if n.count('"') % 2]
    assert "Lực lượng tuần tra" in told


def test_what_only_reports_of_another_kind_say_is_no_name_of_a_title(tmp_path: Path) -> None:
    """``Kiểm tra, giám sát`` of a school is no discipline of a party; what any report has keeps its topic."""
    lines = (
        "công tác thư viện trường học năm 2025", "I. KẾT QUẢ", "1. Công tác kiểm tra, giám sát", "II. ĐÁNH GIÁ CHUNG", "1. Hạn chế",
        "2. Bài học kinh nghiệm", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
    )  # fmt: skip
    found = names(tmp_path, *lines)
    assert (found["I.1"].topic, found["II.1"].topic, found["II.2"].topic) == (None, "han-che", "bai-hoc")
    assert not [n for r in found.values() for n in r.aliases if "đảng" in n.lower() or "nhiệm kỳ" in n.lower()]


def test_an_item_below_what_is_known_borrows_none_of_its_names(tmp_path: Path) -> None:
    lines = (
        "sản xuất vụ đông năm 2025", "I. KẾT QUẢ", "1. Sản xuất nông, lâm nghiệp, thủy sản", "a) Trồng trọt", "b) Thủy sản",
        "2. Giáo dục và đào tạo",
    )  # fmt: skip
    found = names(tmp_path, *lines)
    assert found["I.1"].topic == "kinh-te" and "Sản xuất nông nghiệp" in found["I.1"].aliases
    assert (found["I.1.b"].topic, found["I.1.b"].aliases) == (None, ())
    assert found["I.2"].topic == "van-hoa-xa-hoi"


@pytest.mark.parametrize("beside", ["2. Thể dục, thể thao", "2. Trồng rừng"])
def test_names_that_another_item_could_claim_are_nobodys(tmp_path: Path, beside: str) -> None:
    parts = "I. ĐẶC ĐIỂM TÌNH HÌNH", "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025", "III. KIẾN NGHỊ, ĐỀ XUẤT"
    lines = ("công tác đời sống cơ sở năm 2025", *parts[:2], "1. Thiết chế văn hóa, thể thao cơ sở", beside, parts[2])
    first = names(tmp_path, *lines)["II.1"]
    assert first.topic == (None if "Thể dục" in beside else "van-hoa-xa-hoi")
    assert bool(first.aliases) == ("Thể dục" not in beside)


@pytest.mark.parametrize("remark", ["Lưu ý: Số liệu tính đến 30/6.", "**Ghi chú:** gửi trước ngày 5/7.", "Một số lưu ý khi viết: nêu ngắn gọn."])  # fmt: skip
def test_a_closing_remark_is_no_item(tmp_path: Path, remark: str) -> None:
    path = tmp_path / "de-cuong.md"
    path.write_text(f"## I. KẾT QUẢ\n\n**1. Trồng rừng**\n\n## II. KIẾN NGHỊ\n\n{remark}\n", encoding="utf-8")
    assert [r.number for r in load_template(str(path)).requirements] == ["I", "I.1", "II"]
