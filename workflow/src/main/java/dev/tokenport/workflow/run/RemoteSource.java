package dev.tokenport.workflow.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.semantics.Succession;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A task in another process that a task here has got secrets from. Thread-safe. */
final class RemoteSource implements SecretSource {

    private final String id;
    private final TaskHost host;
    private final TimeSource time;
    private final boolean renewable;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Entity first;
    private volatile @Nullable Entity fetched;
    private volatile @Nullable Instant goodUntil;

    RemoteSource(String id, Given given, TaskHost host, TimeSource time) {
        this.id = id;
        this.host = host;
        this.time = time;
        this.renewable = given.renewable();
        this.first = given.entity().orElse(null);
        this.goodUntil = given.goodUntil().orElse(null);
    }

    /** Asks for a successor of what would be dead before it is used: the task that gave it may have run long ago. */
    void refresh() throws OperatorException, InterruptedException {
        Optional<Secret> held = first().flatMap(RemoteSource::secret);
        if (renewable && held.isPresent()) {
            successor(held.get()).ifPresent(this::share);
        }
    }

    private static Optional<Secret> secret(Entity entity) {
        return entity.values().stream()
                .flatMap(values -> values.stream().limit(1))
                .flatMap(value -> value instanceof Value.SecretValue secret
                        ? Optional.of(secret.secret()).stream()
                        : Optional.<Secret>empty().stream())
                .findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Entity> first() {
        return Optional.ofNullable(first);
    }

    @Override
    public void share(@Nullable Entity entity) {
        first = entity;
    }

    @Override
    public void renewed() {
        // The engine has counted it where the task is.
    }

    @Override
    public boolean renews() {
        return renewable;
    }

    @Override
    public Optional<Entity> renew(Secret refused) throws OperatorException, InterruptedException {
        return renewable ? taken(host.renew(id, refused)) : Optional.empty();
    }

    @Override
    public Optional<Entity> successor(Secret held) throws OperatorException, InterruptedException {
        if (isGood()) {
            return Optional.empty();
        }
        lock.lockInterruptibly();
        try {
            // Whoever was here in the meantime has asked already.
            return isGood()
                    ? Optional.ofNullable(fetched).filter(entity -> !Succession.holds(entity, held))
                    : taken(host.successor(id, held));
        } finally {
            lock.unlock();
        }
    }

    private boolean isGood() {
        Instant until = goodUntil;
        return until == null || time.now().isBefore(until);
    }

    private Optional<Entity> taken(Given given) {
        fetched = given.entity().orElse(null);
        goodUntil = given.goodUntil().orElse(null);
        return given.entity();
    }
}
