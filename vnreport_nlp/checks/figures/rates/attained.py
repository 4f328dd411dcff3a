"""A ratio that tells how many of all there are came so far, beside the per cent of a plan: two things that need not agree."""

from __future__ import annotations

import re

from ....expressions import lazy
from ..reading.text import MEASURED, kind_after
from .exceeding import MADE
from .rates import PLAN

_A_PLAN = lazy(
    r"\s*(?:so với\s+)?(?:kế hoạch|KH\b|chỉ tiêu|dự toán|mục tiêu|nghị quyết|lộ trình|định mức|yêu cầu đề ra)"
)
_DONE = lazy(
    r"(?:tổ chức|thực hiện|triển khai|việc làm cho|giải ngân|gieo cấy|gieo trồng|tập huấn|tiêm(?: phòng)?)(?: được| mới)*\s*$",
    re.IGNORECASE,
)
"""What is done of a plan, whose number stands behind the stroke."""
NOUN = 2
"""More words behind a number than these tell what came of what it counts."""


def of_plan_alone(text: str, m: re.Match[str], share: re.Match[str]) -> bool:
    """Whether a percentage is that of a plan, while the ratio tells how many of all there are came so far (``12/14 thôn đạt chuẩn, bằng 90% kế hoạch``)."""
    if not _A_PLAN.match(share["after"]):
        return False
    before = text[max(0, m.start() - 40) : m.start()]
    work = MADE.search(before) or _DONE.search(before) or kind_after(text, m.end()) in MEASURED
    told = re.split(r"[,(]", share["gap"])[0]
    return not (PLAN.search(told) or (work and len(told.split()) <= NOUN))
