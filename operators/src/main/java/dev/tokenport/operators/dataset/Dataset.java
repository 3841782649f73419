package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operators.format.Format;
import java.util.Optional;
import java.util.Set;

/**
 * What all datasets have in common as tasks.
 *
 * @param <P> their parameters
 */
interface Dataset<P extends Record & DatasetParameters> extends Operator<P> {

    /** What the pages say of all of them. */
    String RULES = """
            - The file is written beside its place and moved there when all entities have arrived. A run that fails or is \
            cancelled leaves the old file as it was. A task may thus write a file that another one before it reads.
            - Files are read and written row by row, whatever their size. A file whose name ends in `.gz` is compressed with gzip; one \
            that consists of several parts is read whole, and one that is cut off is an error.
            - A secret value, such as a token, is never written to a file.
            """;

    /** Any number of inputs; what comes out is known when the file is read. */
    @Override
    default Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));
    }

    @Override
    default boolean repeatable(KnownParameters known) {
        return true;
    }

    @Override
    default Set<String> filesWritten(KnownParameters known, int connectedInputs) {
        return connectedInputs > 0 ? Set.of("file") : Set.of();
    }

    @Override
    default Set<String> filesRead(KnownParameters known, int connectedInputs) {
        return Set.of("file");
    }

    /** Writes the inputs to the file if there are any, and gives what the file holds. */
    @Override
    default Output execute(P parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        DatasetFile file =
                DatasetFile.of(parameters.file(), parameters.encoding().compression(), context);
        Format written = parameters.format();
        if (inputs.isEmpty()) {
            file.requireReadable();
        } else {
            written = new Written(file, context).from(inputs, written);
        }
        context.report().fact("file", parameters.file());
        Format reading = written;
        return Output.onDemand(() -> FileEntities.of(file, reading, context.cancellation()));
    }
}
