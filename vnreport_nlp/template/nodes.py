"""YAML as plain values with the place of each: strings, lists and maps only, never deep, without anchors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from ..errors import Problem, TemplateError
from ..expressions import compiled
from ..model import Message, msg

# both loaders know strings, lists and maps only; the first is libyaml's, where PyYAML was built with it
_FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 100
"""Lists and maps inside one another; a template has three or four."""
_SIGNS = compiled(r"[][{}]")
_STEPS = compiled(rf"(?m)^[ \t]*(?:[-?:][ \t]+){{{DEEPEST}}}")
"""Lists that begin in one line, one inside the other: libyaml takes for ever to get through a million of them."""
_CONTROL = compiled("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""What no line of a template holds: orders to a terminal, halves of characters."""
_NO_CONTROL = msg("có ký tự điều khiển: xóa hoặc gõ lại dòng này")
LONGEST_KEY = 100
"""Characters of a key; those of a template have a dozen."""
Value = str | list["Value"] | dict[str, "Value"]
Loc = tuple[str | int, ...]


class _Mark(Protocol):
    """Where both YAML parsers say they are, counted from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _At:
    """A place that we counted ourselves."""

    line: int
    column: int


@dataclass
class Reader:
    """Turns YAML nodes into plain values and remembers where each stands."""

    path: str
    marks: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, mark: tuple[int, int], what: Message) -> None:
        """Note what is wrong at a line and column."""
        self.problems.append(Problem(self.path, *mark, what))

    def value(self, node: yaml.Node, loc: Loc) -> Value:
        """The value of a node that stands at ``loc``."""
        self.marks[loc] = _start(node)
        if isinstance(node, yaml.MappingNode):
            out: dict[str, Value] = {}
            for key_node, value_node in node.value:
                at = _start(key_node)
                key = self._key(key_node, at)
                if key is None:
                    continue
                if key in out:
                    self.problem(at, msg("khóa “{key}” lặp lại: giữ một dòng", key=key))
                out[key] = self.value(value_node, (*loc, key))
                self.marks[(*loc, key)] = at
            return out
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*loc, k)) for k, child in enumerate(node.value)]
        if _CONTROL.search(node.value):
            self.problem(self.marks[loc], _NO_CONTROL)
        return str(node.value)

    def _key(self, node: yaml.Node, at: tuple[int, int]) -> str | None:
        if not isinstance(node, yaml.ScalarNode) or len(node.value) > LONGEST_KEY:
            self.problem(at, msg("khóa phải là một từ ngắn: xóa “?” hoặc sửa tên khóa"))
            return None
        return str(node.value)


def _start(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, counted from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _deep(text: str) -> bool:
    """Whether brackets, or lists of one line, are nested deeper than any template's: YAML's readers take for ever to say so."""
    depth = 0
    for sign in _SIGNS.findall(text):
        depth += 1 if sign in "[{" else -1 if depth else 0
        if depth > DEEPEST:
            return True
    return _STEPS.search(text) is not None


def _events(text: str, path: str) -> Iterator[yaml.Event]:
    """What libyaml sees, one after the other; TemplateError as soon as it lies too deep."""
    depth = 0
    for event in yaml.parse(text, Loader=_FAST):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise unusable(path, event.start_mark, msg("lồng quá nhiều cấp"))
        yield event


def compose(text: str, path: str) -> yaml.Node | None:
    """The node tree; libyaml reads ten times faster where PyYAML was built with it, PyYAML itself says what is wrong.

    Raises TemplateError for what is no YAML, lies too deep or has anchors.
    """
    if _deep(text):
        raise unusable(path, None, msg("lồng quá nhiều cấp"))
    try:
        if not any(getattr(event, "anchor", None) for event in _events(text, path)):
            quick: yaml.Node | None = yaml.compose(text, Loader=_FAST)
            return quick
    except RecursionError as error:
        raise unusable(path, None, msg("lồng quá nhiều cấp")) from error
    except (yaml.YAMLError, UnicodeError):
        pass
    return _compose_slowly(text, path)


def _compose_slowly(text: str, path: str) -> yaml.Node | None:
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise unusable(path, event.start_mark, msg("không dùng neo (& hoặc *): viết lại nội dung tại chỗ"))
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
        return node
    except yaml.MarkedYAMLError as error:
        why = msg("sai cú pháp YAML: kiểm tra thụt dòng, dấu “:” và dấu ngoặc ở chỗ này")
        raise unusable(path, error.problem_mark or error.context_mark, why) from error
    except yaml.reader.ReaderError as error:  # told by its place in the text
        before = text[: error.position]
        at = _At(before.count("\n"), len(before) - before.rfind("\n") - 1)
        raise unusable(path, at, _NO_CONTROL) from error
    except yaml.YAMLError as error:
        raise unusable(path, None, msg("không phải tệp YAML: {why}", why=type(error).__name__)) from error


def unusable(path: str, mark: _Mark | None, what: Message) -> TemplateError:
    """The one problem that stops reading."""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return TemplateError(
        msg("Mẫu đề cương không dùng được: {path}", path=path), (Problem(path, line, column, what),), mend(path)
    )


def mend(path: str) -> Message:
    """The way out of a faulty template."""
    return msg("Sửa các chỗ đã nêu trong tệp mẫu, rồi kiểm tra lại bằng: vnreport template lint {path}", path=path)
