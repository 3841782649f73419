package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Ports;
import java.util.Optional;
import java.util.Set;

/** What all datasets have in common as tasks. */
final class DatasetPorts {

    /** Any number of inputs; what comes out is known when the file is read. */
    static final Ports PORTS =
            new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));

    private DatasetPorts() {}

    /** The parameters that name a file which is written. */
    static Set<String> filesWritten(int connectedInputs) {
        return connectedInputs > 0 ? Set.of("file") : Set.of();
    }
}
