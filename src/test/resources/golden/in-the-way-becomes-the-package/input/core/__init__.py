from .governance import Policy
