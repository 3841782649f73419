package dev.tokenport.cli;

import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.TokenListener;
import java.util.List;

/** A token that is asked for on the command line: everything given has been checked, nothing read, asked for or sent. */
interface TokenOrder {

    /**
     * Reads the secrets and gets the token.
     *
     * @throws CommandException if there is none
     */
    ObtainedToken obtain(Session session, TokenListener listener) throws InterruptedException;

    /**
     * Checks everything that was given, before anything is read, asked for or sent.
     *
     * @throws CommandException naming all that is wrong
     */
    static TokenOrder of(TokenOptions options, TokenInputs inputs, List<String> faults) {
        new RequestedBinding(inputs, options.dpop).fault().ifPresent(faults::add);
        if (options.login.value()) {
            return KeptLoginOrder.of(options, inputs, faults);
        }
        return inputs.text(TokenInput.GRANT_TYPE).equals("prefetched_token")
                ? PrefetchedToken.of(options, inputs, faults)
                : RequestedToken.of(options, inputs, faults);
    }
}
