package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.MetadataCache;
import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.verify.TokenCheck;
import dev.tokenport.oauth2.verify.WayBlockedException;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A token that is got to see whether a task would get one. For one thread. */
final class VerifiedToken {

    private final OAuth2Parameters parameters;
    private final RunContext context;
    private final TokenCheck check;

    VerifiedToken(OAuth2Parameters parameters, RunContext context, Consumer<String> line) {
        this.parameters = parameters;
        this.context = context;
        this.check = new TokenCheck(line, "oauth_issuer");
    }

    /** Gets it, and tells each step. */
    void tell(Environment environment) throws OperatorException, InterruptedException {
        check.granted(
                parameters.grantType() == GrantType.PREFETCHED_TOKEN
                        ? PrefetchedToken.obtained(parameters, context)
                        : obtained(environment));
    }

    private ObtainedToken obtained(Environment environment) throws OperatorException, InterruptedException {
        TokenRequest request = TokenRequests.of(
                parameters,
                context.projectFolder(),
                RunTokens.of(context).key(parameters.dpop(), context),
                Delivered.none());
        try {
            AccessToken token =
                    check.fetch(request, parameters.connection().check(request, context, environment), client(request));
            return parameters.revocation().atEnd() ? returned(token, request) : ObtainedToken.of(token);
        } catch (WayBlockedException e) {
            throw new OperatorException(e.getMessage(), e);
        } catch (TokenException e) {
            throw TaskTokens.ended(e);
        }
    }

    /** Whoever wants tokens revoked wants this one revoked as well. */
    private ObtainedToken returned(AccessToken token, TokenRequest request)
            throws OperatorException, InterruptedException {
        ObtainedToken obtained = ObtainedToken.of(token);
        try {
            client(request).client(check.listener()).revoke(request, token);
            return obtained;
        } catch (TokenException e) {
            List<String> warnings = new ArrayList<>(obtained.warnings());
            warnings.add(String.valueOf(TaskTokens.ended(e).getMessage()));
            return obtained.withWarnings(warnings);
        }
    }

    private TokenCheck.Clients client(TokenRequest request) throws OperatorException {
        var transport = parameters.connection().transport(request, context);
        var metadata = new MetadataCache(context.time());
        return listener ->
                TaskTokens.client(transport, parameters, context, listener, metadata, TaskTokens.policy(parameters));
    }
}
