from old.x import X
