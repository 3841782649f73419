package dev.tokenport.operator;

import dev.tokenport.secret.Environment;
import java.util.function.Consumer;

/**
 * An operator that can tell step by step how it gets what it gives, so that a person sees without a run what is wrong and what to
 * change.
 *
 * @param <P> the record with the parameters
 */
public interface VerifiableOperator<P extends Record> extends Operator<P> {

    /**
     * Gets what {@link Operator#execute} would give, hands it to nobody, and tells each step when it is taken. It is not kept for
     * other tasks either.
     *
     * @param parameters the bound parameters
     * @param context the world
     * @param environment says how a service is reached where the parameters do not
     * @param line takes each line, without secrets that the redactor of the context does not know; one that begins without blanks
     *     begins a section
     * @throws OperatorException if it cannot be got; the message may be shown
     * @throws InterruptedException as soon as the thread is interrupted
     */
    void verify(P parameters, RunContext context, Environment environment, Consumer<String> line)
            throws OperatorException, InterruptedException;
}
