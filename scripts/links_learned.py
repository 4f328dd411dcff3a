"""What ``train_links.py`` fits: which pair a percentage is said of, and whether a relation that does not compute is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from links_text import Text
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from vnreport_nlp.checks.figures.rates import linking

STRENGTH = {"links": 0.15, "wrong": 0.3, "sums": 0.2, "parts": 0.3}
"""Inverse strengths of the penalty."""
MADE = 0.3
"""Weight of filled forms against text that somebody wrote."""
SLIPPED = {"wrong": 0.4, "sums": 0.4, "parts": 1.0}
MADE_ROWS = {"wrong": 0.4, "sums": 0.4, "parts": 0.5}
PLANTED = 1.7
"""Weights of slips made here, of rows of filled forms, and of planted defects; what is natural has the weight one."""
RARE = 4
"""A measure seen less often is left out."""


def rounded(weights: dict[str, float], least: float) -> dict[str, float]:
    """Weights as they are kept."""
    return {name: round(w, 3) for name, w in sorted(weights.items()) if abs(w) >= least}


@dataclass
class Group:
    """A percentage with its possible pairs as rows of a matrix, the last for none of them; which of them are right."""

    text: Text
    matrix: list[list[str]]
    right: list[int]


class Links:
    """Which pair a percentage is said of: a choice among all near it."""

    def __init__(self, every: list[Text]) -> None:
        self.groups = [g for t in every for g in _groups(t)]
        seen = Counter(n for g in self.groups for n in {n for row in g.matrix for n in row})
        self.names = [n for n, k in seen.items() if k >= RARE]
        index = {n: i for i, n in enumerate(self.names)}
        self.rows = [_matrix(g.matrix, index) for g in self.groups]

    def fit(self, chosen: list[Text]) -> dict[str, float]:
        """Weights that make the right pairs likeliest."""
        kept = {id(t) for t in chosen}
        at = [i for i, g in enumerate(self.groups) if id(g.text) in kept]
        x = sp.vstack([self.rows[i] for i in at]).tocsr()
        sizes = np.array([self.rows[i].shape[0] for i in at])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        owner = np.repeat(np.arange(len(at)), sizes)
        right = np.zeros(x.shape[0], bool)
        for start, i in zip(starts, at, strict=True):
            right[start + np.array(self.groups[i].right)] = True
        weight = np.array([MADE if self.groups[i].text.made else 1.0 for i in at])

        def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
            z = x @ w
            e = np.exp(z - np.maximum.reduceat(z, starts)[owner])
            good = np.where(right, e, 0)
            all_, told = np.add.reduceat(e, starts), np.maximum(np.add.reduceat(good, starts), 1e-300)
            slope = x.T @ (weight[owner] * (good / told[owner] - e / all_[owner]))
            return 0.5 / STRENGTH["links"] * w @ w - weight @ (np.log(told) - np.log(all_)), w / STRENGTH[
                "links"
            ] - slope

        best = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
        return dict(zip(self.names, map(float, best), strict=True))


def _matrix(rows: list[list[str]], index: dict[str, int]) -> sp.csr_matrix:
    at = [(i, index[n]) for i, row in enumerate(rows) for n in set(row) if n in index]
    r, c = zip(*at, strict=True) if at else ((), ())
    return sp.csr_matrix((np.ones(len(at)), (r, c)), shape=(len(rows), len(index)))


def _groups(text: Text) -> Iterator[Group]:
    bad = text.spots()
    for base, told in text.paragraphs:
        for p in linking.percents(told) if "%" in told else ():
            found = linking.window(told, p)
            every = list(linking.pairs(found)) if len(found) > 1 and 0 < p.value != 100 else []
            if not every or any(s < base + p.end and base + p.start < e for s, e, _ in bad):
                continue
            held = [i for i, pair in enumerate(every) if pair.holds(p)]
            precise = len(p.text.replace(",", "").strip("0")) > 2
            right = held if held and precise else [*held, len(every)]
            yield Group(
                text,
                [*(linking.measures(told, p, pair, found) for pair in every), linking.alone(told, p, found)],
                right,
            )


@dataclass
class Row:
    """A relation that does not compute: measures, what it is (1 a slip, 0 natural, None planted or unsure), the planted ones it touches."""

    text: Text
    paragraph: int
    figures: frozenset[int]
    measures: dict[str, float]
    wrong: bool | None
    hits: tuple[int, ...]
    planted: bool
    shown: str


@dataclass
class Fitted:
    weights: dict[str, float]
    bias: float
    raw: np.ndarray

    def scores(self, table: Table, at: list[int]) -> np.ndarray:
        return table.matrix[at] @ self.raw + self.bias


class Table:
    """Rows of one question, and the weights that tell wrong relations."""

    def __init__(self, name: str, rows: list[Row]) -> None:
        self.name, self.rows = name, rows
        seen = Counter(n for r in rows if not r.text.made for n in r.measures)
        self.names = [n for n, k in seen.items() if k >= RARE]
        index = {n: i for i, n in enumerate(self.names)}
        at = [(i, index[n], v) for i, r in enumerate(rows) for n, v in r.measures.items() if n in index]
        r, c, v = zip(*at, strict=True)
        self.matrix = sp.csr_matrix((v, (r, c)), shape=(len(rows), len(self.names)))
        self.hits: dict[tuple[int, int], list[int]] = defaultdict(list)
        for i, row in enumerate(rows):
            for hit in row.hits:
                self.hits[id(row.text), hit].append(i)

    def fit(self, chosen: Callable[[Text], bool], rounds: int = 3) -> Fitted:
        """Weights from some texts; of each planted defect the row that scores best is taken."""
        spread = (
            np.sqrt(np.maximum(self.matrix.power(2).mean(0).A1, 1e-9))
            if self.name == "wrong"
            else np.ones(len(self.names))
        )
        x = self.matrix @ sp.diags(1 / spread)
        base = np.array([r.wrong is not None and chosen(r.text) for r in self.rows])
        weight = np.array(
            [
                (1.0 if r.wrong is False else SLIPPED[self.name] if r.wrong else PLANTED)
                * (MADE_ROWS[self.name] if r.text.made else 1.0)
                for r in self.rows
            ]
        )
        model, kept, y = None, base, np.array([bool(r.wrong) for r in self.rows])
        for turn in range(rounds + 1):
            if turn:
                score, kept, y = model.decision_function(x), base.copy(), np.array([bool(r.wrong) for r in self.rows])
                for at in self.hits.values():
                    best = max(at, key=lambda i: score[i])
                    if chosen(self.rows[best].text):
                        kept[best] = y[best] = True
            model = LogisticRegression(C=STRENGTH[self.name], max_iter=2000, solver="liblinear").fit(
                x[kept], y[kept], sample_weight=weight[kept]
            )
        raw = model.coef_[0] / spread
        return Fitted(dict(zip(self.names, map(float, raw), strict=True)), float(model.intercept_[0]), raw)

    def findings(self, scores: np.ndarray, threshold: float) -> Iterator[tuple[Text, bool, str]]:
        """What would be told: (text, whether planted, as shown), each planted defect and each figure once."""
        told: dict[tuple[int, int], set[int]] = defaultdict(set)
        got: set[tuple[int, int]] = set()
        for i in np.argsort(-scores):
            row = self.rows[i]
            if scores[i] < threshold:
                return
            if row.wrong or row.text.made or told[id(row.text), row.paragraph] & row.figures:
                continue
            told[id(row.text), row.paragraph] |= row.figures
            new = [h for h in row.hits if (id(row.text), h) not in got]
            got.update((id(row.text), h) for h in new[:1])
            if new or not row.planted:
                yield row.text, bool(new), f"{scores[i]:.1f} {row.shown}"
