package dev.tokenport.cli;

import dev.tokenport.oauth2.ReceivedAnswer;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenListener;

/**
 * Shows retries and warnings, and with {@code --verbose} the exchange, on standard error.
 *
 * @param session the call of the command
 */
record Notices(Session session) implements TokenListener {

    @Override
    public void sending(SentRequest request) {
        session.detail("asking " + request.url() + " (attempt " + request.attempt() + ")");
    }

    @Override
    public void answered(ReceivedAnswer answer) {
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
