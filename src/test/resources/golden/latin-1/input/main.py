# -*- coding: latin-1 -*-
import a.b  # café
name = "é"; print(a.b, name)
