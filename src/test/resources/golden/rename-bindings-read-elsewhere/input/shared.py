from pkg import old
