from core.start import X

print(X)
