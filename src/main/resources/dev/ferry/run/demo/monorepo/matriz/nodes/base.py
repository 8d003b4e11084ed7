"""What every node is."""


class Node:
    def __init__(self, name):
        self.name = name
        self.inputs = []

    def feed(self, node):
        self.inputs.append(node)
        return self
