import foo.a
