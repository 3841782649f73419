package dev.tokenport.sparql;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.service.EntityException;
import java.util.Optional;

/** The answer to an entity of a batch that cannot be processed. */
final class GivenUp implements Entities {

    private final EntityException reason;

    GivenUp(EntityException reason) {
        this.reason = reason;
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public Entity next() throws EntityException {
        throw reason;
    }

    @Override
    public void close() {}
}
