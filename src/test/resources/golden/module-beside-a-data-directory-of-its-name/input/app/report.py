TEMPLATE = "report/weekly.txt"
