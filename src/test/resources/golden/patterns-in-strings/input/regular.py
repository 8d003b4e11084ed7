import re

one = re.compile(r"^a\.x\.b(\.|$)")
two = re.match("a\\.x\\.b", one)
three = re.compile(r"\ba\.x\.b\b")
four = re.compile(r"(z|a\.x\.b)\.f")
five = re.compile(r"z\.a\.x\.b|a\.x\.c|xa\.x\.b")
six = re.compile(r"^a/x/b\.py$")
