from labs import guard
from core import gov
