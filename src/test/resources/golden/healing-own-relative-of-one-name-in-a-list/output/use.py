from core.g import main
