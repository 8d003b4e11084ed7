from ..y import Y as Z
