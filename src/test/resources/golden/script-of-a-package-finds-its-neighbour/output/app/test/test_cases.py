class TestClass:
    pass
