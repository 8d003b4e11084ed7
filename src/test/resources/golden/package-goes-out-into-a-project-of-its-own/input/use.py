from core.billing.a import A
