package dev.tokenport.cli;

import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenOption;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code tokenport logout}: what a login gave is revoked (RFC 7009) and forgotten. */
final class LogoutCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final LoginOptions options = arguments.with(new LoginOptions());

    private final Given<@Nullable String> revocationUrl =
            arguments.text("--revocation-url", "URL", "Where tokens are revoked, where no issuer tells it.");

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    LogoutCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Ends a login: has the server revoke its tokens, and forgets them. Tokens that cannot be revoked are"
                + " forgotten all the same, with a warning.";
    }

    @Override
    public void run() throws InterruptedException {
        var faults = new ArrayList<String>();
        TokenOptions ofToken = options.ofToken();
        var inputs = new TokenInputs(ofToken, session.world(), secrets.sources(session), faults);
        TokenTuning tuning = TokenTuning.of(ofToken, faults);
        Optional<URI> revocation = Optional.ofNullable(revocationUrl.value())
                .flatMap(text -> RequestedServer.url("--revocation-url", text, ofToken, faults));
        if (!faults.isEmpty()) {
            throw CommandException.refused(String.join("; ", faults));
        }
        LoginFile file = LoginFile.of(options.file.value(), session.world().environment());
        KeptLogin ended = file.change(logins -> {
            KeptLogin login = LoginChoice.of(ofToken, inputs).among(logins, file);
            logins.remove(login);
            return login;
        });
        revoke(
                ended,
                request(ended, revocation, ofToken, inputs),
                new TokenClients(ofToken, inputs, tuning).client(session, new Notices(session), Optional.empty()),
                inputs);
        session.screen().say("logged out: " + ended);
    }

    private static TokenRequestBuilder request(
            KeptLogin login, Optional<URI> revocation, TokenOptions ofToken, TokenInputs inputs) {
        TokenRequestBuilder builder = TokenRequest.device(login.server(), login.clientId());
        inputs.secret(TokenInput.CLIENT_SECRET).ifPresent(builder::clientSecret);
        revocation.ifPresent(builder::revocationEndpoint);
        if (ofToken.allowInsecureHttp.value()) {
            builder.allowInsecureHttp();
        }
        return builder;
    }

    private void revoke(KeptLogin login, TokenRequestBuilder request, TokenClient client, TokenInputs inputs)
            throws InterruptedException {
        session.redactor().add(login.accessToken().reveal());
        login.refreshToken().map(Secret::reveal).ifPresent(session.redactor()::add);
        try {
            client.revoke(request.build(), login.refreshToken(), login.accessToken());
        } catch (TokenConfigurationException e) {
            boolean unknown = e.faults().stream().allMatch(fault -> fault.option() == TokenOption.REVOCATION_ENDPOINT);
            String reason = unknown
                    ? "since it is not known where they are revoked; --revocation-url tells it"
                    : "since nobody was asked to revoke them: "
                            + e.message(option -> RequestedToken.name(inputs, option));
            session.screen().say("warning: the tokens stay valid until they expire, " + reason);
        } catch (TokenException e) {
            session.screen().say("warning: " + e.getMessage());
        }
    }
}
