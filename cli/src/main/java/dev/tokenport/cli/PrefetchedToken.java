package dev.tokenport.cli;

import dev.tokenport.oauth2.GivenToken;
import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.TokenListener;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A token that was fetched elsewhere: no request is made. For one thread.
 *
 * @param inputs the values that may come from variables
 * @param binding the key that it is bound to
 */
record PrefetchedToken(TokenInputs inputs, RequestedBinding binding) implements TokenOrder {

    static PrefetchedToken of(TokenOptions options, TokenInputs inputs, List<String> faults) {
        TokenTuning.of(options, faults);
        if (inputs.secret(TokenInput.ACCESS_TOKEN).isEmpty()
                && faults.stream().noneMatch(fault -> fault.startsWith(TokenInput.ACCESS_TOKEN.option()))) {
            faults.add(inputs.name(TokenInput.ACCESS_TOKEN) + " is missing");
        }
        if (faults.isEmpty()) {
            return new PrefetchedToken(inputs, new RequestedBinding(inputs, options.dpop));
        }
        throw CommandException.refused(String.join("; ", faults));
    }

    @Override
    public ObtainedToken obtain(Session session, TokenListener listener) {
        session.redactor().add(inputs.read(TokenInput.ACCESS_TOKEN));
        try {
            GivenToken bare =
                    GivenToken.of(inputs.secret(TokenInput.ACCESS_TOKEN).orElseThrow());
            GivenToken token = binding.key(session).map(bare::boundTo).orElse(bare);
            List<String> warnings = token
                    .expiresAt()
                    .filter(expiry -> !expiry.isAfter(session.world().time().now()))
                    .map(expiry -> "the token expired at " + expiry.truncatedTo(ChronoUnit.SECONDS)
                            + "; it was given, not fetched, and cannot be renewed")
                    .stream()
                    .toList();
            warnings.forEach(listener::warned);
            return ObtainedToken.of(token, warnings);
        } catch (IllegalArgumentException e) {
            throw CommandException.refused(inputs.name(TokenInput.ACCESS_TOKEN) + " " + e.getMessage(), e);
        }
    }
}
