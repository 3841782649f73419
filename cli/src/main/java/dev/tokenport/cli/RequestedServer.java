package dev.tokenport.cli;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import dev.tokenport.oauth2.AuthorizationServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where a token is asked for. */
final class RequestedServer {

    private static final URI PLACEHOLDER = URI.create("http://localhost/");

    private RequestedServer() {}

    static AuthorizationServer of(TokenOptions options, TokenInputs inputs, List<String> faults) {
        Optional<URI> issuer =
                Optional.ofNullable(options.issuer.value()).flatMap(text -> url("--issuer", text, options, faults));
        // An issuer that is given stands before what a variable says of the token endpoint.
        String text = options.issuer.value() != null && options.tokenUrl.value() == null
                ? ""
                : inputs.text(TokenInput.TOKEN_URL);
        if (text.isEmpty() && options.issuer.value() == null) {
            faults.add(inputs.name(TokenInput.TOKEN_URL) + " is missing; give it, or --issuer");
        }
        Optional<URI> endpoint =
                text.isEmpty() ? Optional.empty() : url(inputs.name(TokenInput.TOKEN_URL), text, options, faults);
        return endpoint.isEmpty() && issuer.isEmpty()
                ? AuthorizationServer.at(PLACEHOLDER)
                : new AuthorizationServer(endpoint, issuer);
    }

    static Optional<URI> url(String name, String text, TokenOptions options, List<String> faults) {
        Optional<String> fault = Urls.fault(
                text,
                options.allowInsecureHttp.value() ? InsecureHttp.ALLOWED : InsecureHttp.LOOPBACK_ONLY,
                "--allow-insecure-http");
        fault.ifPresent(f -> faults.add(name + " " + f));
        return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(text));
    }
}
