package dev.tokenport.silk.real;

import java.util.List;

/**
 * How the run of a workflow ended in Silk. Immutable.
 *
 * @param status {@code Successful}, {@code Failed}, {@code Cancelled}
 * @param message what a person sees of it
 * @param exception what a caller gets, empty for none
 * @param report the report with those of its tasks, in JSON
 */
record FinishedRun(String status, String message, String exception, String report) {

    static FinishedRun of(List<String> lines) {
        return new FinishedRun(
                value(lines, "status"), value(lines, "message"), value(lines, "exception"), value(lines, "report"));
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "\t"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }
}
