"""Numbers without sense: nesting and time stay within bounds."""

from __future__ import annotations

import random
import time

from vnreport_nlp.outline import outline
from vnreport_nlp.readers.dispatch import read_bytes

PROSE = "Trong năm, cấp ủy đã chỉ đạo thực hiện đồng bộ các nhiệm vụ, kết quả đạt được nhiều mặt tích cực."


def shuffled(count: int) -> bytes:
    """Lines under numbers of all kinds in no order, as a list of fragments or a spoiled scan has them."""
    source = random.Random(1)
    marks = ("I. ", "1. ", "a) ", "- ", "")
    return "\n".join(source.choice(marks) + PROSE[: source.randint(3, 90)] for _ in range(count)).encode()


def test_numbers_without_sense_do_not_nest_without_end() -> None:
    document = read_bytes(shuffled(4000), "a.txt")
    start = time.process_time()
    sections = outline(document).sections
    assert time.process_time() - start < 10
    assert len(sections) > 1000
    assert max(s.level for s in sections) <= 24
    for section in sections:
        assert section.whole.end >= section.body.end
        if section.parent is not None:
            parent = sections[section.parent]
            assert section.level == parent.level + 1 and section.index in parent.children
            assert parent.whole.start <= section.whole.start and section.whole.end <= parent.whole.end


def test_bullets_without_end_take_no_longer_each_than_a_few() -> None:
    document = read_bytes(b"I. A\n\n" + b"\n".join([b"- Nghe theo nghi quyet."] * 20_000), "a.txt")
    start = time.process_time()
    outline(document)
    assert time.process_time() - start < 2.5
