def task_x():
    return {"actions": ["python a/b.py", "python -m a.b"], "file_dep": ["a/b.py"]}
