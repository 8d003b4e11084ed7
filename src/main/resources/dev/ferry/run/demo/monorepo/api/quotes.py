"""Answers what a crossing costs."""

import labs.clock
from labs.pricing import (
    discounted,  # early birds
)

HANDLERS = ["labs.pricing.discount", "serve.health"]


def quote(request):
    minute = labs.clock.parse(request["time"])
    return {"cents": discounted(request["vehicle"], minute)}
