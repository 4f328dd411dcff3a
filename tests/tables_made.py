"""Tables made for the tests, with merged heads: what the checks of figures say of a Word file that holds them."""

from __future__ import annotations

from docx_made import docx, p
from figure_rules import evaluate_cases

from vnreport_nlp.checks import figures
from vnreport_nlp.model import Finding
from vnreport_nlp.readers import read_bytes

TITLE = "BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2024"


def table(text: str) -> str:
    """A table from lines of cells with ``|`` between: ``<`` goes on with the cell left of it, ``^`` with the one above."""
    rows = [[c.strip() for c in line.split("|")] for line in text.strip().splitlines()]
    return f"<w:tbl>{''.join(_row(rows, at) for at in range(len(rows)))}</w:tbl>"


def _row(rows: list[list[str]], at: int) -> str:
    row, out = rows[at], []
    for column, said in enumerate(row):
        if said == "<":
            continue
        wide = 1
        while column + wide < len(row) and row[column + wide] == "<":
            wide += 1
        below = at + 1 < len(rows) and column < len(rows[at + 1]) and rows[at + 1][column] == "^"
        merge = '<w:vMerge w:val="continue"/>' if said == "^" else '<w:vMerge w:val="restart"/>' if below else ""
        span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
        out.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{p('' if said == '^' else said)}</w:tc>")
    return f"<w:tr>{''.join(out)}</w:tr>"


def findings(*parts: str) -> list[Finding]:
    """All findings about figures of a report of these paragraphs and tables (those with ``|``)."""
    body = p(TITLE) + "".join(table(part) if "|" in part else p(part) for part in parts)
    made = evaluate_cases.context(read_bytes(docx(body), "made.docx"))
    return [f for f in figures.check(made) if f.rule != "F205"]


def told(*parts: str) -> list[str]:
    """The rules of these findings in their order."""
    return [f.rule for f in findings(*parts)]
