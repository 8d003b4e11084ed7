from beta.n import *
