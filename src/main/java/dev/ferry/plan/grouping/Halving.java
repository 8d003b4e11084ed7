package dev.ferry.plan.grouping;

/**
 * How large a group should be, and where a failed one is divided, so that the fewest runs find
 * every failing candidate.
 *
 * <p>A stack that is tested by prefixes is searched for its first failing member. The number of
 * members before it follows a geometric distribution, for which Golomb's code is the shortest: its
 * parameter is the size of a group, its truncated binary part the order of the halves. (S. W.
 * Golomb, Run-length encodings, 1966; R. G. Gallager and D. C. van Voorhis, Optimal source codes
 * for geometrically distributed integer alphabets, 1975; as group testing: F. K. Hwang, A method
 * for detecting all defective members in a population by group testing, 1972.)
 */
final class Halving {
  private Halving() {}

  /**
   * The smallest m with q^m + q^(m+1) &lt;= 1, where q is the probability that a candidate passes.
   *
   * @param most the largest group that is allowed, at least 1
   */
  static int groupSize(double failureRate, int most) {
    double passes = 1 - failureRate;
    int size = 1;
    double power = passes;
    while (size < most && power + power * passes > 1) {
      size++;
      power *= passes;
    }
    return size;
  }

  /**
   * How many of {@code suspects}, of which the whole is known to fail, are tested next: the code
   * words of the earlier members are the shorter ones, since each is likelier to be the first that
   * fails than those behind it.
   *
   * @param suspects at least 2
   * @return from 1 to {@code suspects - 1}
   */
  static int prefix(int suspects) {
    int bits = 32 - Integer.numberOfLeadingZeros(suspects - 1);
    int shorter = (1 << bits) - suspects;
    int half = 1 << (bits - 1);
    return 2 * shorter >= half ? Math.max(1, half / 2) : half - shorter;
  }
}
