package dev.tokenport.oauth2;

import dev.tokenport.jose.DpopProofs;
import dev.tokenport.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * A token request as it may be shown: secrets masked. Immutable.
 *
 * @param attempt which attempt it is, from 1
 * @param url the endpoint without its query
 * @param headers the header fields
 * @param form the form fields in the order of the body
 */
public record SentRequest(int attempt, String url, List<Field> headers, List<Field> form) {

    /**
     * A name and a value; the value is {@code ***} where it is confidential.
     *
     * @param name the name
     * @param value what may be shown
     */
    public record Field(String name, String value) {}

    /** The same with the header that proves the possession of a key (RFC 9449), masked. */
    SentRequest proven() {
        var more = new ArrayList<>(headers);
        more.add(new Field(DpopProofs.HEADER, Secret.MASK));
        return new SentRequest(attempt, url, more, form);
    }

    /** Copies the lists. */
    public SentRequest {
        headers = List.copyOf(headers);
        form = List.copyOf(form);
    }
}
