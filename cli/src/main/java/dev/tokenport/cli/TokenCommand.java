package dev.tokenport.cli;

import dev.tokenport.oauth2.DecodedToken;
import dev.tokenport.oauth2.ObtainedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code tokenport token}: gets a token and prints it, and nothing else, on standard output. */
final class TokenCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final TokenOptions options = arguments.with(new TokenOptions());

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    private final Given<Boolean> json = arguments.flag(
            "--json",
            "Print a JSON object with access_token, token_type, expires_at and scope, and jkt for the key that a"
                    + " token is bound to.");

    private final Given<Boolean> verify = arguments.flag(
            "--verify",
            "Check the way to the server step by step (URL, proxy, DNS, TCP, TLS, HTTP, metadata), and explain what was"
                    + " configured, sent and answered, and what to change; never prints the token.");

    private final Given<Boolean> decode = arguments.flag(
            "--decode",
            "Print what the token says of itself, if it is a JWT, and not the token: a JSON object with header,"
                    + " claims, and times as dates. Nothing is verified. With --access-token no token is asked for; - reads"
                    + " it from standard input.");

    TokenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Gets an access token and prints it. What is not given is taken from the variables OAUTH_GRANT_TYPE,"
                + " OAUTH_TOKEN_URI, OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET, OAUTH_USER, OAUTH_PASSWORD,"
                + " OAUTH_REFRESH_TOKEN, OAUTH_ASSERTION, OAUTH_SUBJECT_TOKEN, OAUTH_ACTOR_TOKEN,"
                + " OAUTH_ACCESS_TOKEN and OAUTH_DPOP_KEY; with --allow-processes a secret also from a command that the variable"
                + " with _PROCESS at its end names, such as OAUTH_CLIENT_SECRET_PROCESS.";
    }

    @Override
    public void run() throws InterruptedException {
        if (Stream.of(json.value(), verify.value(), decode.value())
                        .filter(chosen -> chosen)
                        .count()
                > 1) {
            throw CommandException.refused("--json, --verify and --decode exclude each other");
        }
        var faults = new ArrayList<String>();
        var inputs = new TokenInputs(options, session.world(), secrets.sources(session), faults);
        if (verify.value()) {
            new Verification(session, options, inputs).run(faults);
            return;
        }
        ObtainedToken token = order(inputs, faults).obtain(session, new Notices(session));
        if (decode.value()) {
            session.screen().answerLine(decoded(token));
            return;
        }
        session.screen()
                .answerLine(json.value() ? TokenJson.of(token) : token.value().reveal());
    }

    private TokenOrder order(TokenInputs inputs, List<String> faults) {
        return decode.value() && options.accessToken.value() != null
                ? PrefetchedToken.of(options, inputs, faults)
                : TokenOrder.of(options, inputs, faults);
    }

    private static String decoded(ObtainedToken token) {
        try {
            return DecodedToken.of(token.value().reveal()).json();
        } catch (IllegalArgumentException e) {
            throw CommandException.failed("the token " + e.getMessage(), e);
        }
    }
}
