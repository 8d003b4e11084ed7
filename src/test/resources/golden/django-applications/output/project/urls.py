from django.urls import include, path, re_path

urlpatterns = [
    path("b/", include("core.billing.urls")),
    path("c/", include(("core.billing.urls", "billing"), namespace="b")),
    re_path(r"^d/", include("core.billing.urls", namespace="d")),
]
handler404 = "core.billing.views.X"
