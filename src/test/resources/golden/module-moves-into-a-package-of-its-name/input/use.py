import app.report
from app import report
from app.report import total

print(app.report.total(), report.total())
