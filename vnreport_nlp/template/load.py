"""Read a template: YAML with every scalar a string, every error at once, each with its line and column."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..errors import TemplateError
from ..expressions import compiled
from ..model import Indicator, Message, Requirement, Template, msg
from .bounds import LONGEST_NUMBER, MOST_NAMES, MOST_REQUIREMENTS, phrase_problem
from .nodes import Loc, Reader, compose, mend, unusable

NUMBER = r"^(?:[IVXLC]+|[A-ZĐ]|[a-zđ]|\d{1,3})(?:\.(?:[IVXLC]+|[A-ZĐ]|[a-zđ]|\d{1,3}))*$"
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
_Texts = Annotated[list[_Text], Field(max_length=MOST_REQUIREMENTS)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RequirementFile(_Strict):
    """One requirement as written in YAML."""

    number: Annotated[str, StringConstraints(pattern=NUMBER, max_length=LONGEST_NUMBER)]
    title: _Text
    aliases: _Texts = Field(default_factory=list)
    topic: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")] | None = None
    voice: Literal["result", "direction"] | None = None
    required: bool = True
    when: _Text | None = None
    min_syllables: Annotated[int, Field(ge=0, le=100_000)] = 0
    figures: bool = False
    period: Annotated[str, StringConstraints(pattern=r"^\d{4}(?:\s*-\s*\d{4})?$")] | None = None
    guidance: str = ""


class IndicatorFile(_Strict):
    """One indicator as written in YAML."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    title: _Text
    patterns: Annotated[list[_Text], Field(min_length=1, max_length=100)]
    unit: str = ""
    requirement: str | None = None
    total: bool = True
    period: Literal["term", "year", "now"] | None = None
    without: _Texts = Field(default_factory=list)
    columns: _Texts = Field(default_factory=list)


class TemplateFile(_Strict):
    """A whole template as written in YAML."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=100)]
    title: _Text
    requirements: Annotated[list[RequirementFile], Field(min_length=1, max_length=MOST_REQUIREMENTS)]
    indicators: Annotated[list[IndicatorFile], Field(max_length=500)] = Field(default_factory=list)
    formulas: _Texts = Field(default_factory=list)


_ADVICE = {
    "missing": msg("thiếu khóa “{key}”: thêm dòng “{key}: …”"),
    "extra_forbidden": msg("khóa lạ “{key}”: xóa hoặc sửa tên"),
    "bool_parsing": msg("“{key}” phải là true hoặc false"),
    "int_parsing": msg("“{key}” phải là số nguyên, ví dụ 80"),
    "greater_than_equal": msg("“{key}” phải là số không âm"),
    "less_than_equal": msg("“{key}” quá lớn"),
    "int_parsing_size": msg("“{key}” quá lớn"),
    "too_long": msg("“{key}” có quá nhiều mục: rút gọn"),
    "literal_error": msg("“{key}” chỉ nhận: {note}"),
    "list_type": msg("“{key}” phải là danh sách: [ …, … ]"),
    "string_type": msg("“{key}” phải là một dòng chữ"),
    "string_pattern_mismatch": msg("“{key}” sai dạng: “{value}”"),
    "string_too_short": msg("“{key}” đang trống: viết nội dung hoặc xóa dòng"),
    "string_too_long": msg("“{key}” quá dài: rút gọn"),
    "too_short": msg("“{key}” cần ít nhất một mục"),
    "model_type": msg("cần các dòng “khóa: giá trị”"),
}


def _advice(kind: str, key: str, value: object, note: str) -> Message:
    known = [*RequirementFile.model_fields, *TemplateFile.model_fields, *IndicatorFile.model_fields]
    from difflib import get_close_matches

    near = get_close_matches(key, [k for k in known if k != key], 1)
    if kind == "extra_forbidden" and near:
        return msg("khóa lạ “{key}” (có phải “{near}”?): xóa hoặc sửa tên", key=key, near=near[0])
    if kind not in _ADVICE:
        return msg("“{key}” không đúng kiểu: viết như trong một mẫu có sẵn", key=key)
    allowed = ", ".join(re.findall(r"'([\w-]+)'", note))
    return msg(_ADVICE[kind].id, key=key, value=str(value)[:60], note=allowed)


def _place(marks: dict[Loc, tuple[int, int]], loc: Loc) -> tuple[int, int]:
    while loc and loc not in marks:
        loc = loc[:-1]
    return marks.get(loc, (1, 1))


_YEARS = compiled(r"(\d{4})\s*-\s*(\d{4})")


def _numbers(value: object, reader: Reader) -> None:
    """Numbers are unique, parents come first, no period ends before it begins; told beside what else is wrong with a file."""
    items = value.get("requirements") if isinstance(value, dict) else None
    seen: set[str] = set()
    for k, item in enumerate(items if isinstance(items, list) else []):
        number = item.get("number") if isinstance(item, dict) else None
        if not isinstance(number, str) or len(number) > LONGEST_NUMBER or not re.fullmatch(NUMBER, number):
            continue
        at = _place(reader.marks, ("requirements", k, "number"))
        parent = number.rpartition(".")[0]
        if number in seen:
            reader.problem(at, msg("số “{number}” lặp lại: mỗi mục một số", number=number))
        if parent and parent not in seen:
            what = msg(
                "“{number}” đứng trước mục mẹ “{parent}”: thêm “{parent}” lên trước", number=number, parent=parent
            )
            reader.problem(at, what)
        seen.add(number)
        years = _YEARS.fullmatch(str(item.get("period", "")))
        if years and years[2] < years[1]:
            what = msg("“period” có năm cuối trước năm đầu: “{value}”", value=item["period"])
            reader.problem(_place(reader.marks, ("requirements", k, "period")), what)


def _semantic(data: TemplateFile, reader: Reader) -> None:
    """What the types cannot say: a condition makes an item optional, indicators name requirements, phrases are bounded."""
    seen = {item.number for item in data.requirements}
    if sum(1 + len(item.aliases) for item in data.requirements) > MOST_NAMES:
        what = msg("quá {n} tiêu đề và “aliases” trong một mẫu: rút gọn “aliases”", n=MOST_NAMES)
        reader.problem(_place(reader.marks, ("requirements",)), what)
    for k, item in enumerate(data.requirements):
        if item.when and item.required:
            reader.problem(
                _place(reader.marks, ("requirements", k, "when")), msg("có “when” thì viết “required: false”")
            )
    for k, entry in enumerate(data.indicators):
        if entry.requirement and entry.requirement not in seen:
            reader.problem(
                _place(reader.marks, ("indicators", k, "requirement")),
                msg("không có mục “{number}”", number=entry.requirement),
            )
        for p, pattern in enumerate(entry.patterns):
            wrong = phrase_problem(pattern)
            if wrong is not None:
                reader.problem(_place(reader.marks, ("indicators", k, "patterns", p)), wrong)


def parse_template(text: str, path: str) -> Template:
    """A template from YAML text.

    Raises TemplateError with every problem as ``path:line:column: what``.
    """
    node = compose(text, path)
    reader = Reader(path)
    if node is None:
        raise unusable(path, None, msg("tệp trống"))
    value = reader.value(node, ())
    data: TemplateFile | None = None
    try:
        data = TemplateFile.model_validate(value)
    except ValidationError as error:
        for item in error.errors():
            loc = tuple(item["loc"])
            key = next((str(x) for x in reversed(loc) if isinstance(x, str)), "")
            reader.problem(_place(reader.marks, loc), _advice(item["type"], key, item.get("input", ""), item["msg"]))
    _numbers(value, reader)
    if data is not None:
        _semantic(data, reader)
    if reader.problems or data is None:
        raise TemplateError(
            msg("Mẫu đề cương không dùng được: {path}", path=path),
            tuple(sorted(reader.problems, key=lambda p: (p.line, p.column))),
            mend(path),
        )
    return Template(
        id=data.id,
        title=data.title,
        requirements=tuple(_requirement(r) for r in data.requirements),
        indicators=tuple(_indicator(i) for i in data.indicators),
        formulas=tuple(data.formulas),
        source=path,
    )


def _indicator(i: IndicatorFile) -> Indicator:
    return Indicator(
        i.id, i.title, tuple(i.patterns), i.unit, i.requirement, i.total, i.period, tuple(i.without), tuple(i.columns)
    )


def _requirement(r: RequirementFile) -> Requirement:
    period = "".join(r.period.split()) if r.period else None
    return Requirement(
        r.number, r.title, tuple(r.aliases), r.topic, r.voice, r.required, r.when, r.min_syllables, r.figures, period,
        r.guidance.strip(),
    )  # fmt: skip
