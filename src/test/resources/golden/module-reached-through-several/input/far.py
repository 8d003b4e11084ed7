import holder as h
from x import deep
