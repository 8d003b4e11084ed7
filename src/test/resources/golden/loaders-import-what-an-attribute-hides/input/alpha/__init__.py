import beta.gamma
