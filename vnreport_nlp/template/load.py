"""Read a template: YAML with every scalar a string, every error at once, each with its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal, Protocol

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..errors import Problem, TemplateError
from ..expressions import compiled
from ..model import Indicator, Message, Requirement, Template, msg

# both loaders know strings, lists and maps only; the first is libyaml's, where PyYAML was built with it
_FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NUMBER = r"^(?:[IVXLC]+|[A-ZĐ]|[a-zđ]|\d{1,3})(?:\.(?:[IVXLC]+|[A-ZĐ]|[a-zđ]|\d{1,3}))*$"
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RequirementFile(_Strict):
    """One requirement as written in YAML."""

    number: Annotated[str, StringConstraints(pattern=NUMBER)]
    title: _Text
    aliases: list[_Text] = Field(default_factory=list)
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
    patterns: Annotated[list[_Text], Field(min_length=1)]
    unit: str = ""
    requirement: str | None = None
    total: bool = True
    period: Literal["term", "year", "now"] | None = None
    without: list[_Text] = Field(default_factory=list)
    columns: list[_Text] = Field(default_factory=list)


class TemplateFile(_Strict):
    """A whole template as written in YAML."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$")]
    title: _Text
    requirements: Annotated[list[RequirementFile], Field(min_length=1)]
    indicators: list[IndicatorFile] = Field(default_factory=list)
    formulas: list[_Text] = Field(default_factory=list)


Value = str | list["Value"] | dict[str, "Value"]
Loc = tuple[str | int, ...]


class _Mark(Protocol):
    """Where both YAML parsers say they are, counted from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass
class _Reader:
    """Turns YAML nodes into plain values and remembers where each stands."""

    path: str
    marks: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, mark: tuple[int, int], what: Message) -> None:
        self.problems.append(Problem(self.path, *mark, what))

    def value(self, node: yaml.Node, loc: Loc) -> Value:
        here = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.marks[loc] = here
        if isinstance(node, yaml.MappingNode):
            out: dict[str, Value] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value)
                at = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
                if key in out:
                    self.problem(at, msg("khóa “{key}” lặp lại: giữ một dòng", key=key))
                out[key] = self.value(value_node, (*loc, key))
                self.marks[(*loc, key)] = at
            return out
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*loc, k)) for k, child in enumerate(node.value)]
        return str(node.value)


DEEPEST = 100
"""Brackets inside brackets; a template has two or three."""


def _deep(text: str) -> bool:
    """Whether brackets are nested deeper than any template's: PyYAML takes for ever to say so."""
    depth = 0
    for sign in re.findall(r"[][{}]", text):
        depth += 1 if sign in "[{" else -1 if depth else 0
        if depth > DEEPEST:
            return True
    return False


def _compose(text: str, path: str) -> yaml.Node | None:
    """The node tree; libyaml reads ten times faster where PyYAML was built with it, PyYAML itself says what is wrong."""
    if _deep(text):
        raise _unusable(path, None, msg("lồng quá nhiều cấp"))
    try:
        if not any(getattr(event, "anchor", None) for event in yaml.parse(text, Loader=_FAST)):
            quick: yaml.Node | None = yaml.compose(text, Loader=_FAST)
            return quick
    except RecursionError as error:
        raise _unusable(path, None, msg("lồng quá nhiều cấp")) from error
    except yaml.YAMLError:
        pass
    return _compose_slowly(text, path)


def _compose_slowly(text: str, path: str) -> yaml.Node | None:
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _unusable(path, event.start_mark, msg("không dùng neo (& hoặc *): viết lại nội dung tại chỗ"))
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
        return node
    except yaml.MarkedYAMLError as error:
        why = msg("sai cú pháp YAML ({why}): kiểm tra thụt dòng và dấu “:”", why=error.problem)
        raise _unusable(path, error.problem_mark or error.context_mark, why) from error
    except yaml.YAMLError as error:
        raise _unusable(path, None, msg("không phải tệp YAML: {why}", why=type(error).__name__)) from error


def _unusable(path: str, mark: _Mark | None, what: Message) -> TemplateError:
    """The one problem that stops reading."""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return TemplateError(msg("Mẫu đề cương không dùng được: {path}", path=path), (Problem(path, line, column, what),))


_ADVICE = {
    "missing": msg("thiếu khóa “{key}”: thêm dòng “{key}: …”"),
    "extra_forbidden": msg("khóa lạ “{key}”: xóa hoặc sửa tên"),
    "bool_parsing": msg("“{key}” phải là true hoặc false"),
    "int_parsing": msg("“{key}” phải là số nguyên, ví dụ 80"),
    "greater_than_equal": msg("“{key}” phải là số không âm"),
    "less_than_equal": msg("“{key}” quá lớn"),
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

    near = get_close_matches(key, known, 1)
    if kind == "extra_forbidden" and near:
        return msg("khóa lạ “{key}” (có phải “{near}”?): xóa hoặc sửa tên", key=key, near=near[0])
    if kind not in _ADVICE:
        return msg("“{key}”: {note}", key=key, note=note)
    allowed = ", ".join(re.findall(r"'([\w-]+)'", note))
    return msg(_ADVICE[kind].id, key=key, value=str(value)[:60], note=allowed)


def _place(marks: dict[Loc, tuple[int, int]], loc: Loc) -> tuple[int, int]:
    while loc and loc not in marks:
        loc = loc[:-1]
    return marks.get(loc, (1, 1))


_YEARS = compiled(r"(\d{4})\s*-\s*(\d{4})")


def _numbers(value: object, reader: _Reader) -> None:
    """Numbers are unique, parents come first, no period ends before it begins; told beside what else is wrong with a file."""
    items = value.get("requirements") if isinstance(value, dict) else None
    seen: set[str] = set()
    for k, item in enumerate(items if isinstance(items, list) else []):
        number = item.get("number") if isinstance(item, dict) else None
        if not isinstance(number, str) or not re.fullmatch(NUMBER, number):
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


def _semantic(data: TemplateFile, reader: _Reader) -> None:
    """What the types cannot say: a condition makes an item optional, indicators name requirements."""
    seen = {item.number for item in data.requirements}
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
            if pattern.count("{n}") != 1:
                reader.problem(
                    _place(reader.marks, ("indicators", k, "patterns", p)),
                    msg("mẫu câu cần đúng một “{field}”", field="{n}"),
                )


def parse_template(text: str, path: str) -> Template:
    """A template from YAML text.

    Raises TemplateError with every problem as ``path:line:column: what``.
    """
    node = _compose(text, path)
    reader = _Reader(path)
    if node is None:
        raise _unusable(path, None, msg("tệp trống"))
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
