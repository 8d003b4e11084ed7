from .utils import check
