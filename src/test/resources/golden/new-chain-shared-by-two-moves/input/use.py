from reg import a, b
