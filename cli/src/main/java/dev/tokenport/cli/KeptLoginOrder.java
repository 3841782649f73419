package dev.tokenport.cli;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * A token of a login that was kept, renewed where needed. For one thread.
 *
 * @param options the options as given
 * @param inputs the values that may come from variables
 * @param tuning the options that are more than a text
 * @param file where logins are kept
 */
record KeptLoginOrder(TokenOptions options, TokenInputs inputs, TokenTuning tuning, LoginFile file)
        implements TokenOrder {

    static KeptLoginOrder of(TokenOptions options, TokenInputs inputs, List<String> faults) {
        TokenTuning tuning = TokenTuning.of(options, faults);
        if (options.grantType.value() != null) {
            faults.add("--login and --grant-type exclude each other");
        }
        if (options.scope.value() != null
                || !options.audience.value().isEmpty()
                || !options.resource.value().isEmpty()) {
            faults.add("--login gives a token for what the login was for: --scope, --audience and --resource belong to"
                    + " 'tokenport login'");
        }
        if (!faults.isEmpty()) {
            throw CommandException.refused(String.join("; ", faults));
        }
        return new KeptLoginOrder(
                options, inputs, tuning, LoginFile.of(options.loginFile.value(), inputs.environment()));
    }

    @Override
    public ObtainedToken obtain(Session session, TokenListener listener) throws InterruptedException {
        LoginChoice choice = LoginChoice.of(options, inputs);
        return file.change(logins -> {
            KeptLogin login = choice.among(logins, file);
            session.redactor().add(login.accessToken().reveal());
            login.refreshToken().map(Secret::reveal).ifPresent(session.redactor()::add);
            if (login.isGood(session.world().time().now())) {
                return kept(login);
            }
            AccessToken token = renewed(login, session, listener);
            logins.set(logins.indexOf(login), login.renewed(token));
            return ObtainedToken.of(token);
        });
    }

    /** Makes the clients that renew it. */
    TokenClients clients() {
        return new TokenClients(options, inputs, tuning);
    }

    private static ObtainedToken kept(KeptLogin login) {
        return new ObtainedToken(
                login.accessToken(),
                login.tokenType(),
                Optional.of(login.expiresAt()),
                Optional.empty(),
                RequestedToken.wordList(login.scope()),
                List.of(),
                Optional.empty());
    }

    private AccessToken renewed(KeptLogin login, Session session, TokenListener listener) throws InterruptedException {
        String again = "; log in again with 'tokenport login'";
        Secret refreshToken = login.refreshToken()
                .orElseThrow(() -> CommandException.failed("the login of " + login + " ended at " + login.expiresAt()
                        + ", and the server gave nothing to renew it with" + again));
        try {
            TokenRequestBuilder builder =
                    TokenRequest.of(login.server(), new Grant.RefreshToken(refreshToken), login.clientId());
            if (inputs.secret(TokenInput.CLIENT_SECRET).isPresent()) {
                session.redactor().add(inputs.read(TokenInput.CLIENT_SECRET));
                inputs.secret(TokenInput.CLIENT_SECRET).ifPresent(builder::clientSecret);
            }
            if (options.allowInsecureHttp.value()) {
                builder.allowInsecureHttp();
            }
            return clients().client(session, listener, Optional.empty()).fetch(builder.build());
        } catch (TokenConfigurationException e) {
            throw CommandException.refused(e.message(option -> RequestedToken.name(inputs, option)), e);
        } catch (CredentialsRefusedException e) {
            throw CommandException.failed(e.getMessage() + again, e);
        } catch (TokenException e) {
            throw CommandException.failed(e.getMessage(), e);
        }
    }
}
