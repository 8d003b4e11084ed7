from one.two import a
