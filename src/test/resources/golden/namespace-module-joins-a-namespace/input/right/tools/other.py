import left.tools.fmt
from left.tools import fmt, text
