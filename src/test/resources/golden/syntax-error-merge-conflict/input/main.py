<<<<<<< HEAD
from a.b import f
=======
from a.b import f as g
>>>>>>> other
