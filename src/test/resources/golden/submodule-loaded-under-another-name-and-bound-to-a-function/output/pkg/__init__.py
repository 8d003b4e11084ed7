from pkg import core as cmdline

main = cmdline.main
