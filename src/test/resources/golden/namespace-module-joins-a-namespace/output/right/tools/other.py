import right.tools.deep.fmt
from left.tools import text
from right.tools.deep import fmt
