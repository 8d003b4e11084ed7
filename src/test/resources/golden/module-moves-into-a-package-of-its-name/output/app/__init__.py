from .report.totals import total
