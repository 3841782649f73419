package dev.tokenport.cli;

import dev.tokenport.http.Durations;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.DeviceAuthorization;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code tokenport login}: a person allows access in a browser, and what this gives is kept (RFC 8628). */
final class LoginCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final LoginOptions options = arguments.with(new LoginOptions());

    private final LoginPurpose purpose = arguments.with(new LoginPurpose());

    private final Given<@Nullable String> deviceAuthorizationUrl =
            arguments.text("--device-authorization-url", "URL", "Where the login begins, where no issuer tells it.");

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    LoginCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Logs a person in: shows where to enter which code, in a browser on any device, and keeps the tokens"
                + " in a file that only you can read. 'tokenport token --login' then gives an access token.";
    }

    @Override
    public void run() throws InterruptedException {
        var faults = new ArrayList<String>();
        TokenOptions ofToken = options.ofToken();
        purpose.addTo(ofToken);
        var inputs = new TokenInputs(ofToken, session.world(), secrets.sources(session), faults);
        TokenTuning tuning = TokenTuning.of(ofToken, faults);
        AuthorizationServer server = RequestedServer.of(ofToken, inputs, faults);
        LoginFile file = LoginFile.of(options.file.value(), session.world().environment());
        try {
            TokenRequest request = request(server, ofToken, inputs, faults);
            if (!faults.isEmpty()) {
                throw CommandException.refused(String.join("; ", faults));
            }
            if (!request.clientSecrets().isEmpty()) {
                session.redactor().add(inputs.read(TokenInput.CLIENT_SECRET));
            }
            // Proves that it can be written before a person is asked for anything.
            file.change(List::size);
            AccessToken token = new TokenClients(ofToken, inputs, tuning)
                    .client(session, new Notices(session), Optional.empty())
                    .login(request, this::show);
            keep(file, KeptLogin.of(server, request.clientId(), String.join(" ", request.scopes()), token));
        } catch (TokenConfigurationException e) {
            faults.add(e.message(option -> RequestedToken.name(inputs, option)));
            throw CommandException.refused(String.join("; ", faults), e);
        } catch (TokenException e) {
            throw CommandException.failed(e.getMessage(), e);
        }
    }

    private TokenRequest request(
            AuthorizationServer server, TokenOptions ofToken, TokenInputs inputs, List<String> faults)
            throws TokenConfigurationException {
        TokenRequestBuilder builder = TokenRequest.device(server, inputs.text(TokenInput.CLIENT_ID));
        inputs.secret(TokenInput.CLIENT_SECRET).ifPresent(builder::clientSecret);
        if (ofToken.scope.value() != null) {
            builder.scope(ofToken.scope.value());
        }
        ofToken.audience.value().forEach(text -> builder.audience(RequestedToken.words(text)));
        if (ofToken.allowInsecureHttp.value()) {
            builder.allowInsecureHttp();
        }
        if (deviceAuthorizationUrl.value() != null) {
            Optional<URI> url =
                    RequestedServer.url("--device-authorization-url", deviceAuthorizationUrl.value(), ofToken, faults);
            url.ifPresent(builder::deviceAuthorizationEndpoint);
        } else if (server.issuer().isEmpty()) {
            faults.add("--device-authorization-url is missing; give it, or --issuer");
        }
        return builder.build();
    }

    private void show(DeviceAuthorization authorization) {
        session.screen()
                .say("open " + authorization.verificationUri() + " in a browser and enter the code "
                        + authorization.userCode());
        authorization
                .verificationUriComplete()
                .ifPresent(url -> session.screen().say("or open " + url));
        session.screen()
                .say("waiting for " + Durations.words(authorization.lifetime()) + " at the most; Ctrl-C gives up");
    }

    private void keep(LoginFile file, KeptLogin login) throws InterruptedException {
        boolean kept = file.change(logins -> {
            logins.removeIf(old -> old.isFor(login.server(), login.clientId()));
            return logins.add(login);
        });
        String renewal = login.refreshToken().isPresent()
                ? ""
                : "; the server gave no refresh token, so this login ends at " + login.expiresAt();
        if (kept) {
            session.screen().say("logged in as " + login + "; kept in " + file + renewal);
        }
    }
}
