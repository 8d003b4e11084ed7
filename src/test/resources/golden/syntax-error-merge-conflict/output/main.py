<<<<<<< HEAD
from x.b import f
=======
from x.b import f as g
>>>>>>> other
