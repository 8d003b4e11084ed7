from billing.a import A
