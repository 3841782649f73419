package dev.tokenport.benchmarks;

import java.util.List;

/**
 * What came of a section.
 *
 * @param missing the peers that were not there, each with the reason
 */
record Measurement(Section section, List<Finding> findings, List<String> missing) {

    Measurement {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
    }
}
