# -*- coding: latin-1 -*-
import x.b  # café
name = "é"; print(x.b, name)
