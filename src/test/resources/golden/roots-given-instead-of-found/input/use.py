from src.pkg import b
