from core.gov import guard
from core import gov
