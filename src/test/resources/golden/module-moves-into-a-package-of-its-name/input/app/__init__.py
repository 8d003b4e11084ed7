from .report import total
