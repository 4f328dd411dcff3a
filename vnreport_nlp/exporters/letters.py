"""Letters in Word, one a unit: what is missing, where, what is asked; ready to be signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from ..expressions import compiled
from ..messages import render
from ..model import Assessment, Cohort, DraftSummary, Finding, Followup, Message, Result, Status, Unreadable, msg
from .copies import copied
from .docx_bytes import save, stamp
from .letter_fields import Asked
from .letter_form import Form, addressee
from .letter_groups import follows, grouped, moved_with, together, told_once
from .letter_sentences import UNREADABLE
from .letter_words import of_report
from .tables import Speech, asked_of_unit
from .titles import calm

MOST = 60
"""Findings beyond the missing sections that a letter lists; more belong in the annotated draft."""
LONG = 60
"""Letters of a title that fill the subject of a letter of the State, which stands in a narrow column under its number."""
PACKED = (".zip", ".rar", ".7z", ".gz", ".xz", ".bz2", ".tar")
"""Files that the reviewer can unpack by himself: no unit is asked for those again."""
Line: TypeAlias = tuple[str, tuple[Finding, ...]]
_YEAR = compiled(r"\b20\d\d\b")
_AHEAD = compiled(
    r"(?:\s*[,;]|\s+và)\s+(?:một số\s+)?(?:phương hướng|định hướng|nhiệm vụ|kế hoạch|chương trình công tác)\b.*",
    re.IGNORECASE,
)
ABSENT, PARTIAL = ("S101", "S102"), ("S103", "S104", "S105")
UNCLEAR: dict[Status, Message] = {
    "thin": msg("{n} mục có thể còn ngắn"), "unheaded": msg("{n} mục chưa rõ tiêu đề"), "misplaced": msg("{n} mục chưa rõ vị trí"),
}  # fmt: skip
"""What nobody has looked at yet of sections that count in part, by status."""


def export(
    cohort: Cohort, target: Path, *, lang: str = "vi", letterhead: Path | None = None, confirmed: bool = False,
    state: bool | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Write ``SLUG.docx`` for every unit with something to supplement or mend; returns the files' names.

    With ``confirmed`` a letter says only what a reviewer's decision accepted, and no unit gets one for anything else;
    otherwise a file that cannot be read is asked for again. ``state`` chooses the form of a letter, that of the State or
    of the Party; without it most of the drafts decide.
    """
    target.mkdir(parents=True, exist_ok=True)
    state = cohort.state if state is None else state
    written = []
    for draft in cohort.drafts:
        result = cohort.load(draft)
        told = result.findings if isinstance(result, Assessment) else ()
        if not any(asked_of_unit(f, confirmed=confirmed) for f in told) and (
            confirmed or isinstance(result, Assessment) or draft.path.lower().endswith(PACKED)
        ):
            continue
        letter = Letter(Speech(lang), letterhead, confirmed=confirmed, state=state)
        letter.write(cohort, draft, result)
        save(letter.form.document, target / f"{draft.slug}.docx")
        written.append(f"{draft.slug}.docx")
    return tuple(written)


class Letter:
    """What one letter says."""

    def __init__(self, t: Speech, letterhead: Path | None, *, confirmed: bool = False, state: bool = False) -> None:
        self.t = t
        self.confirmed, self.state = confirmed, state
        self.form = Form(t, letterhead, state=state)

    def write(self, cohort: Cohort, draft: DraftSummary, result: Assessment | Unreadable) -> None:
        """Subject, address, what is asked, signature."""
        t, form = self.t, self.form
        title = report_name(cohort.template.title)
        stamp(form.document, title=t("Đề nghị bổ sung, hoàn thiện báo cáo: {unit}", unit=t.text(draft.label)))
        judged = isinstance(result, Assessment) and not result.foreign
        named = brief(title) if self.state else title
        form.subject(
            t("Bổ sung, hoàn thiện dự thảo Báo cáo {title}", title=named) if judged
            else t("Kiểm tra lại tệp dự thảo Báo cáo {title}", title=title) if isinstance(result, Assessment)
            else t("Gửi lại dự thảo Báo cáo {title}", title=title)
        )  # fmt: skip
        form.to(addressee(result.outline.metadata, state=self.state) if isinstance(result, Assessment) else "")
        if isinstance(result, Unreadable):
            self._unreadable(result)
        elif result.foreign:
            self._foreign(title, result)
        else:
            self._asks(
                title, result, cohort.revision_of(draft), Path(draft.path).name if cohort.has_versions(draft) else ""
            )
        form.close()
        form.sign()

    @property
    def _deadline(self) -> str:
        return self.t("trước ngày … tháng … năm …").replace(" …", "\u00a0…")

    def _unreadable(self, result: Unreadable) -> None:
        told = UNREADABLE.get(result.code, UNREADABLE[""])
        fields = (("deadline", self._deadline), ("file", Path(result.path).name))
        self.form.say(render(Message(told.id, fields), self.t.lang))

    def _foreign(self, title: str, result: Assessment) -> None:
        """The unit is asked which file it meant, and not told what it did: a letter of this kind goes out only after a reviewer's word."""
        file, t = Path(result.document.path).name, self.t
        own = calm(" ".join(result.outline.title.split()))
        said = (
            t("Tệp “{file}” do đơn vị gửi có tiêu đề “{own}”, chưa khớp với đề cương Báo cáo {title}.", file=file, own=own, title=title)
            if own else t("Tệp “{file}” do đơn vị gửi chưa khớp với đề cương Báo cáo {title}.", file=file, title=title)
        )  # fmt: skip
        self.form.say(
            said + " " + t("Đề nghị đơn vị kiểm tra lại tệp đã gửi; nếu gửi nhầm, gửi lại đúng dự thảo; nếu đúng, bố cục lại theo đề cương {deadline}.",
                           deadline=self._deadline))  # fmt: skip

    def _opening(self, title: str, result: Assessment, file: str, *, lacking: bool) -> str:
        """``lacking`` tells whether the letter asks for more of a section, or only to put something right."""
        t, c = self.t, result.coverage
        title = t("{title} (tệp “{file}”)", title=title, file=file) if file else title
        if self.confirmed and not lacking:
            return t("Qua thẩm định dự thảo Báo cáo {title} của đơn vị, đề nghị đơn vị rà soát, chỉnh sửa một số điểm sau (số mục ghi theo đề cương):",
                     title=title)  # fmt: skip
        if self.confirmed:  # the counts are those of all findings, and would contradict a shorter list
            return t("Qua thẩm định dự thảo Báo cáo {title} của đơn vị, đề nghị đơn vị bổ sung, hoàn thiện các nội dung sau (số mục ghi theo đề cương):",
                     title=title)  # fmt: skip
        apart = " " + t("(không tính {n} mục được miễn)", n=c.excused) if c.excused else ""
        if c.full == c.counted:
            return t("Qua đối chiếu với đề cương, dự thảo Báo cáo {title} của đơn vị đã đủ {full}/{n} mục{apart}; đề nghị rà soát, chỉnh sửa một số điểm sau (số mục ghi theo đề cương):",
                     title=title, full=c.full, n=c.counted, apart=apart)  # fmt: skip
        asked = Asked(result, t)
        unsure, unplaced = len(asked.unseen), len(asked.unplaced)
        short = [t("{n} mục mới đạt một phần", n=c.partial - unplaced)] if c.partial > unplaced else []
        short += self._unclear(asked)
        short += [t("{n} mục còn thiếu", n=c.missing - unsure)] if c.missing > unsure else []
        short += [t("{n} mục chưa thấy nội dung", n=unsure)] if unsure else []
        return t("Qua đối chiếu với đề cương, dự thảo Báo cáo {title} của đơn vị đã đủ {full}/{n} mục{apart}, {short}; đề nghị đơn vị bổ sung, hoàn thiện các nội dung sau (số mục ghi theo đề cương):",
                 title=title, full=c.full, n=c.counted, apart=apart, short=", ".join(short))  # fmt: skip

    def _unclear(self, asked: Asked) -> list[str]:
        """How many sections a person must look at, by what is unclear of them."""
        counts = {status: len(asked.unclear(status)) for status in UNCLEAR}
        return [self.t(UNCLEAR[status].id, n=n) for status, n in counts.items() if n]

    def _asks(self, title: str, result: Assessment, revision: Followup | None, file: str) -> None:
        t, say = self.t, self.form.say
        groups, nothing_new = contents(result, revision, t, confirmed=self.confirmed)
        lacking = any(f.rule in ABSENT + PARTIAL for _, told in groups for _, found in told for f in found)
        say(self._opening(title, result, file, lacking=lacking))
        for number, (heading, told) in enumerate(groups, 1):
            heading = f"{number}. {heading}" if len(groups) > 1 else heading
            say(heading, bold=True).paragraph_format.keep_with_next = True
            for line, _ in told[:MOST]:
                say("- " + line)
            if len(told) > MOST:
                say(
                    t("Còn {n} nội dung khác, xem trong bản dự thảo có ghi chú kèm theo.", n=len(told) - MOST)
                    if copied(result)
                    else t("Còn {n} nội dung khác, xem danh sách phát hiện kèm theo.", n=len(told) - MOST)
                )
        closing = t("Đề nghị {deadline}, đơn vị gửi lại báo cáo đã hoàn thiện.", deadline=self._deadline)
        say(f"{t('Các nội dung trên đã được nêu trong lần rà soát trước.')} {closing}" if nothing_new else closing)


def contents(
    result: Assessment, revision: Followup | None, t: Speech, *, confirmed: bool
) -> tuple[list[tuple[str, list[Line]]], bool]:
    """What a letter asks for under its headings, and whether the last letter had told all of it.

    Else what it had told is marked; what a letter never told is not, however long the report has known it.
    """
    asked, along = asked_for(Asked(result, t), confirmed=confirmed)
    sentences = Asked(result, t, along)
    told = frozenset(revision.told if revision is not None else ())
    old = frozenset(f.fingerprint for f in asked) & told
    nothing_new = bool(asked) and all(f.fingerprint in told for f in asked)
    marked = frozenset[str]() if nothing_new else old
    groups = [(heading, found) for heading, found in _groups(asked, sentences) if found]
    return [(heading, list(_lines(found, sentences, marked))) for heading, found in groups], nothing_new


def told_in_letter(result: Result, revision: Followup | None, *, lang: str, confirmed: bool) -> tuple[str, ...]:
    """Fingerprints of what the letter to a draft's unit tells, for the next round to know; none where it gets no letter."""
    if not isinstance(result, Assessment) or result.foreign:
        return ()
    groups, _ = contents(result, revision, Speech(lang), confirmed=confirmed)
    found = {f.fingerprint for _, lines in groups for _, told in lines[:MOST] for f in told}
    return tuple(sorted(found))


def _groups(asked: Sequence[Finding], sentences: Asked) -> tuple[tuple[str, list[Finding]], ...]:
    """What is asked for by kind, what nobody has looked at yet apart from what is sure."""
    t, doubt = sentences.t, sentences.doubtful
    return (
        (t("Kỳ báo cáo, đề nghị kiểm tra trước"), [f for f in asked if of_report(f)]),
        (t("Nội dung còn thiếu"), [f for f in asked if f.rule in ABSENT and not doubt(f)]),
        (t("Nội dung chưa thấy, đề nghị đơn vị kiểm tra lại"), [f for f in asked if f.rule in ABSENT and doubt(f)]),
        (t("Nội dung cần hoàn thiện"), [f for f in asked if f.rule in PARTIAL and not doubt(f)]),
        (t("Nội dung đề nghị đơn vị kiểm tra, xác định lại"), [f for f in asked if f.rule in PARTIAL and doubt(f)]),
        (
            t("Nội dung cần kiểm tra, chỉnh sửa"),
            [f for f in asked if f.rule not in ABSENT + PARTIAL and not of_report(f)],
        ),
    )


def asked_for(sentences: Asked, *, confirmed: bool) -> tuple[list[Finding], dict[str, tuple[str, ...]]]:
    """What a unit is asked for, each thing once, sections in the order of the outline; by section what moves along with it."""
    result = sentences.result
    order = {r.number: k for k, r in enumerate(result.template.requirements)}
    asked = told_once([f for f in result.findings if asked_of_unit(f, confirmed=confirmed)])
    along: dict[str, list[str]] = {}
    kept = []
    for f in (f for f in asked if not follows(f, asked, sentences)):
        head = moved_with(f, asked, result.outline)
        if head is not None and sentences.doubtful(head) is sentences.doubtful(f):
            along.setdefault(head.requirement or "", []).append(f.requirement or "")
        else:
            kept.append(f)
    kept.sort(key=lambda f: order.get(f.requirement or "", -1) if f.rule in ABSENT + PARTIAL else 0)
    return kept, {number: tuple(sorted(below, key=order.__getitem__)) for number, below in along.items()}


def _lines(findings: Sequence[Finding], sentences: Asked, marked: frozenset[str]) -> Iterator[Line]:
    """One sentence a request with the findings that it tells; what is ``marked`` as told before is not told together with what is new."""
    for old in (False, True):
        for group in grouped([f for f in findings if (f.fingerprint in marked) is old], sentences):
            said = sentences.sentence(group[0]) if len(group) == 1 else together(group, sentences)
            again = sentences.t("(lần rà soát trước đã nêu)")
            yield f"{said.removesuffix('.')} {again}." if old else said, group


def brief(title: str) -> str:
    """The name of a report that is long for a narrow column, without what it says of the time ahead; the letter itself says the whole.

    >>> brief("kết quả công tác thủy lợi, phòng, chống thiên tai năm 2025, phương hướng, nhiệm vụ năm 2026")
    'kết quả công tác thủy lợi, phòng, chống thiên tai năm 2025'
    """
    head = _AHEAD.sub("", title)
    return head if len(title) > LONG and _YEAR.search(head) else title


def report_name(title: str) -> str:
    """A template's title as it goes on after the word report."""
    title = calm(" ".join(title.split()))
    bare = title[len("báo cáo ") :] if title.lower().startswith("báo cáo ") else title
    return bare if bare[:2].isupper() else bare[:1].lower() + bare[1:]
