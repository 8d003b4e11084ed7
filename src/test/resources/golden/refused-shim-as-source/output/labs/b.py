# ferry-shim: labs.b -> core.b, remove after 2027-06-30
