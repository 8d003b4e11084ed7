from reg import a
