from labs.g import main
