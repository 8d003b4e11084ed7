from typing import Any
X: Any
