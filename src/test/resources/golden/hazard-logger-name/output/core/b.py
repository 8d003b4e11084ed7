import logging

log = logging.getLogger("pkg.b")
same = logging.getLogger(__name__)
