PID = 1
