package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.afterRequest;
import static dev.tokenport.integration.fault.Conduct.answering;
import static dev.tokenport.integration.fault.Conduct.answeringInTurn;

import java.util.List;

/** Connections that are not made, break, or say nothing. */
final class ConnectionFaults {

    private static final String HALF_A_HEAD = "HTTP/1.1 200 OK\r\nContent-Ty";
    private static final String HALF_A_BODY =
            Answers.good().substring(0, Answers.good().length() - 20);
    private static final String HALF_A_CHUNK = Answers.head("Transfer-Encoding: chunked") + "30\r\n{\"access_tok";

    private static final String BLANKS = " ".repeat(500);
    private static final String NOISE = "x".repeat(500);

    private ConnectionFaults() {}

    static List<Fault> broken() {
        return List.of(
                Fault.of("has a name that nobody knows", Wire::close)
                        .at(Listening.plain().calledBy("https", "idp.invalid")),
                Fault.of("refuses connections", Wire::close)
                        .at(new Listening("http", "localhost", Listening.Port.CLOSED, false))
                        .within(Limit.PAUSED)
                        .within(Asker.POST, Limit.PAUSED),
                Fault.of("closes without an answer", afterRequest(Wire::close)).within(Limit.PAUSED),
                Fault.of("resets without an answer", afterRequest(Wire::reset)).within(Limit.PAUSED),
                Fault.of("closes in the middle of its headers", afterRequest(wire -> {
                            wire.write(HALF_A_HEAD);
                            wire.close();
                        }))
                        .within(Limit.PAUSED),
                Fault.of("resets in the middle of its headers", afterRequest(wire -> {
                            wire.write(HALF_A_HEAD);
                            wire.reset();
                        }))
                        .within(Limit.PAUSED),
                Fault.of("closes in the middle of its body", afterRequest(wire -> {
                            wire.write(HALF_A_BODY);
                            wire.close();
                        }))
                        .within(Limit.PAUSED),
                Fault.of("resets in the middle of its body", afterRequest(wire -> {
                            wire.write(HALF_A_BODY);
                            wire.reset();
                        }))
                        .within(Limit.PAUSED),
                Fault.of("closes in the middle of a chunk", afterRequest(wire -> {
                            wire.write(HALF_A_CHUNK);
                            wire.close();
                        }))
                        .within(Limit.PAUSED));
    }

    static List<Fault> slow() {
        return List.of(
                Fault.of("accepts and is silent", afterRequest(Wire::staySilent))
                        .within(Limit.TIMEOUT),
                Fault.of("is silent from the middle of its headers on", afterRequest(wire -> {
                            wire.write(HALF_A_HEAD);
                            wire.staySilent();
                        }))
                        .within(Limit.TIMEOUT),
                Fault.of("is silent from the middle of its body on", afterRequest(wire -> {
                            wire.write(HALF_A_BODY);
                            wire.staySilent();
                        }))
                        .within(Limit.TIMEOUT),
                Fault.of(
                                "drips its headers, an octet per 100 ms",
                                afterRequest(wire -> wire.drip(Answers.head("X-Noise: " + NOISE))))
                        .within(Limit.TIMEOUT),
                Fault.of("drips its body, an octet per 100 ms", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Length: " + (BLANKS + Answers.BODY).length()));
                            wire.drip(BLANKS + Answers.BODY);
                        }))
                        .within(Limit.TIMEOUT),
                Fault.of("sends an interim answer (102), and is silent then", afterRequest(wire -> {
                            wire.write("HTTP/1.1 102 Processing\r\n\r\n");
                            wire.staySilent();
                        }))
                        .within(Limit.TIMEOUT));
    }

    static List<Fault> flipping() {
        return List.of(
                Fault.of("answers 503, and then well", answeringInTurn(Answers.status(503), Answers.good()))
                        .within(Limit.ONE_PAUSE),
                Fault.of(
                                "answers 503, closes, breaks off, and then answers well",
                                Conduct.afterRequest(wire -> {
                                            wire.write(Answers.status(503));
                                            wire.request();
                                            wire.close();
                                        })
                                        .then(wire -> {
                                            if (wire.request() == 3) {
                                                wire.write(HALF_A_BODY);
                                            } else {
                                                wire.write(Answers.good());
                                            }
                                            wire.close();
                                        }))
                        .within(Limit.PAUSED),
                Fault.of(
                                "closes without an answer, and then answers well",
                                afterRequest(Wire::close).then(answering(Answers.good())))
                        .within(Limit.ONE_PAUSE),
                Fault.of(
                        "answers well, and 500 to everything else",
                        answeringInTurn(Answers.good(), Answers.status(500))),
                Fault.of(
                                "answers 500, and 400 to everything else",
                                answeringInTurn(Answers.status(500), Answers.status(400)))
                        .within(Limit.ONE_PAUSE),
                Fault.of("answers twice to one request", answering(Answers.good() + Answers.status(500))));
    }
}
