from three.four import b
