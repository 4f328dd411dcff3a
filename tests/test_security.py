"""The claims of SECURITY.md that no other test makes: no network, no code, nothing outside the output folder."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from vnreport_nlp.cli.main import run
from vnreport_nlp.errors import TemplateError
from vnreport_nlp.template import load, nodes

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "vnreport_nlp"
NETWORK = {
    "requests",
    "httpx",
    "urllib3",
    "aiohttp",
    "ftplib",
    "smtplib",
    "telnetlib",
    "http.client",
    "urllib.request",
    "socket",
    "ssl",
    "asyncio",
}
CODE = {"pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve", "joblib.load", "runpy", "code"}
RESTRICTED = "words/source.py"
"""Reads model and token pattern of the installed underthesea (code that runs anyway, pinned by digest); no draft gets there."""
CALLS = {"eval", "exec", "compile", "__import__"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_module_can_reach_the_network_or_run_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed = {"pickle"} if path.relative_to(PACKAGE).as_posix() == RESTRICTED else set()
    assert imported(tree) & (NETWORK | CODE) - allowed == set()
    called = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    if not allowed:
        assert [n.lineno for n in called if isinstance(n.func, ast.Name) and n.func.id in CALLS] == []
    for call in called:
        words = {k.arg: k.value for k in call.keywords}
        shell, pickled = words.get("shell"), words.get("allow_pickle")
        assert shell is None, f"line {call.lineno}: no shell"
        assert pickled is None or (isinstance(pickled, ast.Constant) and pickled.value is False), (
            f"line {call.lineno}: no pickle"
        )
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) in ("np.load", "numpy.load"):
            assert pickled is not None, f"line {call.lineno}: say allow_pickle=False"


def test_the_one_unpickler_builds_plain_values_only() -> None:
    import io
    import pickle

    from vnreport_nlp.words.source import _Plain

    assert _Plain(io.BytesIO(pickle.dumps({"a": ["b", 1]}))).load() == {"a": ["b", 1]}
    for thing in (os.system, print, Path, subprocess.Popen):
        with pytest.raises(pickle.UnpicklingError):
            _Plain(io.BytesIO(pickle.dumps(thing))).load()


def test_yaml_is_read_by_the_base_loader_only() -> None:
    for path in modules():
        source = path.read_text(encoding="utf-8")
        assert "SafeLoader" not in source
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "yaml.load",
                "yaml.compose",
                "yaml.parse",
                "yaml.load_all",
            ):
                loaders = [ast.unparse(k.value) for k in node.keywords if k.arg == "Loader"]
                assert loaders in (["yaml.BaseLoader"], ["_FAST"]), path
    assert nodes._FAST in (yaml.BaseLoader, getattr(yaml, "CBaseLoader", None))


def test_a_tag_in_a_template_is_text(tmp_path: Path) -> None:
    mark = tmp_path / "made"
    text = f"id: a\ntitle: !!python/object/apply:os.system ['touch {mark}']\nrequirements: [{{number: I, title: x}}]\n"
    with pytest.raises(TemplateError):  # a title is text, not a list
        load.parse_template(text, "a.yaml")
    assert not mark.exists()


def test_no_connection_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.chdir(ROOT)
    drafts = ["corpus/drafts/xa-khe-ngang.md", "corpus/drafts/huyen-suoi-lenh.docx"]
    assert run(["batch", *drafts, "-o", str(tmp_path / "report"), "-q", "--workers", "1"]) in (0, 1)
    assert (tmp_path / "report" / "index.html").is_file()


def listing(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*")}


# Long because: one story: every hostile name in one batch.
def test_nothing_is_written_outside_the_output_folder(tmp_path: Path) -> None:
    """Hostile names and a hostile title block; the drafts' folder, the working folder and the home stay as they were."""
    work, home, drafts = tmp_path / "work", tmp_path / "home", tmp_path / "drafts"
    for folder in (work, home, drafts):
        folder.mkdir()
    text = (ROOT / "corpus" / "drafts" / "xa-khe-ngang.md").read_text(encoding="utf-8")
    hostile = "ĐẢNG BỘ HUYỆN ../../../ra-ngoai\nĐẢNG ỦY XÃ ..\\..\\ra-ngoai <script>\n\n" + text
    for name in ("..%2f..%2fra-ngoai.md", "-o.md", "CON.md", "$(touch ra-ngoai).md", "a'b&c;d.md", "..md"):
        (drafts / name).write_text(hostile + name, encoding="utf-8")
    before = {folder: listing(folder) for folder in (work, home, drafts)}
    env = {
        **os.environ,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "VNREPORT_CACHE": str(tmp_path / "cache"),
    }
    command = [
        sys.executable,
        "-m",
        "vnreport_nlp",
        "batch",
        str(drafts),
        "-o",
        str(tmp_path / "report"),
        "-q",
        "--workers",
        "1",
    ]
    done = subprocess.run(
        command, cwd=work, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )
    assert done.returncode in (0, 1), done.stderr
    assert {folder: listing(folder) for folder in (work, home, drafts)} == before
    assert {p.name for p in tmp_path.iterdir()} <= {"work", "home", "drafts", "report", "cache"}
    assert (
        len(list((tmp_path / "report" / "units").glob("*.html"))) == 4
    )  # two names begin with a dot: hidden files are passed over
    assert all("ra-ngoai <script>" not in p.read_text(encoding="utf-8") for p in (tmp_path / "report").rglob("*.html"))
