package dev.tokenport.service;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The access token of a task, or another secret of its parameters, which lives on in its successors. Thread-safe. */
public final class Token {

    /** The parameter that holds it. */
    static final String PARAMETER = "oauth_access_token";

    private final String parameter;
    private final RunContext context;
    private final AtomicReference<@Nullable Secret> held;

    /**
     * A token as it is sent.
     *
     * @param secret the secret it was read from, {@code null} if there is none
     * @param text its text, empty for none
     */
    public record Sent(@Nullable Secret secret, String text) {

        /** Never the text. */
        @Override
        public String toString() {
            return Secret.MASK;
        }
    }

    Token(Optional<Secret> given, RunContext context) {
        this(PARAMETER, given, context);
    }

    /** The secret of a parameter. */
    public Token(String parameter, Optional<Secret> given, RunContext context) {
        this.parameter = parameter;
        this.context = context;
        this.held = new AtomicReference<>(given.orElse(null));
    }

    /**
     * The token to send now: the successor of one that is about to expire.
     *
     * @throws OperatorException if it has expired and there is no successor
     * @throws InterruptedException as soon as the run is cancelled
     */
    public Sent now() throws OperatorException, InterruptedException {
        Secret secret = held.get();
        if (secret == null) {
            return new Sent(null, "");
        }
        Secret current = context.current(parameter, secret);
        held.compareAndSet(secret, current);
        return read(current);
    }

    /**
     * The token to send in the place of one that a service refused.
     *
     * @return empty if it cannot be renewed
     * @throws OperatorException if there is no successor
     * @throws InterruptedException as soon as the run is cancelled
     */
    public Optional<Sent> insteadOf(Sent refused) throws OperatorException, InterruptedException {
        Secret secret = held.get();
        if (secret == null || refused.secret == null) {
            return Optional.empty();
        }
        if (!secret.equals(refused.secret)) {
            // Another thread was refused with the same one, and has its successor already.
            return Optional.of(read(secret));
        }
        Optional<Secret> successor = context.renew(parameter, secret);
        if (successor.isPresent()) {
            held.compareAndSet(secret, successor.get());
            return Optional.of(read(successor.get()));
        }
        // A file may hold another one by now.
        return Optional.of(read(secret)).filter(again -> !again.text.equals(refused.text));
    }

    private Sent read(Secret secret) {
        String text = secret.reveal();
        context.redactor().add(text);
        return new Sent(secret, text);
    }
}
