from unittest import mock

import labs.pricing.tariff
from labs.pricing import Tariff, discounted


def test_an_early_car_pays_a_fifth_less():
    assert discounted("car", 300) == 1440
    assert discounted("car", 700) == 1800


def test_the_tariff_can_be_replaced():
    with mock.patch("labs.pricing.discount.EARLY", 0):
        assert discounted("lorry", 0) == labs.pricing.tariff.Tariff().lorry


def test_tariffs_are_the_same_class_everywhere():
    assert Tariff is labs.pricing.tariff.Tariff
