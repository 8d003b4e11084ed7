from units.inner import checks
