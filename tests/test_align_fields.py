"""Outlines of one field, whose items all belong to it: themes, containers and parts in a writer's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp import load_template, outline, read
from vnreport_nlp.align.kinds import AHEAD, CAUSES, TARGETS, WANTING, kinds_of
from vnreport_nlp.align.themes import asked, themes
from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import Verdict

ENVIRONMENT = (
    "ĐỀ CƯƠNG", "Báo cáo công tác bảo vệ môi trường năm 2025", "I. TÌNH HÌNH CHUNG", "1. Hiện trạng môi trường", "2. Việc ban hành văn bản, kế hoạch bảo vệ môi trường",
    "II. KẾT QUẢ CÔNG TÁC BẢO VỆ MÔI TRƯỜNG NĂM 2025", "1. Quản lý chất thải", "1.1. Thu gom, xử lý chất thải rắn sinh hoạt", "1.2. Thu gom, xử lý nước thải",
    "2. Bảo vệ tài nguyên", "2.1. Bảo vệ nguồn nước, cấp nước sạch", "2.2. Trồng rừng, bảo tồn đa dạng sinh học", "3. Kinh phí thực hiện",
    "III. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Tồn tại, hạn chế", "3. Nguyên nhân của tồn tại, hạn chế", "IV. NHIỆM VỤ NĂM 2026", "1. Mục tiêu, chỉ tiêu", "2. Nhiệm vụ trọng tâm", "3. Giải pháp chủ yếu",
)  # fmt: skip
STATE = "Xã Đồng Chiêm nằm dọc kênh Ba, có chợ đầu mối, hai làng bún và 214 hộ nuôi lợn; mùa khô nước kênh đen, mùi hôi kéo dài từ tháng Hai đến tháng Tư."
PAPERS = "Ủy ban nhân dân xã ban hành Kế hoạch số 12, hai công văn nhắc việc và quyết định phân công từng thôn, văn bản nào cũng ghi rõ thời hạn và người làm."
REFUSE = "Tổ vệ sinh chín người thu gom mỗi ngày 5,2 tấn rác ở bảy thôn, chở về trạm trung chuyển; 612 hộ phân loại rác, ba bãi rác tự phát được đóng cửa."
SEWAGE = "Làng bún xây bể lọc chung 120 khối, nước thải chăn nuôi của 168 hộ đưa vào hầm biogas, đoạn cống sau chợ dài 340 mét được nạo vét hai lần."
WATER = "Nhà máy nước Bãi Trầm cấp nước sạch cho 1.870 hộ, đạt 83%; khoanh 200 mét quanh giếng khoan cấm đổ phân, mẫu nước lấy ba tháng một lần đều đạt."
TREES = "Trồng 4.200 cây phân tán và 3 ha rừng ven đê, tháo gỡ bẫy chim 61 lần, thả về tự nhiên 17 cá thể rùa; trường học nhận chăm hai đoạn bờ kênh."
MONEY = "Tổng kinh phí trong năm là 640 triệu đồng, ngân sách xã 410 triệu đồng, dân đóng góp 150 triệu đồng và doanh nghiệp ủng hộ 80 triệu đồng."
WELL = "Bảy thôn đều có tổ thu gom, đường làng sạch hơn, người dân quen đem rác ra đúng giờ; xã hai năm liền được huyện khen về giữ sạch kênh mương."
LACKING = "Còn 46 hộ nuôi lợn thả nước ra kênh, hai thôn cuối xã chưa có xe vào lấy rác, giếng khoan cũ chưa lấp hết."
WHY = "Nguyên nhân là đường vào hai thôn hẹp, xe ép rác không quay đầu được; tiền phí thu thấp; cán bộ phụ trách kiêm ba việc."
GOAL = "Phấn đấu thu gom 95% lượng rác, 90% số hộ dùng nước sạch, không còn hộ nuôi lợn thả nước ra kênh vào cuối năm 2026."
WILL = "Xã sẽ mở rộng đường vào hai thôn, lắp thêm ba bể lọc và giao mỗi đoàn thể giữ một đoạn kênh, ba tháng kiểm lại một lần."


def judged(folder: Path, *blocks: str) -> dict[str, Verdict]:
    (folder / "de-cuong.txt").write_text("\n".join(ENVIRONMENT), encoding="utf-8")
    (folder / "du-thao.md").write_text(
        "\n\n".join(("BÁO CÁO", "môi trường năm 2025 của xã Đồng Chiêm", *blocks)), "utf-8"
    )
    found = assess(read(folder / "du-thao.md"), load_template(folder / "de-cuong.txt"), rules=RuleSet(select=("S",)))
    return {v.requirement: v for v in found.verdicts}


OWN_WORDS = (
    "I. XÃ VÀ NHỮNG GIẤY TỜ ĐÃ RA", "1. Xã đang ra sao", STATE, "2. Giấy tờ đã ra", PAPERS,
    "II. VIỆC ĐÃ LÀM", "1. Chuyện dơ, chuyện bẩn", "1.1. Xe rác của các thôn", REFUSE, "1.2. Cống và bể lọc", SEWAGE,
    "2. Giữ lấy của trời cho", "2.1. Nước dùng trong nhà", WATER, "2.2. Cây và chim", TREES, "3. Tiền nong", MONEY,
    "III. NHÌN LẠI", "1. Cái được", WELL, "2. Chưa được, tại sao", LACKING, WHY, "IV. NĂM 2026", "1. Cần đạt", GOAL, "2. Việc phải làm và cách làm", WILL,
)  # fmt: skip


def test_items_of_one_field_are_told_apart_in_a_writers_own_words(tmp_path: Path) -> None:
    found = judged(tmp_path, *OWN_WORDS)
    wrong = {k: v.status for k, v in found.items() if v.status != "covered"}
    assert wrong == {"III.2": "merged", "III.3": "merged", "IV.2": "merged", "IV.3": "merged"}


def test_what_such_a_draft_leaves_out_is_missing(tmp_path: Path) -> None:
    at = OWN_WORDS.index("2.1. Nước dùng trong nhà")
    found = judged(tmp_path, *OWN_WORDS[:at], "2.1. Cây và chim", TREES, *OWN_WORDS[OWN_WORDS.index("3. Tiền nong") :])
    assert found["II.2.1"].status == "missing" and found["II.2.2"].status != "missing"


def test_parts_without_numbers_are_known_by_their_place(tmp_path: Path) -> None:
    blocks = (
        "TÌNH HÌNH CHUNG", "1. Hiện trạng môi trường", STATE, "2. Văn bản, kế hoạch", PAPERS, "VIỆC TRONG NĂM", "1. Rác thải, nước thải", REFUSE, SEWAGE,
        "2. Nước sạch, cây rừng", WATER, TREES, "3. Kinh phí", MONEY, "NHẬN XÉT CHUNG", "1. Ưu điểm", WELL, "2. Hạn chế", LACKING, "NĂM 2026", "1. Mục tiêu", GOAL, "2. Nhiệm vụ", WILL,
    )  # fmt: skip
    found = judged(tmp_path, *(f"**{b}**" if b.isupper() else b for b in blocks))
    assert {found[n].status for n in ("I", "II", "III", "IV", "II.1", "II.2", "II.3")} == {"covered"}
    assert {found[n].status for n in ("II.1.1", "II.1.2", "II.2.1", "II.2.2")} == {"merged"}
    assert found["III.3"].status == "missing"


def test_the_name_of_the_field_asks_for_no_theme_that_an_item_names(tmp_path: Path) -> None:
    (tmp_path / "de-cuong.txt").write_text("\n".join(ENVIRONMENT), encoding="utf-8")
    own = load_template(tmp_path / "de-cuong.txt")
    of = dict(zip((r.number for r in own.requirements), asked(own.requirements, own.title), strict=True))
    assert "rac-thai" in of["II.1.1"] and "nuoc-thai" in of["II.1.2"]
    assert not of["I.2"] & {"rac-thai", "nuoc-thai", "da-dang-sinh-hoc"}
    assert "rac-thai" in themes().named("Bảo vệ môi trường") and not themes().precise("Bảo vệ môi trường")


def test_what_the_report_is_about_is_asked_for_by_what_names_nothing_else(tmp_path: Path) -> None:
    lines = (
        "ĐỀ CƯƠNG BÁO CÁO",
        "Kết quả xây dựng nông thôn mới năm 2025",
        "I. KẾT QUẢ",
        "1. Bộ tiêu chí nông thôn mới",
        "2. Đào tạo, tập huấn cán bộ nông thôn mới",
        "II. ĐÁNH GIÁ",
        "1. Hạn chế",
        "2. Nguyên nhân",
    )
    (tmp_path / "de-cuong.txt").write_text("\n".join(lines), encoding="utf-8")
    own = load_template(tmp_path / "de-cuong.txt")
    of = dict(zip((r.number for r in own.requirements), asked(own.requirements, own.title), strict=True))
    assert of["I.1"] == {"nong-thon-moi"} and of["I.2"] and "nong-thon-moi" not in of["I.2"]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Chưa được, tại sao", {WANTING, CAUSES}),
        ("Điều còn nợ dân và gốc rễ", {WANTING, CAUSES}),
        ("Hạn chế tại các xã", {WANTING}),
        ("Cần đạt", {TARGETS}),
        ("Con số phấn đấu", {TARGETS}),
        ("Việc chính", {AHEAD}),
        ("Việc chính quyền làm", set()),
    ],
)
def test_kinds_in_few_words(title: str, kinds: set[str]) -> None:
    assert kinds_of(title) == kinds


def test_a_year_in_capitals_is_a_heading_of_its_level(tmp_path: Path) -> None:
    path = tmp_path / "du-thao.md"
    path.write_text(
        "\n\n".join(
            (
                "BÁO CÁO",
                "môi trường năm 2025",
                "**VIỆC ĐÃ LÀM**",
                REFUSE,
                "1. Rác",
                REFUSE,
                "2. Nước",
                WATER,
                "**NĂM 2026**",
                WILL,
            )
        ),
        "utf-8",
    )
    assert [(s.level, s.title) for s in outline(read(path)).sections if s.title.isupper()] == [
        (1, "VIỆC ĐÃ LÀM"),
        (1, "NĂM 2026"),
    ]
