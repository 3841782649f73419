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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tokenport logout}: what a login gave is revoked (RFC 7009) and forgotten. */
@Command(
        description =
                "Ends a login: has the server revoke its tokens, and forgets them. Tokens that cannot be revoked are"
                        + " forgotten all the same, with a warning.",
        sortOptions = false)
final class LogoutCommand implements Subcommand.Action {

    private final Session session;

    @Mixin
    private LoginOptions options = new LoginOptions();

    @Option(
            names = "--revocation-url",
            paramLabel = "URL",
            description = "Where tokens are revoked, where no issuer tells it.")
    private @Nullable String revocationUrl;

    @Mixin
    private SecretOptions secrets = new SecretOptions();

    LogoutCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
        var faults = new ArrayList<String>();
        TokenOptions ofToken = options.ofToken();
        var inputs = new TokenInputs(ofToken, session.world(), secrets.sources(session), faults);
        TokenTuning tuning = TokenTuning.of(ofToken, faults);
        Optional<URI> revocation = Optional.ofNullable(revocationUrl)
                .flatMap(text -> RequestedServer.url("--revocation-url", text, ofToken, faults));
        if (!faults.isEmpty()) {
            throw CommandException.refused(String.join("; ", faults));
        }
        LoginFile file = LoginFile.of(options.file, session.world().environment());
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
        if (ofToken.allowInsecureHttp) {
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
