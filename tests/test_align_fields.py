"""Outlines of one field, whose items all belong to it: themes, containers and parts in a writer's own words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import vnreport_nlp
from vnreport_nlp import load_template, read
from vnreport_nlp.align.kinds import AHEAD, CAUSES, REQUESTS, STRENGTHS, TARGETS, WANTING, kinds_of, told
from vnreport_nlp.align.themes import asked, themes
from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import Span, Verdict

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


def judged(folder: Path, *blocks: str, outline: Sequence[str] = ENVIRONMENT) -> dict[str, Verdict]:
    (folder / "de-cuong.txt").write_text("\n".join(outline), encoding="utf-8")
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
        ("Cách làm", {AHEAD}),
        ("Cách làm của phường trong năm", set()),
        ("Xã mong được giúp", {REQUESTS}),
        ("Chỗ hơn năm trước", {STRENGTHS}),
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
    assert [(s.level, s.title) for s in vnreport_nlp.outline(read(path)).sections if s.title.isupper()] == [
        (1, "VIỆC ĐÃ LÀM"),
        (1, "NĂM 2026"),
    ]


@pytest.mark.parametrize("asked_why", ["Vì đâu: ", "Vì sao như vậy? ", "Do đâu: "])
def test_causes_behind_a_question(asked_why: str) -> None:
    text = f"{LACKING}\n{asked_why}người ít mà việc nhiều, xã không có xe ép rác."
    span = told(CAUSES, text, Span(0, len(text)))
    assert span is not None and text[span.start : span.end].startswith(asked_why.strip())
    assert told(CAUSES, LACKING, Span(0, len(LACKING))) is None


def test_lessons_under_a_heading_of_their_own_in_another_part(tmp_path: Path) -> None:
    lines = [*ENVIRONMENT, "4. Bài học kinh nghiệm"]
    at = lines.index("IV. NHIỆM VỤ NĂM 2026")
    lines.insert(at, lines.pop())
    at = OWN_WORDS.index("1. Cần đạt")
    lessons = "Qua một năm, xã rút ra: việc gì giao cho trưởng thôn kèm danh sách cụ thể thì làm được, giao chung chung thì không; công khai tên hộ xả thải có sức răn đe hơn tiền phạt."
    blocks = (
        *OWN_WORDS[:at],
        "1. Mấy kinh nghiệm mang theo",
        lessons,
        "2. Cần đạt",
        GOAL,
        "3. Việc phải làm và cách làm",
        WILL,
    )
    found = judged(tmp_path, *blocks, outline=lines)
    assert found["III.4"].status == "misplaced" and found["III.4"].review


def test_the_one_item_and_the_one_heading_left_between_two_others(tmp_path: Path) -> None:
    lines = ("ĐỀ CƯƠNG BÁO CÁO", "Công tác thư viện năm 2025", "I. KẾT QUẢ", "1. Bổ sung sách báo", "2. Phục vụ bạn đọc", "3. Luân chuyển sách về thôn", "4. Sửa chữa kho sách", "5. Thi kể chuyện theo sách", "II. ĐÁNH GIÁ", "1. Hạn chế", "2. Nguyên nhân")  # fmt: skip
    books = "Trong năm mua thêm 640 cuốn, nhận tặng 212 cuốn, phần lớn là truyện tranh và sách dạy nghề."
    readers = "Mỗi tuần mở cửa bốn buổi, có 3.120 lượt người đến mượn, trẻ em chiếm hai phần ba."
    villages = "Bảy thôn có tủ nhỏ ở nhà văn hóa, ba tháng đổi một lần, mỗi lần 60 cuốn."
    stores = "Kho phía sau được lợp lại mái tôn, kê thêm sáu giá sắt, hết cảnh ẩm mốc mùa mưa."
    blocks = (
        "I. VIỆC ĐÃ LÀM",
        "1. Thêm sách báo",
        books,
        "2. Người đến mượn",
        readers,
        "3. Đưa sách về thôn",
        villages,
        "4. Chỗ để sách",
        stores,
        "II. NHÌN LẠI",
        "1. Hạn chế",
        LACKING,
        "2. Nguyên nhân",
        WHY,
    )
    found = judged(tmp_path, *blocks, outline=lines)
    assert found["I.2"].status in ("covered", "thin") and found["I.5"].status == "missing"


def test_a_heading_that_is_one_thing_of_a_parts_title_is_that_things(tmp_path: Path) -> None:
    lines = ("ĐỀ CƯƠNG BÁO CÁO", "Công tác trẻ em, bình đẳng giới, gia đình năm 2025", "I. CÔNG TÁC TRẺ EM, BÌNH ĐẲNG GIỚI VÀ GIA ĐÌNH", "1. Công tác trẻ em", "2. Công tác bình đẳng giới", "3. Công tác gia đình", "II. ĐÁNH GIÁ", "1. Ưu điểm", "2. Hạn chế")  # fmt: skip
    children = (
        "Xã có 1.204 trẻ em, 18 em mồ côi được nhận đỡ đầu, 100% trẻ được tiêm chủng, hai điểm vui chơi được làm mới."
    )
    equal = "Nữ đại biểu Hội đồng nhân dân chiếm 34%, 61 chị được vay vốn 2,4 tỷ đồng, bốn nhà tạm lánh nhận bảy lượt nạn nhân."
    homes = "Có 1.870 hộ được công nhận gia đình văn hóa, xảy ra ba vụ bạo lực, giảm năm vụ so với năm trước."
    blocks = (
        "**Kết quả trong năm**",
        "Năm 2025 xã làm được nhiều việc, có mặt chuyển biến rõ, có mặt còn phải cố gắng thêm.",
        "**Trẻ em**",
        children,
        "**Bình đẳng giới**",
        equal,
        "**Gia đình**",
        homes,
        "**Đánh giá**",
        "- Ưu điểm: " + WELL,
        "- Hạn chế: " + LACKING,
    )
    found = judged(tmp_path, *blocks, outline=lines)
    assert {n: found[n].status for n in ("I.1", "I.2", "I.3")} == dict.fromkeys(("I.1", "I.2", "I.3"), "covered")


def test_parts_told_in_another_order_are_known_by_what_stands_below_them(tmp_path: Path) -> None:
    lines = ("ĐỀ CƯƠNG", "Báo cáo môi trường năm 2025", "I. TÌNH HÌNH CHUNG", "II. QUẢN LÝ CHẤT THẢI", "1. Chất thải rắn sinh hoạt", "2. Nước thải", "III. BẢO VỆ TÀI NGUYÊN", "1. Cấp nước sạch", "2. Trồng rừng, đa dạng sinh học", "IV. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Hạn chế")  # fmt: skip
    nature = ("GIỮ LẤY CỦA TRỜI CHO", ("1. Trong chum, trong bể", WATER), ("2. Cây và chim", TREES))
    waste = ("CHUYỆN DƠ, CHUYỆN BẨN", ("1. Xe của các thôn", REFUSE), ("2. Cống và bể lọc", SEWAGE))
    for second, third in ((waste, nature), (nature, waste)):
        blocks = [f"II. {second[0]}", *second[1], *second[2], f"III. {third[0]}", *third[1], *third[2]]
        end = ("IV. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", WELL, "2. Hạn chế", LACKING)
        found = judged(tmp_path, "I. TÌNH HÌNH CHUNG", STATE, *blocks, *end, outline=lines)
        assert {v.status for v in found.values()} == {"covered"}


PARTED = ("ĐỀ CƯƠNG", "Báo cáo môi trường năm 2025", "I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ QUẢN LÝ CHẤT THẢI", "1. Chất thải rắn sinh hoạt", "2. Nước thải", "III. KẾT QUẢ BẢO VỆ TÀI NGUYÊN", "1. Cấp nước sạch", "2. Trồng rừng, đa dạng sinh học", "IV. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Hạn chế")  # fmt: skip


@pytest.mark.parametrize(("title", "moved"), [("KẾT QUẢ NĂM 2025", False), ("KẾT QUẢ QUẢN LÝ CHẤT THẢI", True)])
def test_two_parts_told_under_one_heading_that_is_neithers(tmp_path: Path, title: str, moved: bool) -> None:
    """Under a heading of the whole year the items of both are at home; under one part's own name the other's are misplaced."""
    items = (
        "1. Xe của các thôn",
        REFUSE,
        "2. Cống và bể lọc",
        SEWAGE,
        "3. Trong chum, trong bể",
        WATER,
        "4. Cây và chim",
        TREES,
    )
    end = ("III. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", WELL, "2. Hạn chế", LACKING)
    found = judged(tmp_path, "I. TÌNH HÌNH CHUNG", STATE, f"II. {title}", *items, *end, outline=PARTED)
    assert {found[n].status for n in ("II.1", "II.2")} == {"covered"}
    assert {found[n].status for n in ("III.1", "III.2")} == ({"misplaced"} if moved else {"covered"})
    assert found["III"].status not in ("missing", "empty")
