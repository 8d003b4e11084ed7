import os
import sys

sys.path.insert(0, os.path.abspath("../shop/web"))
extensions = ["sphinx.ext.autodoc", "shop.web.routes"]
autodoc_mock_imports = ["shop.billing"]
autosummary_mock_imports = ["shop.web"]
modindex_common_prefix = ["shop."]
exclude_patterns = ["shop/web"]
apidoc_module_dir = "../shop/web"
nitpick_ignore = [("py:class", "shop.billing.Invoice"), ("py:mod", "shop.web")]
html_theme = "alabaster"
