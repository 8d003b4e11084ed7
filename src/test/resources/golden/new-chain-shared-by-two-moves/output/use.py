from one.two import a
from one.two.three import b
