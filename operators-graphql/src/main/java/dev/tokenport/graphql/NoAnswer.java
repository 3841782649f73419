package dev.tokenport.graphql;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.service.EntityException;
import java.util.Optional;

/** What stands in the place of an answer that could not be had. For one thread. */
final class NoAnswer implements Entities {

    private final EntityException reason;
    private final ReportedErrors reported;

    NoAnswer(EntityException reason, ReportedErrors reported) {
        this.reason = reason;
        this.reported = reported;
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public Entity next() throws EntityException {
        reported.nextEntity();
        throw reason;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
