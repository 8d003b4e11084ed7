import a.other
