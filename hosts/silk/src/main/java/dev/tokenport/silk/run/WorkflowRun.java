package dev.tokenport.silk.run;

import dev.tokenport.http.Transports;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.operator.host.Endings;
import dev.tokenport.operator.host.SharedObjects;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.silk.entity.OutputEntities;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the tasks of one execution of a workflow share. Thread-safe. */
final class WorkflowRun {

    private final String identity = UUID.randomUUID().toString();
    private final Owner owner;
    private final TokenCache tokens;
    private final Redactor redactor = new Redactor();
    private final SharedObjects shared = new SharedObjects();
    private final Endings endings = new Endings();
    private final Transports transports;
    private final Set<OutputEntities> outputs = ConcurrentHashMap.newKeySet();

    /**
     * The begin of a run.
     *
     * @param owner for whom
     * @param tokens the tokens that the owner's runs share
     * @param transports the way to services, for what no other run may use
     */
    WorkflowRun(Owner owner, TokenCache tokens, Transports transports) {
        this.owner = owner;
        this.tokens = tokens;
        this.transports = transports;
    }

    /** Which nobody else's run has. */
    String identity() {
        return identity;
    }

    Owner owner() {
        return owner;
    }

    Redactor redactor() {
        return redactor;
    }

    Endings endings() {
        return endings;
    }

    Transports transports() {
        return transports;
    }

    /** The object of a type: the kept tokens are the owner's, all others are this run's. */
    <T> T shared(Class<T> type, Supplier<T> factory) {
        return type == TokenCache.class ? type.cast(tokens) : shared.of(type, factory);
    }

    /** Has an output forgotten at the end, whether it was taken or not. */
    void keep(OutputEntities output) {
        outputs.add(output);
    }

    void forget(OutputEntities output) {
        outputs.remove(output);
        output.close();
    }

    /** What a service has refused is no longer given to anybody. */
    void refused(Secret token) {
        tokens.invalidate(token);
    }

    /**
     * Does what tasks have left to be done. A cancelled run has its thread interrupted, which concerns what was under way,
     * not what is still to be done.
     */
    void finish() {
        boolean interrupted = Thread.interrupted();
        interrupted |= endings.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same, and forgets what nobody has taken. */
    void end() {
        finish();
        outputs.forEach(OutputEntities::close);
        outputs.clear();
    }
}
