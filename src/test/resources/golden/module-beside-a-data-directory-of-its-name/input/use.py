from app.report import TEMPLATE
import app.report
print(app.report.TEMPLATE)
