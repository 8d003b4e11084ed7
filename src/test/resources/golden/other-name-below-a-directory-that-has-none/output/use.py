from core.pkg.a import A
