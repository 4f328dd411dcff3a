"""The text of every rule: what, why, a wrong and a right example, the cure, the regulation; one source for CLI, docs and HTML."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from .messages import translate
from .model import RULES
from .resources import data_text

SEVERITIES = {"error": "Lỗi", "warning": "Cảnh báo", "note": "Ghi chú"}
FIELDS = ("what", "why", "wrong", "right", "fix", "regulation")
LABELS = {
    "what": "Là gì", "why": "Vì sao", "wrong": "Ví dụ sai", "right": "Ví dụ đúng", "fix": "Cách sửa", "regulation": "Căn cứ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule explained in one language."""

    id: str
    title: str
    what: str
    why: str
    wrong: str
    right: str
    fix: str
    regulation: str = ""


@lru_cache(maxsize=4)
def rule_texts(lang: str = "vi") -> dict[str, RuleText]:
    """Every rule's text by id; Vietnamese where another language has none."""
    texts = json.loads(data_text("rules", "rules.vi.json"))
    if lang != "vi":
        texts |= json.loads(data_text("rules", f"rules.{lang}.json"))
    return {name: RuleText(name, **texts[name]) for name in RULES}


def rule_page(rule: str, lang: str = "vi") -> str:
    """The page ``vnreport explain`` prints."""
    text = rule_texts(lang)[rule]
    known = RULES[rule]
    lines = [f"{rule} {text.title} ({known.name}, {translate(SEVERITIES[known.severity], lang)})"]
    for field in FIELDS:
        value = getattr(text, field)
        if value:
            lines.append(f"\n{translate(LABELS[field], lang)}\n  {value}")
    return "\n".join(lines)
