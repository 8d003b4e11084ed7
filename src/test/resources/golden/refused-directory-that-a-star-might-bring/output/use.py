from beta import alpha
import beta.alpha.alpha1

assert alpha.alpha1.ID
