package dev.tokenport.oauth2;

import dev.tokenport.http.TransportException;
import java.io.IOException;
import java.util.Objects;

/** What it means that a request got no answer. */
final class Unanswered {

    private Unanswered() {}

    /**
     * What happened, to stand behind what was attempted; not redacted.
     *
     * @throws TokenConfigurationException if the client's own certificate is at fault
     */
    static String what(IOException failure) throws TokenConfigurationException {
        if (failure instanceof TransportException transport) {
            CertificateFault.raise(transport);
            return Objects.toString(transport.getMessage(), "no answer");
        }
        // A transport that a host brought may throw any; its words are not known to be fit to be shown.
        return "the answer could not be read (" + failure.getClass().getSimpleName() + ")";
    }

    /** Whether the same request may be answered a little later. */
    static boolean worthRetrying(IOException failure) {
        return failure instanceof TransportException transport && transport.worthRetrying();
    }
}
