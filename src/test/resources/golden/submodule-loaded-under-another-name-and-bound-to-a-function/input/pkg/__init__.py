from pkg import main as cmdline

main = cmdline.main
