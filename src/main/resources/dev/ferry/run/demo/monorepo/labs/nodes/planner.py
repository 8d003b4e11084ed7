"""Finds the route for a ship."""


def choose(routes, metres):
    from labs.nodes import route as routing

    fitting = [each for each in routes if isinstance(each, routing.Route) and each.metres >= metres]
    return min(fitting, key=lambda each: each.metres, default=None)
