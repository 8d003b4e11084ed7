from django.urls import include, path, re_path

urlpatterns = [
    path("b/", include("shop.billing.urls")),
    path("c/", include(("shop.billing.urls", "billing"), namespace="b")),
    re_path(r"^d/", include("shop.billing.urls", namespace="d")),
]
handler404 = "shop.billing.views.X"
