import os
import sys

sys.path.insert(0, os.path.abspath("../shop/web"))
extensions = ["sphinx.ext.autodoc", "shop.site.pages.routes"]
autodoc_mock_imports = ["shop.core.invoices"]
autosummary_mock_imports = ["shop.site.pages"]
modindex_common_prefix = ["shop."]
exclude_patterns = ["shop/web"]
apidoc_module_dir = "../shop/web"
nitpick_ignore = [("py:class", "shop.core.invoices.Invoice"), ("py:mod", "shop.site.pages")]
html_theme = "alabaster"
