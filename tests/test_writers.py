"""Whose report it is: the last body of the title block, named as it is properly written."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from vnreport_nlp import assess_many, load_template, read
from vnreport_nlp.assess import RuleSet
from vnreport_nlp.batch import write_batch
from vnreport_nlp.cli.main import run
from vnreport_nlp.cli.settings import read_settings
from vnreport_nlp.errors import UsageError
from vnreport_nlp.exporters.letter_form import addressee
from vnreport_nlp.model import Assessment, Metadata
from vnreport_nlp.outline import outline
from vnreport_nlp.readers import ReadOptions

BODIES = [
    ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH|ĐẢNG ỦY BỆNH VIỆN ĐA KHOA KHU VỰC KHE NGÀN", "Bệnh viện Đa khoa khu vực Khe Ngàn", "Đảng ủy Bệnh viện Đa khoa khu vực Khe Ngàn"),
    ("UBND TỈNH SƠN LẠC|THANH TRA TỈNH", "Thanh tra tỉnh Sơn Lạc", "Thanh tra tỉnh Sơn Lạc"),
    ("UBND TỈNH SƠN LẠC|SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo"),
    ("UBND TỈNH SƠN LẠC|VĂN PHÒNG", "Văn phòng UBND tỉnh Sơn Lạc", "Văn phòng UBND tỉnh Sơn Lạc"),
    ("HUYỆN ỦY KHE NGÀN|BAN TỔ CHỨC", "Ban Tổ chức Huyện ủy Khe Ngàn", "Ban Tổ chức Huyện ủy Khe Ngàn"),
    ("UBND HUYỆN KHE NGÀN|PHÒNG NỘI VỤ", "Phòng Nội vụ huyện Khe Ngàn", "Phòng Nội vụ huyện Khe Ngàn"),
    ("HUYỆN ỦY KHE NGÀN|CHI BỘ TRƯỜNG THPT SỐ 2 KHE NGÀN", "Trường THPT số 2 Khe Ngàn", "Chi bộ Trường THPT số 2 Khe Ngàn"),
    ("SỞ Y TẾ SƠN LẠC|TRUNG TÂM Y TẾ|HUYỆN KHE NGÀN", "Trung tâm Y tế huyện Khe Ngàn", "Trung tâm Y tế huyện Khe Ngàn"),
    ("CÔNG AN TỈNH SƠN LẠC|CÔNG AN HUYỆN KHE NGÀN", "Công an huyện Khe Ngàn", "Công an huyện Khe Ngàn"),
    ("ĐẢNG BỘ TỈNH SƠN LẠC|ĐẢNG ỦY QUÂN SỰ TỈNH", "Đảng ủy Quân sự tỉnh Sơn Lạc", "Đảng ủy Quân sự tỉnh Sơn Lạc"),
    ("ĐẢNG BỘ TỈNH SƠN LẠC|ĐẢNG ỦY KHỐI DOANH NGHIỆP TỈNH", "Đảng ủy Khối doanh nghiệp tỉnh Sơn Lạc", "Đảng ủy Khối doanh nghiệp tỉnh Sơn Lạc"),
    ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM|BCH HỘI LIÊN HIỆP PHỤ NỮ TỈNH SƠN LẠC", "Hội Liên hiệp Phụ nữ tỉnh Sơn Lạc", "Hội Liên hiệp Phụ nữ tỉnh Sơn Lạc"),
    ("BỆNH VIỆN ĐA KHOA KHE NGÀN|ĐẢNG ỦY", "Bệnh viện Đa khoa Khe Ngàn", "Đảng ủy Bệnh viện Đa khoa Khe Ngàn"),
    ("TỈNH ỦY SƠN LẠC", "Tỉnh Sơn Lạc", "Tỉnh ủy Sơn Lạc"),
    ("ĐẢNG BỘ TỈNH SƠN LẠC|HUYỆN ỦY KHE NGÀN", "Huyện Khe Ngàn", "Huyện ủy Khe Ngàn"),
    ("HUYỆN ỦY KHE NGÀN|ĐẢNG ỦY XÃ BẢN LÙNG", "Xã Bản Lùng", "Đảng ủy xã Bản Lùng"),
    ("ỦY BAN NHÂN DÂN XÃ BẢN LÙNG|BAN CHỈ HUY PHÒNG THỦ DÂN SỰ", "Ban Chỉ huy Phòng thủ dân sự xã Bản Lùng", "Ban Chỉ huy Phòng thủ dân sự xã Bản Lùng"),
    ("BAN CHỈ HUY PHÒNG THỦ DÂN SỰ|XÃ BẢN LÙNG", "Ban Chỉ huy Phòng thủ dân sự xã Bản Lùng", "Ban Chỉ huy Phòng thủ dân sự xã Bản Lùng"),
    ("UBND HUYỆN KHE NGÀN|BAN CHỈ ĐẠO PHÒNG, CHỐNG CHÁY RỪNG", "Ban Chỉ đạo Phòng, chống cháy rừng huyện Khe Ngàn", "Ban Chỉ đạo Phòng, chống cháy rừng huyện Khe Ngàn"),
    ("HUYỆN ỦY KHE NGÀN|BAN CHỈ ĐẠO CẢI CÁCH TƯ PHÁP", "Ban Chỉ đạo Cải cách tư pháp Huyện ủy Khe Ngàn", "Ban Chỉ đạo Cải cách tư pháp Huyện ủy Khe Ngàn"),
    ("UBND XÃ TRUNG TÂM|HỘI ĐỒNG NGHĨA VỤ QUÂN SỰ", "Hội đồng Nghĩa vụ quân sự xã Trung Tâm", "Hội đồng Nghĩa vụ quân sự xã Trung Tâm"),
    ("HĐND XÃ BẢN LÙNG|BAN PHÁP CHẾ", "Ban Pháp chế HĐND xã Bản Lùng", "Ban Pháp chế HĐND xã Bản Lùng"),
    ("UBND XÃ BẢN LÙNG", "Xã Bản Lùng", "Ủy ban nhân dân xã Bản Lùng"),
    ("HĐND XÃ BẢN LÙNG", "Xã Bản Lùng", "Hội đồng nhân dân xã Bản Lùng"),
    ("UỶ BAN NHÂN DÂN XÃ BẢN LÙNG", "Xã Bản Lùng", "Ủy ban nhân dân xã Bản Lùng"),
    ("BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN KHE NGÀN", "Huyện Khe Ngàn", "Ban Chấp hành Đảng bộ huyện Khe Ngàn"),
    ("ỦY BAN NHÂN DÂN|HUYỆN KHE NGÀN", "Huyện Khe Ngàn", "Ủy ban nhân dân huyện Khe Ngàn"),
]  # fmt: skip
REST = (
    "\nSố 12-BC/ĐU\nBÁO CÁO\nkết quả công tác năm 2024\n\nI. KẾT QUẢ\n\nTrong năm, đơn vị đã hoàn thành các nhiệm vụ.\n"
)


def front(tmp_path: Path, heading: str, rest: str = REST) -> Path:
    path = tmp_path / "bc.txt"
    path.write_text(heading.replace("|", "\n") + rest, encoding="utf-8")
    return path


def told(path: Path) -> Metadata:
    return outline(read(path)).metadata


@pytest.mark.parametrize(("heading", "unit", "body"), BODIES)
def test_the_last_body_of_the_title_block_writes(tmp_path: Path, heading: str, unit: str, body: str) -> None:
    meta = told(front(tmp_path, heading))
    assert (meta.unit, meta.body) == (unit, body)


def test_the_preamble_tells_the_place_of_a_body_that_its_heading_leaves_out(tmp_path: Path) -> None:
    rest = REST.replace(
        "I. KẾT QUẢ", "Thực hiện Công văn của Ủy ban nhân dân xã Bản Lùng, Ban Chỉ huy báo cáo như sau:\n\nI. KẾT QUẢ"
    )
    meta = told(front(tmp_path, "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ", rest))
    assert (meta.unit, meta.level) == ("Ban Chỉ huy Phòng thủ dân sự xã Bản Lùng", "xã")
    two = rest.replace(", Ban Chỉ huy", " và Ủy ban nhân dân xã Khe Ngàn, Ban Chỉ huy")
    assert told(front(tmp_path, "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ", two)).unit == "Ban Chỉ huy Phòng thủ dân sự"


def test_the_letter_is_to_the_body(tmp_path: Path) -> None:
    heading = "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH|ĐẢNG ỦY BỆNH VIỆN ĐA KHOA KHE NGÀN"
    path = front(tmp_path, heading, REST + "\nTrong kỳ có 15/13 chi bộ đạt tiêu chuẩn.\n")
    write_batch([str(path)], tmp_path / "out", load_template(), rules=RuleSet(ignore=("S110",)))
    (letter,) = (tmp_path / "out" / "letters").iterdir()
    assert any("Kính gửi: Đảng ủy Bệnh viện Đa khoa Khe Ngàn" in p.text for p in docx.Document(str(letter)).paragraphs)


NAMED = [
    ("Bệnh viện Đa khoa khu vực Khe Ngàn", "Bệnh viện Đa khoa khu vực Khe Ngàn", None),
    ("Huyện Sông Lẫm", "Huyện ủy Sông Lẫm", "huyện"),
    ("Đảng ủy xã Bản Lùng", "Đảng ủy xã Bản Lùng", "xã"),
    ("Tổ công tác số 3", "", None),
]


@pytest.mark.parametrize(("name", "letter_to", "level"), NAMED)
def test_a_name_given_by_hand_stands_above_the_title_block(
    tmp_path: Path, name: str, letter_to: str, level: str | None
) -> None:
    path = front(tmp_path, "ĐẢNG BỘ TỈNH SƠN LẠC|HUYỆN ỦY KHE NGÀN")
    (tmp_path / "vnreport.toml").write_text(f'[units]\n"bc" = "{name}"\n', encoding="utf-8")
    options = ReadOptions(units=tuple(read_settings(tmp_path / "vnreport.toml").units.items()))
    (result,) = assess_many([path], load_template(), options=options)
    assert isinstance(result, Assessment)
    assert (result.unit, result.outline.metadata.level) == (name, level)
    assert addressee(result.outline.metadata) == letter_to


def test_the_command_takes_names_and_tells_of_files_that_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = front(tmp_path, "HUYỆN ỦY KHE NGÀN")
    (tmp_path / "vnreport.toml").write_text('[units]\n"bc.txt" = "Huyện Sông Lẫm"\n"sai.txt" = "Huyện Khác"\n', encoding="utf-8")  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(["batch", str(path), "-o", "out", "--workers", "1"]) in (0, 1)
    assert "không có dự thảo nào tên “sai.txt”" in capsys.readouterr().err
    assert '"unit": "Huyện Sông Lẫm"' in (tmp_path / "out" / "results.json").read_text(encoding="utf-8").replace('":"', '": "')  # fmt: skip


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vnreport.toml").write_text('[units]\n"bc.txt" = 3\n', encoding="utf-8")
    with pytest.raises(UsageError):
        read_settings(tmp_path / "vnreport.toml")
