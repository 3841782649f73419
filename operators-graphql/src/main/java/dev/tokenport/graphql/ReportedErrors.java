package dev.tokenport.graphql;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.RunContext;

/** What a task tells about the errors in its answers. For the one thread that reads the answers, in their order. */
final class ReportedErrors {

    private final RunContext context;
    private final boolean perEntity;
    private long entity;
    private long errors;

    ReportedErrors(Inputs inputs, RunContext context) {
        this.context = context;
        this.perEntity = !inputs.isEmpty();
    }

    /** The answer to the next entity is read. */
    void nextEntity() {
        entity++;
    }

    /** Counts the errors of the answer that is read. */
    void count(GraphQLErrors found) {
        errors += found.count();
        context.report().fact("errors", Long.toString(errors));
    }

    /** Tells that there were errors beside the data. */
    void warn(String what) {
        context.report().warning((perEntity ? "entity " + entity + ": " : "") + what + "; the data beside is used");
    }
}
