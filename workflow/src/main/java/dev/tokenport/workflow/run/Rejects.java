package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.spool.Spool;
import dev.tokenport.operator.spool.SpoolFolder;
import dev.tokenport.workflow.semantics.Provenance;
import dev.tokenport.workflow.semantics.RejectedEntities;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The entities that a task gives up: counted, and kept if somebody takes them, until the task's end. Thread-safe. */
final class Rejects {

    private final SpoolFolder folder;
    private final KeptOutput kept;
    private final Taking.Words connections;
    private final RejectedEntities entities = new RejectedEntities();
    private final AtomicLong count = new AtomicLong();
    private @Nullable Spool spool;
    private boolean ended;

    /** No entity yet; {@code connections} names those that lead to who takes them. */
    Rejects(SpoolFolder folder, KeptOutput kept, Taking.Words connections) {
        this.folder = folder;
        this.kept = kept;
        this.connections = connections;
    }

    /** How many there are. */
    long count() {
        return count.get();
    }

    /** What is kept; complete after {@link #end}. */
    KeptOutput kept() {
        return kept;
    }

    /** Takes one; the reason is shown as it is. */
    void add(Optional<Entity> entity, String reason) throws OperatorException {
        count.incrementAndGet();
        if (!kept.isWanted()) {
            return;
        }
        String secret = entity.flatMap(Provenance::secretPath).orElse("");
        if (!secret.isEmpty()) {
            throw new OperatorException(
                    "the secret '" + secret + "' of an entity that it rejects would have to be stored" + " for "
                            + connections.words() + "; do not take the rejects of entities with secrets");
        }
        keep(entity, reason);
    }

    private synchronized void keep(Optional<Entity> entity, String reason) throws OperatorException {
        if (ended) {
            return;
        }
        try {
            begun().add(entities.of(entity, reason));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** No more will come; from now on they can be read. */
    synchronized void end() throws OperatorException {
        if (kept.isWanted() && !ended) {
            ended = true;
            try {
                begun().seal();
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    /** Forgets them. */
    synchronized void delete() {
        ended = true;
        kept.delete();
    }

    private Spool begun() {
        Spool begun = spool;
        if (begun == null) {
            begun = new Spool(folder, Optional.empty());
            spool = begun;
            kept.keep(begun);
        }
        return begun;
    }

    private OperatorException failure(IOException cause) {
        return new OperatorException(
                "the entities that it rejects cannot be spooled in '" + folder + "': " + cause.getMessage(), cause);
    }
}
