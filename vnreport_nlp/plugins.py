"""Readers, checks and exporters as entry points: ours are declared like a stranger's."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Literal

from .declarations import Point, points_of
from .errors import UsageError, VnReportError
from .model.findings import msg
from .resources import CHECKOUT

Group = Literal["readers", "sniffers", "checks", "exporters", "explanations"]
GROUPS: tuple[Group, ...] = ("readers", "sniffers", "checks", "exporters", "explanations")
OWN = "vnreport-nlp"
_MEND = msg("Cập nhật hoặc gỡ gói đó rồi chạy lại.")


def owner(point: Point) -> str:
    """Name of the distribution that declares an entry point."""
    return point.dist.name if point.dist is not None else OWN


def _own_from_checkout(group: str) -> list[Point]:
    """Our own declarations when the package runs from a checkout that is not installed."""
    path = CHECKOUT / "pyproject.toml"
    if not path.is_file():
        return []
    import tomllib

    declared = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["entry-points"]
    return [Point(name, value, group) for name, value in declared.get(group, {}).items()]


@lru_cache(maxsize=1)
def _installed() -> tuple[Point, ...]:
    """Every entry point for us, looked for once: that is a file for each installed distribution."""
    return points_of(f"vnreport.{group}" for group in GROUPS)


@lru_cache(maxsize=8)
def declared(group: Group) -> dict[str, Point]:
    """Entry points of ``vnreport.<group>`` by name.

    Raises UsageError when two distributions declare one name, naming both.
    """
    found: dict[str, Point] = {}
    full = f"vnreport.{group}"
    installed = [point for point in _installed() if point.group == full]
    if not any(owner(p).lower() == OWN for p in _installed()):
        installed += _own_from_checkout(full)
    for point in installed:
        other = found.get(point.name)
        if other is not None and (owner(other), other.value) != (owner(point), point.value):
            raise UsageError(
                msg(
                    "Hai gói cùng khai báo “{name}” trong {group}: {left} và {right}.",
                    name=point.name, group=full, left=owner(other), right=owner(point),
                ),
                msg("Gỡ một trong hai gói."),
            )  # fmt: skip
        found[point.name] = point
    return dict(sorted(found.items()))


def strangers(group: Group) -> dict[str, Point]:
    """The entry points of a group that other packages declare."""
    return {name: point for name, point in declared(group).items() if owner(point).lower() != OWN}


def load(group: Group, name: str) -> Callable[..., object]:
    """The plain function behind one entry point; KeyError when there is none of that name.

    Raises UsageError that names the package of a stranger whose function cannot be had; ours is a fault of this package.
    """
    point = declared(group)[name]
    module, _, attribute = point.value.partition(":")
    try:
        function = getattr(import_module(module), attribute)
    except Exception as error:
        if owner(point).lower() == OWN:
            raise
        raise _faulty(point, error) from error
    if not callable(function):
        raise UsageError(
            msg("“{value}” của {owner} không phải là một hàm.", value=point.value, owner=owner(point)), _MEND
        )
    return function  # type: ignore[no-any-return]


def call(group: Group, name: str, *given: object, **options: object) -> object:
    """What one entry point's function gives; UsageError that names the package where a stranger's fails.

    KeyError when there is none of that name; what the system refuses (OSError) is raised as it is.
    """
    function, point = load(group, name), declared(group)[name]
    if owner(point).lower() == OWN:
        return function(*given, **options)
    try:
        return function(*given, **options)
    except (VnReportError, OSError):
        raise
    except Exception as error:
        raise _faulty(point, error) from error


def _faulty(point: Point, error: Exception) -> UsageError:
    why = f"{type(error).__name__}: {error}"[:200]
    return UsageError(
        msg("Gói {owner} gặp lỗi ở “{value}” ({why}).", owner=owner(point), value=point.value, why=why), _MEND
    )
