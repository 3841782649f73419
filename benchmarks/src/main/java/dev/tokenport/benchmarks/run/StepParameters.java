package dev.tokenport.benchmarks.run;

import dev.tokenport.operator.Parameter;

/**
 * The parameters of all operators that are measured.
 *
 * @param note a text
 * @param turns how much to compute
 */
record StepParameters(
        @Parameter(id = "note", label = "Note", mandatory = true)
        String note,

        @Parameter(id = "turns", label = "Turns", defaultValue = "0")
        int turns) {}
