def ccode(text):
    return text
