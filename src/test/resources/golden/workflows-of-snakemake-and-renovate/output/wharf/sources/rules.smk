rule one:
    script: "pull.py"
