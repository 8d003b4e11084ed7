from test_two import READ
