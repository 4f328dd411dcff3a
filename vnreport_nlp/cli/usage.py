"""Mistakes in a command line, told in the reviewer's language and with the way out."""

from __future__ import annotations

import errno
from difflib import get_close_matches

import click

from ..expressions import compiled
from ..messages import render, translate
from ..model import Message, msg

MISSING: dict[str, Message] = {
    "drafts": msg("Chưa nêu tệp dự thảo."), "draft": msg("Chưa nêu tệp dự thảo."), "paths": msg("Chưa nêu thư mục hay tệp dự thảo."),
    "left": msg("Chưa nêu hai tệp cần so sánh."), "right": msg("Chưa nêu tệp thứ hai để so sánh."), "files": msg("Chưa nêu tệp ý kiến."),
    "file": msg("Chưa nêu tệp."), "corpus": msg("Chưa nêu thư mục có dự thảo kèm đáp án."), "template": msg("Chưa nêu mã của mẫu đề cương."), "output": msg("Chưa nêu nơi ghi kết quả (-o)."),
}  # fmt: skip
"""What is missing, by the parameter's name."""
_PATH = msg("Kiểm tra lại đường dẫn; thư mục chứa tệp phải có sẵn.")
_CLOSED = msg("Không ghi được “{path}”."), msg("Đóng tệp trong Excel hoặc Word nếu đang mở rồi chạy lại, hoặc chọn nơi khác mà bạn có quyền ghi.")  # fmt: skip
_FULL = msg("Ổ đĩa đã đầy, không ghi được “{path}”."), msg("Dọn bớt ổ đĩa, hoặc chọn ổ đĩa khác, rồi chạy lại; tệp cũ cùng tên (nếu có) vẫn còn nguyên.")  # fmt: skip
SYSTEM: dict[int, tuple[Message, Message]] = {
    errno.EISDIR: (msg("“{path}” là một thư mục; ở đây cần một tệp."), msg("Ghi thêm tên tệp vào đường dẫn.")),
    errno.ENOENT: (msg("Không có tệp hay thư mục “{path}”."), _PATH),
    errno.ENOTDIR: (msg("“{path}” không phải là thư mục."), _PATH),
    errno.EEXIST: (msg("Đã có tệp tên “{path}”; ở đây cần một thư mục."), msg("Chọn tên khác.")),
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: (msg("Ổ đĩa chỉ cho đọc, không ghi được “{path}”."), msg("Chọn nơi khác mà bạn có quyền ghi.")),
    errno.ENAMETOOLONG: (msg("Đường dẫn “{path}” quá dài."), msg("Rút ngắn tên tệp hoặc thư mục.")),
}
"""What the system refuses and the way out, by the error's number."""
_COMMAND = compiled(r"No such command '?\"?(.+?)'?\"?\.")


def explained(error: click.ClickException) -> Message | None:
    """What is wrong, None where only click's own words say it."""
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(sorted(error.possibilities or ()))
        if near:
            return msg("Không có tùy chọn “{name}”. Có phải: {near}?", name=error.option_name, near=near)
        return msg("Không có tùy chọn “{name}”.", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return MISSING.get(error.param.name or "" if error.param else "") or msg("Chưa nêu {name}.", name=_name(error))
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param is not None else None
        if isinstance(kind, click.Choice):
            return msg("Giá trị của {name} phải là một trong: {all}.", name=_name(error), all=", ".join(kind.choices))
        if isinstance(kind, click.types.IntParamType):
            low, high = getattr(kind, "min", None), getattr(kind, "max", None)
            if low is None or high is None:
                return msg("Giá trị của {name} phải là số nguyên.", name=_name(error))
            return msg(
                "Giá trị của {name} phải là số nguyên từ {low} đến {high}.", name=_name(error), low=low, high=high
            )
        if isinstance(kind, click.Path):
            return _no_path(kind, error)
        return msg("Giá trị của {name} không dùng được.", name=_name(error))
    unknown = _COMMAND.match(error.message)
    return _no_command(unknown[1], error) if unknown else None


def _no_path(kind: click.Path, error: click.BadParameter) -> Message:  # type: ignore[type-arg,unused-ignore]
    """What is wrong with a path: click knows it, and says it in English only."""
    if "does not exist" in error.message:
        return msg("Không có tệp hay thư mục nêu ở {name}.", name=_name(error))
    if "is not readable" in error.message:
        return msg("Không có quyền đọc tệp hay thư mục nêu ở {name}.", name=_name(error))
    if not kind.file_okay:
        return msg("Đường dẫn của {name} là một tệp; ở đây cần một thư mục.", name=_name(error))
    return msg("Giá trị của {name} không dùng được.", name=_name(error))


def _no_command(name: str, error: click.ClickException) -> Message:
    """An unknown command, with those that are written much like it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    group = context.command if context is not None else None
    known = group.list_commands(context) if isinstance(group, click.Group) and context is not None else []
    near = ", ".join(get_close_matches(name, known))
    if near:
        return msg("Không có lệnh “{name}”. Có phải: {near}?", name=name, near=near)
    return msg("Không có lệnh “{name}”.", name=name)


def usage_lines(error: click.ClickException, lang: str) -> list[str]:
    """What is wrong, and where to look."""
    told = explained(error)
    what = render(told, lang) if told is not None else error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    program = context.command_path if context is not None else "vnreport"
    look = msg("Xem “{command} --help”.", command=program)
    return [
        translate("Lỗi: {what}", lang, what=what),
        translate("Cách xử lý: {hint}", lang, hint=render(look, lang)),
    ]


def system_lines(error: OSError, lang: str) -> list[str]:
    """What the system refused, and the way out; its own words only where we have none."""
    what, hint = SYSTEM.get(error.errno or 0, (msg("Máy không làm được việc này: {why} ({path})."), msg("Kiểm tra lại đường dẫn và ổ đĩa rồi chạy lại.")))  # fmt: skip
    fields = {"why": error.strerror or error, "path": error.filename or translate("kết quả", lang)}
    return [
        translate("Lỗi: {what}", lang, what=translate(what.id, lang, **fields)),
        translate("Cách xử lý: {hint}", lang, hint=render(hint, lang)),
    ]


def _name(error: click.BadParameter) -> str:
    """The option or argument as it is written."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return " / ".join(error.param.opts)
    return error.param.make_metavar(error.ctx) if error.ctx is not None else str(error.param.name)  # type: ignore[call-arg,unused-ignore]
