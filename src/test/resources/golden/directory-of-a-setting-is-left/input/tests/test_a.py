import labs.a
