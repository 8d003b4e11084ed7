from .guardian import Guardian
