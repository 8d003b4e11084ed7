import c.other
