VALUE = {"b": 1}
