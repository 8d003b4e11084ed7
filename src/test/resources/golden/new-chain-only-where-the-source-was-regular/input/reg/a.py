from loose import b
