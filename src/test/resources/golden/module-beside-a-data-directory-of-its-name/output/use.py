from app.reports.weekly import TEMPLATE
import app.reports.weekly
print(app.reports.weekly.TEMPLATE)
