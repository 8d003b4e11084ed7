from .work import V
