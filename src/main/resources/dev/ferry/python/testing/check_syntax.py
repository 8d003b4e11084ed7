"""Compiles every source on standard input, and says which do not.

Standard input: for each file its number of bytes in decimal, a line end, its bytes.
Standard output: for each broken file `INDEX<tab>LINE<tab>MESSAGE`, last a line `judged N`.
"""
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)


def problem_of(source, name):
    try:
        compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        return error.lineno or 0, error.msg
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return 0, "%s: %s" % (type(error).__name__, error)
    return None


def main(sources, answers):
    judged = 0
    while True:
        length = sources.readline()
        if not length.strip():
            break
        found = problem_of(sources.read(int(length)), "<%d>" % judged)
        if found is not None:
            message = " ".join(str(found[1]).split())
            line = "%d\t%d\t%s\n" % (judged, found[0], message)
            answers.write(line.encode("utf-8", "backslashreplace"))
        judged += 1
    answers.write(b"judged %d\n" % judged)
    answers.flush()


main(sys.stdin.buffer, sys.stdout.buffer)
