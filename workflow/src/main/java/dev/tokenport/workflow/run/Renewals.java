package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.semantics.Provenance;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The renewals of a run: one call to the source for each secret that was refused, however many consumers ask. Thread-safe. */
final class Renewals {

    /** The renewals of one source: the secret that was refused last, and the entity that came after it. */
    private static final class OfSource {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Secret refused;
        private @Nullable Entity successor;
    }

    private final LocalRun run;
    private final Map<String, OfSource> sources = new ConcurrentHashMap<>();

    Renewals(LocalRun run) {
        this.run = run;
    }

    /** What the source of a connection delivers to a parameter in the place of a refused secret. */
    Optional<Value.SecretValue> renew(Connection.Config connection, String parameter, Secret refused)
            throws OperatorException, InterruptedException {
        OfSource source = sources.computeIfAbsent(connection.from(), id -> new OfSource());
        source.lock.lockInterruptibly();
        try {
            if (source.refused != refused || source.successor == null) {
                Optional<Entity> renewed = ask(run.task(connection.from()), refused);
                if (renewed.isEmpty()) {
                    return Optional.empty();
                }
                source.refused = refused;
                source.successor = renewed.get();
            }
            return delivered(source.successor, connection, parameter);
        } finally {
            source.lock.unlock();
        }
    }

    private Optional<Entity> ask(TaskRun task, Secret refused) throws OperatorException, InterruptedException {
        Optional<BoundTask<?>> bound = task.bound();
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Optional<Entity> renewed = bound.get().renew(refused);
        return renewed.map(entity -> {
            Entity marked = Provenance.mark(entity, task.id());
            run.scope().knownSecrets().add(marked);
            task.share(marked);
            task.renewed();
            return marked;
        });
    }

    private static Optional<Value.SecretValue> delivered(
            Entity entity, Connection.Config connection, String parameter) {
        for (Schema.Path path : entity.schema().paths()) {
            if (connection.parameter(path.name()).equals(parameter)
                    && entity.first(path.name()).orElse(null) instanceof Value.SecretValue secret) {
                return Optional.of(secret);
            }
        }
        return Optional.empty();
    }
}
