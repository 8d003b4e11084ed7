from ..single import Y
