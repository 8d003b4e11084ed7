import left.tools.fmt, left.tools.text

left.tools.fmt.fmt(left.tools.text.clean(" "))
