"""Items told under another part's headings, headings of another field, containers in the writer's own words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from vnreport_nlp import load_template, read
from vnreport_nlp.align.kinds import AHEAD, CAUSES, FORECAST, STRENGTHS, WANTING, kinds_of
from vnreport_nlp.align.opposed import opposed
from vnreport_nlp.assess import RuleSet, assess
from vnreport_nlp.model import Requirement, Verdict

PARTY = "xdd-2020-2025"
FIELD = "Xã Bãi Sậy có 11 thôn, 2.310 hộ với 9.700 nhân khẩu, Đảng bộ xã có 19 chi bộ, 402 đảng viên. Xã thuận lợi về đất đai nhưng hay bị ngập khi lũ về, đường ra trung tâm xa 26 km."
IDEAS = "Toàn Đảng bộ tổ chức 28 hội nghị học tập nghị quyết với 97% đảng viên tham gia; bản tin của xã ra 60 số, đội tuyên truyền viên có 34 người nói chuyện ở các thôn, dư luận ổn định."
DECAY = "Việc ngăn chặn, đẩy lùi suy thoái, “tự diễn biến”, “tự chuyển hóa” là nhiệm vụ trọng tâm của nhiệm kỳ. Các chi bộ soi 27 biểu hiện vào việc của xã, 21 đảng viên tự nhận thiếu sót, 3 đảng viên bị phê bình trước chi bộ, không ai phát ngôn trái đường lối."
PEOPLE = "Trong nhiệm kỳ xã tổ chức 18 cuộc đối thoại với Nhân dân, công nhận 32 mô hình dân vận khéo, Mặt trận và các đoàn thể giám sát 26 cuộc, quy chế dân chủ được thực hiện ở cả 11 thôn."
PEOPLE_AHEAD = "Nhiệm kỳ 2025 - 2030, công tác dân vận cần đổi mới mạnh hơn: mỗi chi bộ nhận giúp một xóm khó khăn, mỗi quý tổ chức một phiên đối thoại với người có đất thu hồi, phối hợp Mặt trận giám sát việc sử dụng các quỹ do dân đóng góp."
STAFF_AHEAD = "Đến năm 2027 hoàn thành quy hoạch cán bộ cho 23 chức danh, mỗi năm cử 12 người đi học, mỗi chức danh có ít nhất hai nguồn thay thế."
GUARDED_AHEAD = "Bảo vệ chính trị nội bộ: mỗi năm rà soát tiêu chuẩn chính trị của cán bộ trong quy hoạch, kết luận xong các trường hợp có vấn đề lịch sử chính trị trước năm 2027, không bổ nhiệm người chưa được kết luận về chính trị."
GUARDED = "Công tác bảo vệ chính trị nội bộ được quan tâm; đã rà soát tiêu chuẩn chính trị của 41 cán bộ trong quy hoạch, kết luận xong ba trường hợp có vấn đề lịch sử chính trị và chính trị hiện nay trong năm 2024."
PEOPLE_MIXED = "Sang nhiệm kỳ 2025 - 2030, công tác dân vận phải giữ mỗi thôn hai cuộc đối thoại một năm, trả lời kiến nghị chậm nhất hai mươi ngày. Xã sẽ nhân mô hình “bờ kênh xanh” ra tám thôn còn lại và giao Mặt trận tăng gấp đôi số cuộc giám sát."
GUARD = "Dân quân đủ biên chế, huấn luyện 100% kế hoạch; tuyển quân đạt chỉ tiêu 24 thanh niên; tổ tự quản tuần tra 312 buổi, xử lý 14 vụ trộm cắp vặt, không để xảy ra trọng án trên địa bàn xã."
CONTROL = "Ủy ban kiểm tra tiến hành kiểm tra 46 tổ chức đảng, giám sát 21 chi bộ, thi hành kỷ luật 7 đảng viên, giải quyết xong 5 đơn tố cáo, không có kỷ luật oan sai phải sửa lại."
WEAK = "Sinh hoạt chi bộ có nơi còn hình thức, tự phê bình và phê bình yếu, kết nạp đảng viên ở thôn bãi chậm, một số việc cấp ủy chỉ đạo chưa dứt điểm."
AHEAD_ALL = "Xây dựng Đảng bộ xã trong sạch, vững mạnh toàn diện, nâng cao năng lực lãnh đạo, sức chiến đấu của các chi bộ, phấn đấu hoàn thành các chỉ tiêu đại hội đề ra đến năm 2030."


def judged(folder: Path, template: str | Path, blocks: Sequence[str]) -> dict[str, Verdict]:
    path = folder / "du-thao.md"
    path.write_text("\n\n".join(("BÁO CÁO", *blocks)), encoding="utf-8")
    found = assess(read(path), load_template(template), rules=RuleSet(select=("S",)))
    return {v.requirement: v for v in found.verdicts}


def party(folder: Path, *middle: str) -> dict[str, Verdict]:
    head = ("tổng kết công tác xây dựng Đảng nhiệm kỳ 2020 - 2025", "I. ĐẶC ĐIỂM, TÌNH HÌNH", FIELD)
    return judged(folder, PARTY, (*head, "II. KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2020 - 2025", *middle))


END = ("III. ĐÁNH GIÁ CHUNG", WEAK, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030", "1. Phương hướng", AHEAD_ALL)


def test_a_paragraph_that_opens_with_an_items_name_is_found_in_another_part(tmp_path: Path) -> None:
    found = party(tmp_path, "1. Công tác xây dựng Đảng về tư tưởng", IDEAS, DECAY, *END)
    assert found["III.1"].status == "unheaded" and found["III.1"].review
    assert "suy thoái" in found["III.1"].evidence[0].quote


def test_what_is_said_in_passing_there_is_not(tmp_path: Path) -> None:
    found = party(tmp_path, "1. Công tác xây dựng Đảng về tư tưởng", IDEAS, *END)
    assert found["III.1"].status == "missing"


BRIBES = "Trong nhiệm kỳ 31 cán bộ kê khai tài sản, xã tiếp 190 lượt công dân, giải quyết 27 đơn, thu hồi 22 triệu đồng chi sai của một hợp tác xã, không có vụ việc kéo dài."
POWER = "{label} việc xét hộ nghèo, giao đất, chọn nhà thầu đều qua hai người ký và niêm yết ở nhà văn hóa thôn; bốn công chức địa chính, kế toán được đổi vị trí để ngừa tham nhũng, tiêu cực; Mặt trận góp ý trước khi bổ nhiệm người giữ tiền, giữ dấu."


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Quyền lực đi đôi với trách nhiệm:", "unheaded"),
        ("Quyền hạn đi đôi với trách nhiệm:", "missing"),
        ("Quyền lực, tham nhũng:", "missing"),
        ("Nói về quyền lực,", "missing"),
    ],
)
def test_a_labelled_paragraph_under_another_items_heading(tmp_path: Path, label: str, status: str) -> None:
    """What the label says is in no title but this item's, and nothing of the title whose heading it stands under."""
    title = "1. Phòng, chống tham nhũng, lãng phí, tiêu cực"
    found = party(tmp_path, title, BRIBES, POWER.format(label=label), *END)
    assert found["III.5"].status == status
    if status == "unheaded":
        assert found["III.5"].review and found["III.5"].evidence[0].quote.startswith(label[:9])


STAFFING = "Xã nhập 12 thôn còn 9, giảm 27 người hoạt động không chuyên trách, ghép hai chi bộ cơ quan, Mặt trận và các đoàn thể dùng chung một bộ phận giúp việc; hồ sơ một cửa đúng hạn từ 91% lên 98% sau khi bộ máy tinh gọn."


@pytest.mark.parametrize(
    ("title", "status"), [("1. Sắp xếp bộ máy, một khâu đột phá", "merged"), ("1. Sắp xếp bộ máy", "missing")]
)
def test_a_heading_that_names_another_part_too_answers_there(tmp_path: Path, title: str, status: str) -> None:
    found = party(tmp_path, title, STAFFING, "2. Công tác dân vận", PEOPLE, *END)
    assert (found["II.4"].status, found["III.3"].status) == ("merged" if status == "merged" else "covered", status)


def test_directions_told_behind_results_by_their_name(tmp_path: Path) -> None:
    found = party(tmp_path, "1. Công tác dân vận", PEOPLE, PEOPLE_AHEAD, *END)
    assert found["V.2.8"].status in ("unheaded", "misplaced") and found["V.2.8"].review
    assert party(tmp_path, "1. Công tác dân vận", PEOPLE, *END)["V.2.8"].status == "missing"


def test_directions_with_the_words_of_what_was_done_are_known_by_their_time(tmp_path: Path) -> None:
    """The text speaks half in the voice of results; its opening says which time it is about."""
    found = party(tmp_path, "1. Công tác dân vận", PEOPLE, PEOPLE_MIXED, *END)
    assert found["V.2.8"].status in ("unheaded", "misplaced") and found["V.2.8"].review


def test_a_task_that_names_an_item_no_other_part_has_is_not_its_result(tmp_path: Path) -> None:
    head = ("1. Công tác xây dựng Đảng về tư tưởng", IDEAS, *END, "2. Nhiệm vụ, giải pháp")
    assert party(tmp_path, *head, GUARDED_AHEAD)["II.6.2"].status == "missing"
    told = party(tmp_path, *head, "2.1. Công tác cán bộ", STAFF_AHEAD, GUARDED)["II.6.2"]
    assert told.status in ("unheaded", "misplaced") and told.review


def test_one_labelled_paragraph_under_the_heading_of_all_tasks_is_found(tmp_path: Path) -> None:
    head = ("1. Công tác xây dựng Đảng về tư tưởng", IDEAS, *END, "2. Nhiệm vụ, giải pháp")
    found = party(tmp_path, *head, f"- {GUARDED_AHEAD}")
    assert found["V.2.6"].status in ("merged", "unheaded") and found["V.2.6"].review
    assert found["V.2.8"].status == "missing"


@pytest.mark.parametrize("title", ["Công tác quốc phòng, an ninh", "Tuần tra, canh gác"])
def test_a_section_of_another_field_in_an_items_place_is_no_answer(tmp_path: Path, title: str) -> None:
    own = load_template(PARTY)
    items = [r for r in own.requirements if r.parent == "II"]
    texts = {"II.2": IDEAS, "II.7": CONTROL, "II.8": PEOPLE}
    blocks = []
    for k, r in enumerate(items, 1):
        name, text = (title, GUARD) if r.number == "II.9" else (r.title, texts.get(r.number, IDEAS))
        blocks += [f"{k}. {name}", text]
    found = party(tmp_path, *blocks, *END)
    assert found["II.9"].status == "missing"


OUTLINE = (
    "ĐỀ CƯƠNG BÁO CÁO", "Công tác phòng cháy, chữa cháy năm 2025", "I. TÌNH HÌNH CHUNG", "1. Địa bàn", "2. Các vụ cháy",
    "II. KẾT QUẢ THỰC HIỆN", "1. Tuyên truyền, xây dựng phong trào", "a) Tuyên truyền, phổ biến kiến thức", "b) Xây dựng mô hình điểm",
    "2. Phòng ngừa cháy, nổ", "a) Kiểm tra cơ sở, xử lý vi phạm", "b) Quản lý nhà trọ, nhà kết hợp kinh doanh",
    "III. ĐÁNH GIÁ CHUNG", "1. Kết quả nổi bật", "2. Tồn tại, hạn chế", "3. Nguyên nhân", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
    "1. Mục tiêu", "2. Nhiệm vụ, giải pháp", "V. KIẾN NGHỊ, ĐỀ XUẤT",
)  # fmt: skip
PLACE = "Phường dài ba cây số dọc bờ sông, có chợ đầu mối, hai kho lạnh và 318 cơ sở phải theo dõi, phần lớn là nhà ống vừa ở vừa bán hàng."
FIRES = "Từ đầu năm đến nay xảy ra bốn vụ cháy nhỏ, không có người bị thương, thiệt hại chừng 90 triệu đồng, nguyên nhân chủ yếu là chập điện."
HOMES = "Tổ dân phố đến từng nhà phát tờ gấp, tập cho 2.140 người cách dùng bình chữa cháy và lối thoát thứ hai, loa phường nhắc mỗi chiều thứ Bảy."
TEAMS = "Tổ liên gia ở chín hẻm có chuông báo chung, mỗi nhà một bình, một búa phá khóa; đêm có người đi kiểm tra bếp than của các quán."
VISITS = "Đoàn liên ngành đến 318 nơi, lập 41 biên bản, phạt 12 trường hợp với 86 triệu đồng, đình chỉ một kho sơn không có lối thoát."
ROOMS = "Cả 84 dãy phòng cho thuê đã mở lối thoát thứ hai; 137 nhà vừa ở vừa bán vải ngăn chỗ ngủ khỏi chỗ để hàng bằng tường gạch."
GLAD = "Ba năm liền không có người chết vì cháy, người dân tự mua hơn một nghìn bình chữa cháy, các hẻm thi đua lắp chuông báo."
LACK = "Còn 22 dãy phòng chưa có trụ nước gần; xe chữa cháy không vào được bốn hẻm; vài chủ quán vẫn để bình ga cạnh bếp than."
WHY = "Hẻm hình thành đã lâu, chiều rộng chưa đến hai mét; tiền mua trụ nước mới được cấp một nửa; tổ trưởng kiêm nhiều việc nên ít đi kiểm tra."
GOAL = "Phấn đấu không để cháy lớn, 100% nhà ống có lối thoát thứ hai, mỗi hẻm có ít nhất một tổ liên gia trước tháng 6 năm 2026."
WILL = "Phường sẽ lắp thêm mười trụ nước, dạy cách thoát nạn cho học sinh cả ba trường và mỗi quý diễn tập một lần ở chợ vào ban đêm."
ASK = "Đề nghị thành phố cấp kinh phí mua trụ nước cho bốn hẻm và sớm ban hành hướng dẫn về nhà trọ cao tầng."
OWN_WORDS = (
    "công tác phòng cháy, chữa cháy năm 2025", "I. ĐỊA BÀN VÀ NHỮNG LẦN BÁO ĐỘNG", "1. Vài nét về phường", PLACE, "2. Những lần cháy trong năm", FIRES,
    "II. Tình hình thực hiện", "1. Để người dân hiểu và cùng làm", "1.1. Đưa kiến thức đến từng nhà", HOMES, "1.2. Các hẻm tự lo", TEAMS,
    "2. Ngăn lửa từ gốc", "2.1. Đến từng nơi, phạt chỗ làm sai", VISITS, "2.2. Nhà vừa ở vừa bán hàng, dãy phòng cho thuê", ROOMS, "3. Việc sẽ làm trong thời gian tới", WILL,
    "III. TỰ NHÌN LẠI", "1. Điều đáng mừng", GLAD, "2. Chỗ còn vướng", LACK, "3. Do đâu còn vướng", WHY,
    "IV. NĂM 2026", "1. Đích phấn đấu", GOAL, "V. Mong cấp trên giúp", ASK,
)  # fmt: skip


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    path = tmp_path / "de-cuong.txt"
    path.write_text("\n".join(OUTLINE), encoding="utf-8")
    return path


def test_containers_in_the_writers_own_words_are_known_by_their_turn(tmp_path: Path, fire: Path) -> None:
    found = judged(tmp_path, fire, OWN_WORDS)
    assert {found[n].status for n in ("I", "II", "II.1", "II.2", "III")} == {"covered"}
    assert {found[n].status for n in ("II.1.a", "II.1.b", "II.2.a", "II.2.b")} == {"covered"}


def test_kinds_in_plain_words(tmp_path: Path, fire: Path) -> None:
    found = judged(tmp_path, fire, OWN_WORDS)
    assert {found[n].status for n in ("III.1", "III.2", "III.3", "IV.1", "V")} == {"covered"}


def test_a_heading_of_tasks_among_the_results_is_misplaced(tmp_path: Path, fire: Path) -> None:
    task = judged(tmp_path, fire, OWN_WORDS)["IV.2"]
    assert task.status == "misplaced" and task.review


def test_requests_below_another_part_are_the_part_of_requests(tmp_path: Path, fire: Path) -> None:
    at = OWN_WORDS.index("III. TỰ NHÌN LẠI")
    moved = (*OWN_WORDS[:at], "4. Đề nghị cơ quan cấp trên", ASK, *OWN_WORDS[at:-2])
    assert judged(tmp_path, fire, moved)["V"].status == "misplaced"


def test_two_headings_for_one_part_of_directions(tmp_path: Path) -> None:
    found = party(
        tmp_path, "1. Công tác dân vận", PEOPLE, "III. ĐÁNH GIÁ CHUNG", "1. Hạn chế", WEAK,
        "IV. PHƯƠNG HƯỚNG CÔNG TÁC XÂY DỰNG ĐẢNG NHIỆM KỲ 2025 - 2030", AHEAD_ALL, "V. NHIỆM VỤ, GIẢI PHÁP",
        "1. Công tác dân vận", PEOPLE_AHEAD, "2. Xây dựng Đảng về tư tưởng", "Đổi mới việc học nghị quyết bằng đoạn phim ngắn, xây dựng mạng lưới cộng tác viên dư luận ở các thôn, phản bác kịp thời thông tin sai trái.",
    )  # fmt: skip
    assert found["V.1"].status == "covered" and found["V.2.8"].status == "covered"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Điều đáng ghi nhận", STRENGTHS), ("Những chỗ năm qua còn chưa được", WANTING), ("Mặt vướng", WANTING),
        ("Do hoàn cảnh bên ngoài", CAUSES), ("Về chủ quan", CAUSES), ("Cách làm", AHEAD), ("Biện pháp thực hiện", AHEAD),
        ("Các việc ưu tiên", AHEAD), ("Khả năng phát sinh đơn thư thời gian tới", FORECAST),
    ],
)  # fmt: skip
def test_kinds_that_headings_name(title: str, kind: str) -> None:
    assert kind in kinds_of(title)


@pytest.mark.parametrize(
    "title", ["Cách làm hay của thôn Đông", "Biện pháp bảo vệ môi trường", "Chỗ ở của công nhân", "Khả năng chống chịu"]
)
def test_headings_that_only_begin_like_them(title: str) -> None:
    assert kinds_of(title) == frozenset()


def test_what_was_carried_out_is_no_situation() -> None:
    wanted = [Requirement("I", "Đặc điểm, tình hình"), Requirement("II", "Tình hình thực hiện nhiệm vụ")]
    found = opposed(wanted, ["Tình hình thực hiện", "Tình hình chung", "Khái quát tình hình thực hiện"])
    assert found.tolist() == [[True, False, False], [False, False, False]]
