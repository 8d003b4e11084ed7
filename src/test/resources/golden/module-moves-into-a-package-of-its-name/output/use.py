import app.report.totals
from app.report import totals as report
from app.report.totals import total

print(app.report.totals.total(), report.total())
