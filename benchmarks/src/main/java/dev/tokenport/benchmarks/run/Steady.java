package dev.tokenport.benchmarks.run;

/**
 * What a workflow costs in a process that has run it before.
 *
 * @param planning milliseconds of reading, validating and planning
 * @param running microseconds of the run per task
 * @param processor microseconds of all processors for the run per task
 */
record Steady(double planning, double running, double processor) {

    /** The time of the run or that of the processors, whichever is more. */
    double overhead() {
        return Math.max(running, processor);
    }

    /** The line that a process prints. */
    String line() {
        return planning + " " + running + " " + processor;
    }

    /** Reads {@link #line}. */
    static Steady parse(String line) {
        String[] words = line.split(" ", -1);
        return new Steady(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }
}
