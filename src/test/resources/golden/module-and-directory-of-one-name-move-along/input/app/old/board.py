NAME = "board"
