from pkg.low import X
