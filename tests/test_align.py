"""Properties of the alignment on any outline, and documents that are no report of the template."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnreport_nlp import align, assess, load_template, outline, read
from vnreport_nlp.model import MISSING, Alignment, Assessment, Template
from vnreport_nlp.template import derive_template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ("xdd-2020-2025", "bao-cao-nam-xa")
DRAFTS = tuple(sorted(p.name for p in (ROOT / "corpus" / "drafts").iterdir() if p.suffix in (".md", ".txt", ".docx")))
FILLER = (
    "Trong kỳ báo cáo, đơn vị đã triển khai đầy đủ nội dung này, có phân công, có kiểm tra và có sơ kết hằng quý. " * 4
)
PAUSE = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


def written(template: Template, *, gone: frozenset[str] = frozenset(), tail: str = "") -> str:
    """A report that has the template's own headings with some text under each leaf, without those of ``gone``."""
    lines = ["BÁO CÁO", template.title, ""]
    for r in template.requirements:
        if not any(r.number == g or r.number.startswith(g + ".") for g in gone):
            step = r.number.rpartition(".")[2]
            mark = f"{step}." if r.depth < 3 else f"{r.number.partition('.')[2]}."
            lines += [f"{mark} {r.title}", "", *([] if template.children(r.number) else [FILLER, ""])]
    return "\n".join([*lines, tail])


def judged(folder: Path, text: str, template: Template) -> Assessment:
    path = folder / "draft.txt"
    path.write_text(text, encoding="utf-8")
    return assess(read(path), template, reading=None)


@cache
def aligned(name: str) -> Alignment:
    return assess(read(ROOT / "corpus" / "drafts" / name), load_template()).alignment


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_outline_itself_misses_nothing(name: str, tmp_path: Path) -> None:
    template = load_template(name)
    result = judged(tmp_path, written(template), template)
    answered = {
        v.requirement: [result.alignment.outline.sections[s].title for s in v.sections[:1]] for v in result.verdicts
    }
    assert answered == {r.number: [r.title] for r in template.requirements}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_drafts_own_outline_as_template_is_the_identity(name: str) -> None:
    found = outline(read(ROOT / "corpus" / "drafts" / name))
    template = derive_template(found)
    links = align(template, found).links
    chosen = {link.requirement: found.sections[link.section].number for link in links if link.whole}
    assert chosen == {r.number: r.number for r in template.requirements}


@settings(max_examples=25, **PAUSE)
@given(data=st.data(), name=st.sampled_from(TEMPLATES))
def test_what_is_left_out_is_missing_and_nothing_else(data: st.DataObject, name: str, tmp_path: Path) -> None:
    template = load_template(name)
    leaves = [r.number for r in template.requirements if not template.children(r.number)]
    gone = frozenset(data.draw(st.lists(st.sampled_from(leaves), max_size=3, unique=True)))
    result = judged(tmp_path, written(template, gone=gone), template)
    said = {v.requirement for v in result.verdicts if v.status in MISSING}
    empty_parents = {r.number for r in template.requirements if r.number in said - gone and template.children(r.number)}
    required = {n for n in gone if template.by_number[n].required}
    assert said - empty_parents == required


@settings(max_examples=15, **PAUSE)
@given(
    title=st.sampled_from(
        ["Công tác thi đua, khen thưởng", "Hoạt động đối ngoại", "Phong trào văn nghệ quần chúng", "Phụ lục số liệu"]
    ),
    name=st.sampled_from(TEMPLATES),
    gone=st.sampled_from(["", "IV.3", "II.3", "III.1"]),
)
def test_an_unrelated_section_changes_no_verdict(title: str, name: str, gone: str, tmp_path: Path) -> None:
    template = load_template(name)
    lost = frozenset([gone]) & frozenset(template.by_number)
    before = judged(tmp_path, written(template, gone=lost), template)
    after = judged(tmp_path, written(template, gone=lost, tail=f"VI. {title}\n\n{FILLER}"), template)
    assert [(v.requirement, v.status) for v in after.verdicts] == [(v.requirement, v.status) for v in before.verdicts]
    assert title in [after.alignment.outline.sections[s].title for s in after.alignment.extra]


@pytest.mark.parametrize("name", DRAFTS)
def test_every_section_is_linked_or_extra_or_part_of_one(name: str) -> None:
    result = aligned(name)
    sections = result.outline.sections
    linked, extra = {link.section for link in result.links}, set(result.extra)
    assert not linked & extra
    for section in sections:
        chain, node = [section.index], section.parent
        while node is not None:
            chain.append(node)
            node = sections[node].parent
        below = {s.index for s in result.outline.subtree(section)}
        assert set(chain) & (linked | extra) or below & linked, section.title


@pytest.mark.parametrize("name", DRAFTS)
def test_evidence_is_in_the_text_word_for_word(name: str) -> None:
    result = assess(read(ROOT / "corpus" / "drafts" / name), load_template())
    text = result.document.text
    for verdict in result.verdicts:
        assert verdict.evidence or verdict.searched, verdict.requirement
        for place in (*verdict.evidence, *verdict.searched):
            quote = " ".join(text[place.span.start : place.span.end].split())
            assert quote.startswith(" ".join(place.quote.rstrip("…").split())[: len(quote)]), place.quote
            assert place.location.line or place.location.paragraph or place.location.page


OTHERS = {
    "resolution": "NGHỊ QUYẾT\nvề tăng cường xây dựng Đảng trong tình hình mới\n\nI. QUAN ĐIỂM, MỤC TIÊU\n\n{f}\n\nII. NHIỆM VỤ, GIẢI PHÁP\n\n"
    "1. Công tác xây dựng Đảng về chính trị\n\n{f}\n\n2. Công tác xây dựng Đảng về tư tưởng\n\n{f}\n\n3. Công tác xây dựng Đảng về đạo đức\n\n{f}\n\n"
    "4. Công tác kiểm tra, giám sát, kỷ luật đảng\n\n{f}\n\n5. Công tác dân vận\n\n{f}\n\nIII. TỔ CHỨC THỰC HIỆN\n\n{f}",
    "plan": "KẾ HOẠCH\nkiểm tra, giám sát năm 2025\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n{f}\n\nII. NỘI DUNG\n\n1. Công tác kiểm tra\n\n{f}\n\n"
    "2. Công tác giám sát\n\n{f}\n\nIII. TỔ CHỨC THỰC HIỆN\n\n{f}",
    "letter": "Kính gửi: Văn phòng\n\nThực hiện công văn đề nghị, đơn vị xin gửi danh sách dự họp. {f}\n\nTrân trọng cảm ơn.",
    "novel": "Chương 1\n\nMưa\n\nMưa rơi từ chiều trên mái lá. Bà cụ ngồi têm trầu, mắt nhìn ra bến nước. {f}\n\nChương 2\n\nNắng\n\n"
    "Sáng ra nắng hanh, lũ trẻ chạy ùa xuống sông. {f}",
    "economy": "BÁO CÁO\ntình hình thu hút đầu tư quý I\n\nI. KẾT QUẢ THU HÚT ĐẦU TƯ\n\n1. Dự án trong nước\n\n{f}\n\n2. Dự án nước ngoài\n\n{f}\n\n"
    "II. KHÓ KHĂN, VƯỚNG MẮC\n\n{f}\n\nIII. ĐỀ XUẤT\n\n{f}",
    "contract": "HỢP ĐỒNG\nthuê hội trường\n\nĐiều 1. Đối tượng\n\n{f}\n\nĐiều 2. Giá thuê\n\n{f}\n\nĐiều 3. Trách nhiệm\n\n{f}",
}  # fmt: skip


@pytest.mark.parametrize("kind", OTHERS)
def test_another_kind_of_document_is_one_sentence(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(OTHERS[kind].format(f=FILLER), encoding="utf-8")
    result = assess(read(path), load_template())
    assert result.foreign
    assert [f.rule for f in result.findings if f.rule.startswith("S")] == ["S110"]


@pytest.mark.parametrize("name", DRAFTS)
def test_a_report_is_never_taken_for_another_kind(name: str) -> None:
    assert not assess(read(ROOT / "corpus" / "drafts" / name), load_template()).foreign


def test_the_other_genre_is_another_kind(tmp_path: Path) -> None:
    assert judged(tmp_path, written(load_template("bao-cao-nam-xa")), load_template()).foreign
