package dev.tokenport.integration.leak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Headers;
import dev.tokenport.testkit.Answer;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may go wrong with a request; the servers know all secrets, and tell them. */
enum Misfortune {
    NONE(Place.NOWHERE, (echo, elsewhere) -> Answer.status(200)),
    DESCRIPTION(Place.TOKEN, (echo, elsewhere) -> Answer.json(401, object("invalid_client", echo))),
    DESCRIPTION_OF_REQUEST(Place.TOKEN, (echo, elsewhere) -> Answer.json(400, object("invalid_grant", echo))),
    CODE(Place.TOKEN, (echo, elsewhere) -> Answer.json(400, object(Encodings.json(echo), "that is it"))),
    URI(
            Place.TOKEN,
            (echo, elsewhere) ->
                    Answer.json(400, "{\"error\":\"invalid_scope\",\"error_uri\":\"" + Encodings.json(echo) + "\"}")),
    PAGE(Place.TOKEN, (echo, elsewhere) -> Answer.of(500, "text/html", page(echo))),
    HEADER(
            Place.TOKEN,
            (echo, elsewhere) -> Answer.json(401, object("invalid_client", "see the header"))
                    .with("WWW-Authenticate", "Basic realm=\"" + ascii(echo) + "\"")
                    .with("X-Echo", ascii(echo))),
    TYPE(Place.TOKEN, (echo, elsewhere) -> Answer.of(403, ascii(echo), "no")),
    REDIRECT(Place.TOKEN, (echo, elsewhere) -> Answer.redirect(307, elsewhere + "?code=" + Encodings.percent(echo))),
    NOT_JSON(Place.TOKEN, (echo, elsewhere) -> Answer.json(200, "{\"access_token\":" + echo)),
    UNKNOWN_TYPE(
            Place.TOKEN,
            (echo, elsewhere) ->
                    Answer.json(200, "{\"access_token\":\"x\",\"token_type\":\"" + Encodings.json(echo) + "\"}")),
    MEMBERS(Place.TOKEN, (echo, elsewhere) -> Answer.json(200, "{\"" + Encodings.json(echo) + "\":1,\"scope\":\"x\"}")),
    NO_OBJECT(Place.TOKEN, (echo, elsewhere) -> Answer.of(502, "application/json", "[\"" + echo + "\"]")),
    HANGS_UP(Place.TOKEN, (echo, elsewhere) -> Answer.hangUp()),
    SILENT(Place.TOKEN, (echo, elsewhere) -> Answer.status(200).heldBy(new CountDownLatch(1))),
    GARBLED(Place.TOKEN, (echo, elsewhere) -> Answer.raw(("HTTP/1.1 " + ascii(echo) + "\r\n\r\n").getBytes(US_ASCII))),
    UNKNOWN_CODING(Place.TOKEN, (echo, elsewhere) -> Answer.status(200).with("Content-Encoding", ascii(echo))),
    SERVICE_ERROR(Place.SERVICE, (echo, elsewhere) -> Answer.json(500, object("broken", echo))),
    SERVICE_PAGE(Place.SERVICE, (echo, elsewhere) -> Answer.of(503, "text/html", page(echo))),
    SERVICE_REFUSAL(
            Place.SERVICE,
            (echo, elsewhere) -> Answer.of(401, "text/plain", echo)
                    .with(
                            "WWW-Authenticate",
                            "Bearer error=\"invalid_token\", error_description=\"" + Encodings.json(ascii(echo))
                                    + "\"")),
    SERVICE_REDIRECT(Place.SERVICE, (echo, elsewhere) -> Answer.redirect(302, elsewhere + "/x")),
    SERVICE_NOT_JSON(Place.SERVICE, (echo, elsewhere) -> Answer.json(200, "[{\"a\":" + echo)),
    SERVICE_TYPE(Place.SERVICE, (echo, elsewhere) -> Answer.of(404, ascii(echo), "no")),
    UNKNOWN_HOST(Place.WAY, (echo, elsewhere) -> Answer.status(200)),
    NO_TLS(Place.WAY, (echo, elsewhere) -> Answer.status(200)),
    REFUSED(Place.WAY, (echo, elsewhere) -> Answer.status(200));

    /** Where it happens. */
    enum Place {
        NOWHERE,
        TOKEN,
        SERVICE,
        WAY
    }

    private final Place place;

    @SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
    private final BiFunction<String, String, Answer> answer;

    Misfortune(Place place, BiFunction<String, String, Answer> answer) {
        this.place = place;
        this.answer = answer;
    }

    Place place() {
        return place;
    }

    /**
     * The answer in which it shows.
     *
     * @param echo what it tells
     * @param elsewhere another server
     */
    Answer answer(String echo, String elsewhere) {
        return answer.apply(echo, elsewhere);
    }

    /** A token, and one to renew it with. */
    static Answer token(String token, String refreshToken) {
        return Answer.of(
                200,
                Headers.none().with("Content-Type", "application/json"),
                ("{\"access_token\":\"" + Encodings.json(token) + "\",\"refresh_token\":\""
                                + Encodings.json(refreshToken)
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":600}")
                        .getBytes(UTF_8));
    }

    private static String object(String error, String description) {
        return "{\"error\":\"" + error + "\",\"error_description\":\"" + Encodings.json(description) + "\"}";
    }

    private static String page(String echo) {
        return "<html><body title=\"" + Encodings.html(echo) + "\">" + echo + "</body></html>";
    }

    /** The forms that a header can have. */
    private static String ascii(String echo) {
        return Stream.of(echo.split(Encodings.SEPARATOR, -1))
                .filter(form -> form.matches("[ -~]*"))
                .collect(Collectors.joining(Encodings.SEPARATOR));
    }
}
