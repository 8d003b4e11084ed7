import beta.other
