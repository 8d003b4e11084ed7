def task_x():
    return {"actions": ["python c/d.py", "python -m c.d"], "file_dep": ["a/b.py"]}
