import pkg.old as old
