"""An outline document alone: what the bundled templates know of its titles comes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnreport_nlp.assess import assess, title_test
from vnreport_nlp.classify import bundled_model, read_topics
from vnreport_nlp.model import Template
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
