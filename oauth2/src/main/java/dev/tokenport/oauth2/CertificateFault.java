package dev.tokenport.oauth2;

import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import java.util.List;
import java.util.Optional;

/** Tells which failures of a transport are about the client's own certificate, which its configuration names. */
final class CertificateFault {

    private CertificateFault() {}

    static void raise(TransportException failure) throws TokenConfigurationException {
        Optional<String> problem = problem(failure);
        if (problem.isPresent()) {
            throw new TokenConfigurationException(
                    List.of(new ConfigurationFault(TokenOption.CLIENT_CERTIFICATE, problem.get())), failure);
        }
    }

    private static Optional<String> problem(TransportException failure) {
        if (failure.fault() == Fault.CLIENT_KEY) {
            return Optional.of("cannot be used: " + failure.getMessage());
        }
        return failure.tlsFault()
                .filter(TlsFault.CLIENT_CERTIFICATE::equals)
                .map(fault -> "is what the server asks for: " + failure.getMessage());
    }
}
