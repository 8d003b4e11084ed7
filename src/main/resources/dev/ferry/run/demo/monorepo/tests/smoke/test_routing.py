import labs.nodes.berth
from labs.nodes.planner import choose
from labs.nodes.route import Route


def test_the_smallest_fitting_route_is_chosen():
    small, large = labs.nodes.berth.Berth("A", 90), labs.nodes.berth.Berth("B", 200)
    routes = [Route(large, large), Route(small, large)]
    assert choose(routes, 80).metres == 90
    assert choose(routes, 300) is None
