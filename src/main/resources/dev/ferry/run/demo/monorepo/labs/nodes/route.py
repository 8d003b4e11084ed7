"""A way between berths."""

from labs.nodes.berth import Berth
from matriz.nodes.base import Node


class Route(Node):
    def __init__(self, origin: "labs.nodes.berth.Berth", target: Berth):
        super().__init__(f"{origin.name}-{target.name}")
        self.feed(origin).feed(target)

    @property
    def metres(self):
        return min(berth.metres for berth in self.inputs)
