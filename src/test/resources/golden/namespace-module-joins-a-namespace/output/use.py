import right.tools.deep.fmt, left.tools.text

right.tools.deep.fmt.fmt(left.tools.text.clean(" "))
