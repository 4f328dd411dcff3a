"""Runs of words that stand under several headings are found by numbers: the same as by comparing one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnreport_nlp.assess.mixed import WIDTH, _again


def runs_in_several(words: dict[int, list[str]]) -> dict[int, list[int]]:
    """The plain way: every run of every text beside every run of the others."""
    runs = {r: [tuple(said[at : at + WIDTH]) for at in range(len(said) - WIDTH + 1)] for r, said in words.items()}
    return {
        r: [at for at, run in enumerate(own) if any(run in other for k, other in runs.items() if k != r)]
        for r, own in runs.items()
    }


@given(
    st.dictionaries(st.integers(0, 40), st.lists(st.sampled_from("ab"), max_size=30), max_size=5),
    st.lists(st.sampled_from("abcdef"), min_size=WIDTH, max_size=20),
    st.integers(0, 10),
)
def test_runs_that_several_texts_have_are_found_by_numbers_as_one_by_one(words, pasted, at):
    for said in words.values():
        if len(said) % 2:
            said[at:at] = pasted
    assert _again(words) == runs_in_several(words)
