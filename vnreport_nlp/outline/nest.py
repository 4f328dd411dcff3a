"""Nest headings by their numbering; style is asked only where a heading carries no number."""

from __future__ import annotations

from collections.abc import Sequence

from .candidates import Candidate
from .markers import Marker, rank
from .nodes import DEEPEST, MAX_GAP, Node, beside_its_like, in_another_style


def _deeper(candidate: Candidate, above: Candidate) -> bool:
    """Whether a heading's style, or the level of its automatic number, says that it stands below another's."""
    if candidate.label_level is not None and above.label_level is not None and candidate.level == above.level:
        return candidate.label_level > above.label_level
    return candidate.level is not None and above.level is not None and candidate.level > above.level


class Nester:
    """Places candidates one after the other under the open sections."""

    def __init__(self, candidates: Sequence[Candidate], *, held: dict[int, int] | None = None) -> None:
        self.candidates = candidates
        self.held = held or {}
        self.roots: list[Node] = []
        self.open: list[Node] = []
        self.order: list[Node] = []

    def run(self) -> list[Node]:
        """All nodes in document order."""
        for at, candidate in enumerate(self.candidates):
            parent, style, value, step = self._place(at, candidate)
            if parent is not None and parent.depth >= DEEPEST:
                parent = parent.parent
            node = Node(candidate, parent, style, value, step, at in self.held)
            (parent.children if parent else self.roots).append(node)
            self.open = [*self._chain(parent), node]
            self.order.append(node)
        return self.order

    @staticmethod
    def _chain(node: Node | None) -> list[Node]:
        chain: list[Node] = []
        while node is not None:
            chain.append(node)
            node = node.parent
        return chain[::-1]

    def _place(self, at: int, candidate: Candidate) -> tuple[Node | None, str, int, str]:
        marker = candidate.marker
        if marker is None:
            return self._place_plain(at, candidate)
        if marker.kind == "decimal":
            return (self._decimal_parent(marker), marker.style, marker.value, marker.step)
        beside = in_another_style(at, marker, self.candidates, self.open)
        if beside is not None:
            return (beside.parent, beside.style, marker.value, marker.step)
        return (self._parent(at, marker), marker.style, marker.value, marker.step)

    def _decimal_parent(self, marker: Marker) -> Node | None:
        """``6.2.`` goes beside an open ``6.1.``, else under the open section that is number 6; else beside its like; else by rank."""
        for node in reversed(self.open):
            own = node.candidate.marker
            if own is not None and (own.style, own.prefix, own.value + 1) == (
                marker.style,
                marker.prefix,
                marker.value,
            ):
                return node.parent
        for node in reversed(self.open):
            lettered = (
                node.style.startswith(("rdec", "udec")) and node.tail[1:] == marker.prefix
            )  # ``2.1`` below ``II.2``
            if node.tail == marker.prefix or lettered:
                return node
        for node in reversed(self.open):
            if node.style == marker.style and node.candidate.marker and node.candidate.marker.prefix == marker.prefix:
                return node.parent
        for node in reversed(self.order):
            if node.tail == marker.prefix and node.candidate.marker is not None:
                return node
            if node.parent is None:
                break
        for node in reversed(self.open):
            if node.style == marker.style:
                return node.parent
        return self._by_rank(marker.style)

    def _by_rank(self, style: str) -> Node | None:
        for node in reversed(self.open):
            if rank(node.style) < rank(style):
                return node
        return None

    def _parent(self, at: int, marker: Marker) -> Node | None:
        like = next((n for n in reversed(self.open) if n.style == marker.style), None)
        if like is None:
            return self._first_of_style(at, marker)
        following = self._next_of(at, marker)
        if following is not None:
            return following.parent
        gap = marker.value - like.value
        if 0 < gap <= MAX_GAP:
            return like.parent
        if marker.value == 1 and (like is not self.open[-1] or self._list_inside(at, like)):
            return self._restart(at, marker, like)
        if gap <= 0 or gap > MAX_GAP:
            outer = next(
                (n for n in reversed(self.open) if n.style == marker.style and 0 < marker.value - n.value <= MAX_GAP),
                None,
            )
            return outer.parent if outer else like.parent
        return like.parent

    def _next_of(self, at: int, marker: Marker) -> Node | None:
        """The open section whose number comes just before; where several are, one that looks like this heading, then the innermost."""
        before = [n for n in reversed(self.open) if n.style == marker.style and n.value + 1 == marker.value]
        look, level = self.candidates[at].look, self.candidates[at].label_level
        if level is not None:  # automatic numbers of one list level are siblings, whatever stands between
            before = [n for n in before if n.candidate.label_level == level] or before
        return next((n for n in before if n.candidate.look == look), before[0] if before else None)

    def _first_of_style(self, at: int, marker: Marker) -> Node | None:
        """A style that is not open yet opens a level below the last heading, or where its rank says."""
        top = self.open[-1] if self.open else None
        if top is None:
            return None
        opens = marker.style in ("upper", "item") or (marker.style == "part" and top.candidate.marker is not None)
        if opens and self._continues(at, top.style, top.value):
            return top
        bare = top.candidate.title.shape == "standalone"
        if bare and marker.value == 1 and marker.style not in ("part", "item", "upper", "roman") and self._adjacent(at):
            return top
        if (
            bare
            and marker.style == "roman"
            and marker.value == 1
            and top.style not in ("part", "item", "upper")
            and self._continues(at, top.style, top.value)
        ):
            return top
        return self._where_before(at, marker) or self._by_rank(marker.style)

    def _where_before(self, at: int, marker: Marker) -> Node | None:
        """For a usually high style that stood below a number or a deeper list level: the open section like the one it stood below."""
        if marker.style not in ("part", "item", "upper", "roman"):
            return None
        last = next((n for n in reversed(self.order) if n.style == marker.style), None)
        if last is not None:
            above = last.parent
            return next((n for n in reversed(self.open) if above is not None and n.style == above.style), None)
        candidate = self.candidates[at]
        return next((n for n in reversed(self.open) if _deeper(candidate, n.candidate)), None)

    def _adjacent(self, at: int) -> bool:
        """Whether nothing stands between this candidate and the one before."""
        return at > 0 and self.candidates[at].first == self.candidates[at - 1].last + 1

    def _continues(self, at: int, style: str, value: int) -> bool:
        """Whether the next number of ``style`` comes later."""
        return any(
            c.marker is not None and c.marker.style == style and c.marker.value == value + 1
            for c in self.candidates[at + 1 :]
        )

    def _list_inside(self, at: int, like: Node) -> bool:
        """A 1 straight after its like opens a list inside it when the outer numbering goes on after that list."""
        last = 1
        for c in self.candidates[at + 1 :]:
            if c.marker is None:
                continue
            if rank(c.marker.style) < rank(like.style):
                return False
            if c.marker.style == like.style:
                if c.marker.value == like.value + 1 and (last >= 2 or c.marker.value != last + 1):
                    return last >= 2
                if c.marker.value != last + 1:
                    return False
                last = c.marker.value
        return False

    def _restart(self, at: int, marker: Marker, like: Node) -> Node | None:
        """A new 1 of an open style: a list below a deeper open section, if that section is not of a lower rank."""
        below = self.open[self.open.index(like) + 1 :]
        if not below:
            return like
        top = below[-1]
        return top if rank(top.style) < rank(marker.style) or top.style == "none" else below[0]

    def _place_plain(self, at: int, candidate: Candidate) -> tuple[Node | None, str, int, str]:
        over = self._over_numbers(candidate)
        lost = None if candidate.listed or over is not None else self._lost_number(at)
        if at in self.held:
            parent: Node | None = self.order[self.held[at]]
        elif candidate.listed:
            parent = self._list_parent(candidate)
        elif over is not None:
            parent = over.parent
        else:
            parent = lost.parent if lost is not None else self._plain_parent(at, candidate)
        siblings = parent.children if parent else self.roots
        style, value = "none", len(siblings) + 1
        if candidate.title.shape == "standalone":
            if siblings and siblings[-1].style != "none":
                style, value = siblings[-1].style, siblings[-1].value + 1
            elif candidate.caps and parent is None:
                style = "roman"
            elif not candidate.listed:
                style = self._style_to_come(at, value)
        return parent, style, value, str(len(siblings) + 1)

    def _over_numbers(self, candidate: Candidate) -> Node | None:
        """The open capitals of this look, without a number, over open numbers: a gap in those is no place for one of them."""
        like = (n for n in self.open[:-1] if n.candidate.marker is None and n.candidate.look == candidate.look)
        return next(like, None) if candidate.caps else None

    def _list_parent(self, candidate: Candidate) -> Node | None:
        """Beside the bullets of its list, else below the heading that the list stands under."""
        like = next((n for n in reversed(self.open) if n.candidate.look == candidate.look), None)
        top = self.open[-1] if self.open else None
        return top if like is None else like.parent

    def _style_to_come(self, at: int, value: int) -> str:
        """The style of the next number when it goes on from this heading and from no open section."""
        following = next((c.marker for c in self.candidates[at + 1 :] if c.marker is not None), None)
        if following is None or following.value != value + 1 or not following.style.startswith(("arabic", "roman")):
            return "none"
        taken = any(n.style == following.style and n.value == following.value - 1 for n in self.open)
        return "none" if taken else following.style

    def _lost_number(self, at: int) -> Node | None:
        """The open numbered section beside which this heading stands, when the next number shows a gap for it."""
        for c in self.candidates[at + 1 :]:
            if c.marker is None:
                continue
            for node in reversed(self.open):
                marker = node.candidate.marker
                prefix = marker.prefix if marker is not None and marker.style == node.style else c.marker.prefix
                if node.style == c.marker.style and prefix == c.marker.prefix:
                    gap = c.marker.value - node.value - 1
                    return node if gap > 0 else None
            return None
        return None

    def _inside_numbered(self, at: int, candidate: Candidate) -> Node | None:
        """The numbered part around capitals without a number: the parts' numbers go on after them without a gap."""
        top = self.open[0]
        marker = top.candidate.marker
        if (
            not candidate.caps
            or candidate.level is not None
            or marker is None
            or marker.kind not in ("roman", "upper", "part")
        ):
            return None
        following = next(
            (c.marker for c in self.candidates[at + 1 :] if c.marker is not None and c.marker.style == top.style), None
        )
        return top if following is not None and following.value == top.value + 1 else None

    def _plain_parent(self, at: int, candidate: Candidate) -> Node | None:
        """Beside the last open heading that looks the same; capitals stand above others; else below the last one."""
        if not self.open:
            return None
        held = self._inside_numbered(at, candidate) or beside_its_like(candidate, self.open)
        if held is not None:
            return held
        for node in reversed(self.open):
            if node.held:
                continue
            if node.candidate.look == candidate.look:
                return node.parent
            if _deeper(candidate, node.candidate):
                return node
            if node.candidate.caps and node.candidate.marker is None and not candidate.caps:
                return node
        if candidate.caps:
            caps = next((n for n in self.open if n.candidate.caps), None)
            return caps.parent if caps else None
        if candidate.level is not None:
            for node in reversed(self.open):
                if node.candidate.level is not None and node.candidate.level < candidate.level:
                    return node
                if node.candidate.level == candidate.level:
                    return node.parent
        for node in reversed(self.open):
            if (
                node.candidate.marker is None
                and not node.candidate.caps
                and node.candidate.title.shape == candidate.title.shape
            ):
                return node.parent
        top = self.open[-1]
        while (
            top.parent is not None
            and top.candidate.title.shape != "standalone"
            and candidate.title.shape == "standalone"
        ):
            top = top.parent
        return top
