from old_cases import Nothing
