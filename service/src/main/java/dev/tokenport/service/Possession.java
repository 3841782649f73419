package dev.tokenport.service;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.jose.DpopNonces;
import dev.tokenport.jose.DpopProofs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a task shows that it has the key which its token is bound to (RFC 9449 §7). Thread-safe. */
final class Possession {

    private static final String MISSING = Token.PARAMETER + " is bound to a key (DPoP), and " + TokenBinding.KEY
            + " is missing; it has to be delivered along with the token";

    private final TokenBinding binding;
    private final RunContext context;
    private volatile @Nullable Known known;

    /** The key of a text. */
    private record Known(String text, DpopKey key) {}

    Possession(TokenBinding binding, RunContext context) {
        this.binding = binding;
        this.context = context;
    }

    /** The scheme under which the token is sent. */
    String scheme() {
        return binding.scheme();
    }

    /** Whether the token is bound. */
    boolean needed() {
        return binding.isDpop();
    }

    /**
     * The proofs of one request; none for a token that is not bound.
     *
     * @throws OperatorException if there is no key, or it is none
     */
    Optional<DpopProofs> proofs() throws OperatorException {
        if (!needed()) {
            return Optional.empty();
        }
        DpopNonces nonces = context.shared(DpopNonces.class, DpopNonces::new);
        return Optional.of(new DpopProofs(key(), nonces));
    }

    private DpopKey key() throws OperatorException {
        String text = binding.dpopKey().map(Secret::reveal).orElse("");
        if (text.isBlank()) {
            throw new OperatorException(MISSING);
        }
        Known before = known;
        if (before != null && before.text.equals(text)) {
            return before.key;
        }
        try {
            DpopKey key = DpopKey.of(Secret.of(text));
            context.redactor().add(text);
            key.register(context.redactor());
            known = new Known(text, key);
            return key;
        } catch (IllegalArgumentException e) {
            throw new OperatorException(TokenBinding.KEY + " " + e.getMessage(), e);
        }
    }
}
