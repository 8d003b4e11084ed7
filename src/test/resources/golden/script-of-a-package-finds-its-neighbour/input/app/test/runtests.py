from old_cases import TestClass
from other import thing

if __name__ == "__main__":
    print(TestClass, thing)
