package dev.tokenport.workflow.run;

import dev.tokenport.operator.OperatorException;
import java.io.Serial;

/** What a consumer sees when its source has failed; the error itself belongs to the source, and is recorded there. */
final class UpstreamException extends OperatorException {

    @Serial
    private static final long serialVersionUID = 1L;

    UpstreamException(String task) {
        super("its source, task '" + task + "', failed");
    }
}
