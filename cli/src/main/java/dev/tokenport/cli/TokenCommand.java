package dev.tokenport.cli;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenListener;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tokenport token}: gets a token and prints it, and nothing else, on standard output. */
@Command(
        description =
                "Gets an access token and prints it. What is not given is taken from the variables OAUTH_GRANT_TYPE,"
                        + " OAUTH_TOKEN_URI, OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET, OAUTH_USER and OAUTH_PASSWORD.",
        sortOptions = false)
final class TokenCommand implements Subcommand.Action {

    private final Session session;

    @Mixin
    private TokenOptions options = new TokenOptions();

    @Option(names = "--json", description = "Print a JSON object with access_token, token_type, expires_at and scope.")
    private boolean json;

    @Option(
            names = "--verify",
            description = "Explain what was configured, sent and answered, and what to change; never prints the token.")
    private boolean verify;

    TokenCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
        if (json && verify) {
            throw CommandException.refused("--json and --verify exclude each other");
        }
        var faults = new ArrayList<String>();
        var inputs = new TokenInputs(options, session.world(), faults);
        if (verify) {
            new Verification(session, options, inputs).run(faults);
            return;
        }
        AccessToken token = TokenOrder.of(options, inputs, faults).fetch(session, new Notices(session));
        session.screen().answerLine(json ? TokenJson.of(token) : token.value().reveal());
    }

    /** Shows retries and warnings, and with {@code --verbose} the exchange, on standard error. */
    private record Notices(Session session) implements TokenListener {

        @Override
        public void sending(dev.tokenport.oauth2.SentRequest request) {
            session.detail("asking " + request.url() + " (attempt " + request.attempt() + ")");
        }

        @Override
        public void answered(dev.tokenport.oauth2.ReceivedAnswer answer) {
            session.detail("answered with HTTP " + answer.status());
        }

        @Override
        public void retrying(String line) {
            session.screen().say(line);
        }

        @Override
        public void warned(String line) {
            session.screen().say("warning: " + line);
        }
    }
}
