"""Lists whose numbers a page's style sheet writes, as Google Docs saves them."""

from __future__ import annotations

import time

from vnreport_nlp.outline import outline
from vnreport_nlp.readers import read_bytes

SHEET = (
    '.lst-kix_a-0>li:before{content:"" counter(lst-ctn-kix_a-0,upper-roman) ". "}'
    '.lst-kix_a-1 > li::before{color:red;content:"" counter(lst-ctn-kix_a-0,decimal) "." counter(lst-ctn-kix_a-1,decimal) ". "}'
    "ol.lst-kix_a-0{list-style-type:none}ol.lst-kix_a-1{list-style-type:none}ul.lst-kix_b-0{list-style-type:none}"
    ".lst-kix_a-0>li{counter-increment:lst-ctn-kix_a-0}.lst-kix_a-1>li{counter-increment:lst-ctn-kix_a-1}"
    "ol.lst-kix_a-0.start{counter-reset:lst-ctn-kix_a-0 0}.lst-kix_b-0>li:before{content:'-  '}"
    '.trong>li:before{content:""}'
)
BODY = (
    '<ol class="c3 lst-kix_a-0 start" start="1"><li><span>TÌNH HÌNH</span></li></ol><p>Xã có mười thôn.</p>'
    '<ol class="c3 lst-kix_a-0" start="2"><li>KẾT QUẢ</li></ol>'
    '<ol class="lst-kix_a-1 start" start="1"><li>Tư tưởng</li><li>Cán bộ</li></ol><p>Đã làm hai con đường.</p>'
    '<ul class="lst-kix_b-0 start"><li>gạch đầu dòng</li></ul><ol class="trong"><li>không số</li></ol><ol type="a"><li>khác</li></ol>'
)


def test_numbers_of_the_style_sheet_are_labels() -> None:
    page = f"<html><head><style>{SHEET}</style></head><body>{BODY}</body></html>"
    document = read_bytes(page.encode(), "x.html")
    assert document.text.split("\n") == [
        "I. TÌNH HÌNH", "Xã có mười thôn.", "II. KẾT QUẢ", "2.1. Tư tưởng", "2.2. Cán bộ", "Đã làm hai con đường.", "- gạch đầu dòng",
        "không số", "a. khác",
    ]  # fmt: skip
    assert [s.title for s in outline(document).sections][:4] == ["TÌNH HÌNH", "KẾT QUẢ", "Tư tưởng", "Cán bộ"]


def test_sheets_without_end_are_read_soon() -> None:
    start = time.process_time()
    for piece in (".a>li:before{", ".a>li:before{content:", "....", ".a >", ".a>li{counter-increment:", ";" * 50 + "{"):
        page = f"<style>{piece * (400_000 // len(piece))}</style><ol class='a'><li>một</li></ol>"
        assert "một" in read_bytes(page.encode(), "x.html").text
    assert time.process_time() - start < 10.0  # seconds; a tenth of it on an idle machine
