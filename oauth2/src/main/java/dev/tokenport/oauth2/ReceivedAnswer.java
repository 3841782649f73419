package dev.tokenport.oauth2;

import java.util.List;

/**
 * An answer to a token request as it may be shown: no value of its body. Immutable.
 *
 * @param attempt which attempt it answers, from 1
 * @param status the HTTP status
 * @param contentType what the answer says it is, empty if nothing
 * @param members the names in the body, empty if it is neither JSON object nor form
 */
public record ReceivedAnswer(int attempt, int status, String contentType, List<String> members) {

    /** Copies the list. */
    public ReceivedAnswer {
        members = List.copyOf(members);
    }
}
