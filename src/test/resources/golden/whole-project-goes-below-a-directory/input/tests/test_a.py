from pkg.a import main
from tests.common import C
