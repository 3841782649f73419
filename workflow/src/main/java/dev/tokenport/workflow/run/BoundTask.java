package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.RenewableOperator;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.VerifiableOperator;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An operator, the parameters it is executed with, and the world it is executed in. As thread-safe as the operator.
 *
 * @param <P> the record with the parameters
 */
final class BoundTask<P extends Record> {

    private final Operator<P> operator;
    private final P parameters;
    private final RunContext context;

    private BoundTask(Operator<P> operator, P parameters, RunContext context) {
        this.operator = operator;
        this.parameters = parameters;
        this.context = context;
    }

    /** Binds raw values; the operator's own checks run. */
    static <P extends Record> BoundTask<P> of(Operator<P> operator, Map<String, RawValue> values, RunContext context)
            throws OperatorException {
        return new BoundTask<>(operator, ParameterList.bind(operator.parameters(), values), context);
    }

    Output execute(Inputs inputs) throws OperatorException, InterruptedException {
        return operator.execute(parameters, inputs, context);
    }

    /** The entity with the successor of a refused secret, empty if the operator renews nothing. */
    Optional<Entity> renew(Secret refused) throws OperatorException, InterruptedException {
        return operator instanceof RenewableOperator<P> renewable
                ? Optional.of(renewable.renew(parameters, refused, context))
                : Optional.empty();
    }

    /** Has the operator tell step by step how it gets what it gives. */
    void verify(Environment environment, Consumer<String> line) throws OperatorException, InterruptedException {
        if (!(operator instanceof VerifiableOperator<P> verifiable)) {
            throw new OperatorException("there is nothing to verify");
        }
        verifiable.verify(parameters, context, environment, line);
    }

    /** Whether it can replace the secrets it gave. */
    boolean renews() {
        return operator instanceof RenewableOperator<P>;
    }

    /** The entity with the successor of a secret that is superseded or about to expire, empty while it is good. */
    Optional<Entity> successor(Secret held) throws OperatorException, InterruptedException {
        return operator instanceof RenewableOperator<P> renewable
                ? renewable.successor(parameters, held, context)
                : Optional.empty();
    }

    /** Until when the secrets that it gave last are good, empty if that is not known. */
    Optional<Instant> goodUntil() throws OperatorException {
        return operator instanceof RenewableOperator<P> renewable
                ? renewable.goodUntil(parameters, context)
                : Optional.empty();
    }
}
