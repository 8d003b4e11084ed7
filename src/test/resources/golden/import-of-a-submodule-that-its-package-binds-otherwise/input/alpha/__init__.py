from beta.q import V as v
import beta
