package dev.tokenport.integration.leak;

import dev.tokenport.integration.leak.Canary.Kind;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.RefusingPort;
import dev.tokenport.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;

/** An authorization server with a service, to which a misfortune happens; and another server, which must learn nothing. */
final class Servers implements AutoCloseable {

    private final ScriptedServer server = ScriptedServer.start();
    private final ScriptedServer elsewhere = ScriptedServer.start();
    private final RefusingPort gone = RefusingPort.open();

    /** Answers as the misfortune says, and echoes these secrets. */
    Servers with(Misfortune misfortune, List<Canary> echoed, Place place) {
        String echo = String.join(
                Encodings.SEPARATOR,
                echoed.stream().map(Canary::text).map(Encodings::echo).toList());
        String other = elsewhere.url("").toString();
        server.otherwise(request -> {
            boolean service = request.target().startsWith("/api");
            boolean hit = misfortune.place() == (service ? Misfortune.Place.SERVICE : Misfortune.Place.TOKEN);
            if (hit) {
                return misfortune.answer(echo, other);
            }
            return service ? Answer.json(200, "[{\"id\":1}]") : granted(request, place);
        });
        elsewhere.otherwise(request -> Answer.json(200, "[{\"id\":2}]"));
        return this;
    }

    /** Where the authorization server is, or is not. */
    String url(Misfortune misfortune) {
        return switch (misfortune) {
            case UNKNOWN_HOST -> "https://nobody.invalid";
            case NO_TLS -> server.url("").toString().replace("http:", "https:");
            case REFUSED -> gone.url("").toString();
            default -> server.url("").toString();
        };
    }

    ScriptedServer server() {
        return server;
    }

    String elsewhere() {
        return elsewhere.url("").toString();
    }

    /** What the other server was sent. */
    String sentElsewhere() {
        var text = new StringBuilder();
        for (RecordedRequest request : elsewhere.requests()) {
            text.append(request.method()).append(' ').append(request.target()).append('\n');
            request.headers()
                    .fields()
                    .forEach(field -> text.append(field.name())
                            .append(": ")
                            .append(field.value())
                            .append('\n'));
            text.append(request.body()).append('\n');
        }
        return text.toString();
    }

    /** What the server itself was sent, by name of the field. */
    List<String> paths() {
        var paths = new ArrayList<String>();
        server.requests().forEach(request -> paths.add(request.target()));
        return paths;
    }

    private static Answer granted(RecordedRequest request, Place place) {
        return request.target().startsWith("/device")
                ? Answer.json(
                        200,
                        "{\"device_code\":\""
                                + Encodings.json(place.canary(Kind.DEVICE_CODE).text())
                                + "\",\"user_code\":\"ABCD\",\"verification_uri\":\"https://idp.example.org/device\","
                                + "\"interval\":1}")
                : Misfortune.token(
                        place.canary(Kind.ISSUED_TOKEN).text(),
                        place.canary(Kind.ISSUED_REFRESH_TOKEN).text());
    }

    @Override
    public void close() {
        server.close();
        elsewhere.close();
        gone.close();
    }
}
