from one.two import pack
