from units import checks
