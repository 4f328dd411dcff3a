"""Fills the forms of ``corpus/forms.txt`` with figures that compute: text to learn relations of figures from."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

FORMS = Path(__file__).parent.parent / "corpus/forms.txt"
MEASURES = (
    ("Thu ngân sách", "tỷ đồng", 1), ("Tổng vốn", "tỷ đồng", 1), ("Vốn đầu tư công", "tỷ đồng", 1), ("Kinh phí", "triệu đồng", 0),
    ("Sản lượng lúa", "tấn", 0), ("Diện tích gieo trồng", "ha", 0), ("Diện tích rừng", "ha", 1), ("Tổng dư nợ", "tỷ đồng", 1),
    ("Giá trị sản xuất", "tỷ đồng", 0), ("Chi thường xuyên", "tỷ đồng", 1), ("Thu nhập bình quân", "triệu đồng", 1),
    ("Sản lượng thủy sản", "tấn", 0), ("Số tiền thi hành", "triệu đồng", 0), ("Chiều dài kênh mương", "km", 1),
    ("Số thu bảo hiểm", "tỷ đồng", 1), ("Kim ngạch xuất khẩu", "triệu USD", 1),
)  # fmt: skip
SOURCES = ("trung ương", "địa phương", "xã hội hóa", "vay", "đầu tư công", "đối ứng", "nộp ngân sách", "thu từ đất")
SHARES = (
    ", chiếm {p}", ", đạt {p}", ", đạt tỷ lệ {p}", " (chiếm {p})", " ({p})", " - chiếm {p}", ", tương đương {p}", ", bằng {p}", ", tỷ lệ {p}",
    " - tức {p}", "; tỷ lệ {p}", ", chiếm tỷ lệ {p}", ", tức là {p}", ", tương ứng {p}", ", tương đương tỷ lệ {p}", " - bằng {p}", " (tỷ lệ {p})",
    ", chiếm khoảng {near}", ", chiếm gần {above}", ", đạt trên {below}",
)  # fmt: skip
BETWEEN = (
    "Công tác tuyên truyền được duy trì thường xuyên.",
    "Một số nơi thực hiện chưa nghiêm.",
    "Việc này được nhân dân đồng tình.",
)
Form = tuple[str, str]
Thing = tuple[str, list[str]]


def shown(value: float, places: int) -> str:
    """A value in Vietnamese form, ends in zero cut."""
    whole, _, rest = f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)}".partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def forms() -> tuple[list[Form], list[Thing]]:
    """The forms with their kinds, and the nouns with what some of them are."""
    told, things = [], []
    for line in FORMS.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            noun, traits = line[1:].split("|")
            things.append((noun, traits.split(";")))
        elif line and not line.startswith("#"):
            kind, form = line.split("|", 1)
            told.append((kind, form))
    return told, things


def _any(rng: random.Random, low: float = 20, high: float = 40000) -> int:
    return int(math.exp(rng.uniform(math.log(low), math.log(high))))


def _values(rng: random.Random, kind: str, form: str, whole: int) -> dict[str, float]:
    """Figures that make a sentence of a kind true."""
    if kind == "S" and "{a2}" in form:
        cut = sorted(rng.uniform(0.03, 0.97) for _ in range(2))
        parts = [max(1, int(whole * x)) for x in (cut[0], cut[1] - cut[0])]
        parts.append(max(1, whole - sum(parts)))
    elif kind in "SW":
        parts = [max(1, int(whole * rng.choice((rng.uniform(0.01, 0.99), rng.uniform(0.5, 0.99)))))]
    elif kind == "P":
        parts = [int(whole * rng.uniform(0.6, 1.35))]
    elif kind == "M":
        up = not re.search("giảm|thấp hơn|xuống|còn", form)
        parts = [max(1, int(whole * (rng.uniform(1.02, 1.6) if up else rng.uniform(0.5, 0.98))))]
        parts = [whole + (1 if up else -1)] if parts[0] == whole else parts
        return {"a": parts[0], "d": abs(parts[0] - whole), "b": whole, "p": 100 * abs(parts[0] - whole) / whole}
    elif kind == "T":
        base = _any(rng, 5, 2000)
        names = [n for n in ("a", "a2", "a3", "a4") if f"{{{n}}}" in form]
        values: dict[str, float] = {n: max(1, int(base * rng.uniform(0.2, 2))) for n in names}
        return {**values, "t": sum(values.values())}
    else:
        return {}
    out: dict[str, float] = {"b": whole}
    for index, part in enumerate(parts, 1):
        name = str(index) if index > 1 else ""
        out |= {f"a{name}": part, f"p{name}": 100 * part / whole}
    return out


def fill(rng: random.Random, kind: str, form: str, things: list[Thing]) -> str:
    """A sentence of a form."""
    form = form.replace("$share", rng.choice(SHARES))
    while "[" in form:
        form = re.sub(r"\[([^\[\]]*)\]", lambda m: rng.choice(m[1].split("|")), form, count=1)
    noun, traits = rng.choice(things)
    traits = [*rng.sample(traits, len(traits)), "khác", "khác", "khác"]
    name, unit, places = rng.choice(MEASURES)
    scale = 10**places if "@unit" in form else 1
    fourth = rng.choice(SOURCES) if kind in "SN" else traits[3]
    words = {
        "@thing2": rng.choice(things)[0],
        "@thing": noun,
        "@trait4": fourth,
        "@trait3": traits[2],
        "@trait2": traits[1],
        "@trait": traits[0],
        "@measure": name,
        "@unit": unit,
    }
    for slot, word in words.items():
        form = form.replace(slot, word)
    told: dict[str, str] = {}
    for key, value in _values(rng, kind, form, _any(rng) * scale).items():
        if key.startswith("p"):
            told[key] = shown(value, rng.choice((1, 1, 1, 2, 0))) + "%"
            told |= {"near": f"{max(1, round(value))}%", "above": f"{int(value) + 1}%", "below": f"{int(value)}%"}
        else:
            text = shown(value / scale, places if scale > 1 else 0)
            told[key] = f"0{text}" if len(text) == 1 and rng.random() < 0.6 else text
    year, month = rng.randrange(2015, 2024), rng.randrange(2, 10)
    told |= {"y": str(year), "y2": str(year + 1), "k": str(month), "k2": str(month + 1)}
    told |= {key: shown(_any(rng), 0) for key in "nm"} | {
        key: shown(rng.uniform(3, 99), rng.choice((1, 1, 0, 2))) + "%" for key in "qr"
    }
    text = re.sub(r"\s+", " ", re.sub(r"\{(\w+)\}", lambda m: told[m[1]], form)).strip()
    text = re.sub(r"\s([,.;])", r"\1", text)
    return text[0].upper() + text[1:]


def passages(number: int, seed: int, kinds: str = "SPMNTW") -> Iterator[str]:
    """Passages of one to three filled forms."""
    rng = random.Random(seed)
    told, things = forms()
    chosen = [f for f in told if f[0] in kinds]
    for _ in range(number):
        parts = [
            fill(rng, *rng.choice(chosen), things) for _ in range(rng.choice((1, 1, 2, 2, 3)) if len(kinds) > 1 else 1)
        ]
        if len(parts) > 1 and rng.random() < 0.3:
            text = "; ".join([parts[0].rstrip("."), *(p[0].lower() + p[1:].rstrip(".") for p in parts[1:])]) + "."
        else:
            text = " ".join(parts)
        yield f"{rng.choice(BETWEEN)} {text}" if rng.random() < 0.2 else text
