undefined  # looked at by a test, never imported
