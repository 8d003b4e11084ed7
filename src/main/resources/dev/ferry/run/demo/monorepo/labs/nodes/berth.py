"""A place where ships lie."""

import matriz.nodes.base


class Berth(matriz.nodes.base.Node):
    def __init__(self, name, metres):
        super().__init__(name)
        self.metres = metres
