from a import p
