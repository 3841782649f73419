package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.semantics.Provenance;
import dev.tokenport.workflow.semantics.Succession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The renewals of a run: what a source gives now is shared, and replaced once for each secret that was refused or is about
 * to expire, however many consumers ask. No lock is taken while a secret is good. Thread-safe.
 */
final class Renewals {

    /** The renewals of one source, one at a time. */
    private static final class OfSource {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Secret refused;
    }

    private final RunScope scope;
    private final Function<String, SecretSource> tasks;
    private final Map<String, OfSource> sources = new ConcurrentHashMap<>();

    /** The renewals in {@code scope} by tasks that are found by their ids. */
    Renewals(RunScope scope, Function<String, SecretSource> tasks) {
        this.scope = scope;
        this.tasks = tasks;
    }

    /** What the source of a connection delivers to a parameter in the place of a refused secret. */
    Optional<Secret> renew(Connection.Config connection, String parameter, Secret refused)
            throws OperatorException, InterruptedException {
        SecretSource task = tasks.apply(connection.from());
        OfSource source = sources.computeIfAbsent(connection.from(), id -> new OfSource());
        source.lock.lockInterruptibly();
        try {
            Optional<Secret> latest = delivered(task, connection, parameter);
            if (latest.isPresent() && (source.refused == refused || !Succession.same(latest.get(), refused))) {
                return latest;
            }
            Optional<Entity> renewed = task.renew(refused);
            if (renewed.isEmpty()) {
                return Optional.empty();
            }
            source.refused = refused;
            replace(task, renewed.get());
            return delivered(task, connection, parameter);
        } finally {
            source.lock.unlock();
        }
    }

    /** What the source of a connection delivers to a parameter now. */
    Secret current(Connection.Config connection, String parameter, Secret held)
            throws OperatorException, InterruptedException {
        scope.cancellation().check();
        SecretSource task = tasks.apply(connection.from());
        Entity before = task.first().orElse(null);
        Optional<Secret> latest = delivered(task, connection, parameter);
        if (before == null || latest.isEmpty() || !task.renews()) {
            return held;
        }
        Optional<Entity> successor = task.successor(latest.get());
        if (successor.isEmpty()) {
            return Succession.same(latest.get(), held) ? held : latest.get();
        }
        OfSource source = sources.computeIfAbsent(connection.from(), id -> new OfSource());
        source.lock.lockInterruptibly();
        try {
            // Whoever was here in the meantime has taken over a successor, maybe a later one.
            if (task.first().equals(Optional.of(before))) {
                replace(task, successor.get());
            }
            return delivered(task, connection, parameter).orElse(held);
        } finally {
            source.lock.unlock();
        }
    }

    /** Shares what a source gives now; with the source's lock. */
    private void replace(SecretSource task, Entity entity) {
        Entity marked = Provenance.mark(entity, task.id());
        scope.knownSecrets().add(marked);
        boolean renewed = task.first()
                .filter(before -> !Succession.isRenewed(before, marked))
                .isEmpty();
        task.share(marked);
        if (renewed) {
            task.renewed();
        }
    }

    private static Optional<Secret> delivered(SecretSource task, Connection.Config connection, String parameter) {
        return task.first().flatMap(entity -> Succession.delivered(entity, connection, parameter));
    }
}
