from fresh.x import X
