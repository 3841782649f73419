package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.afterRequest;
import static dev.tokenport.integration.fault.Conduct.answering;

import java.util.List;

/** Answers that are not quite HTTP/1.1, or quite something else. */
final class HttpFaults {

    private static final int LENGTH = Answers.BODY.length();
    private static final String CHUNK = Integer.toHexString(LENGTH) + "\r\n" + Answers.BODY + "\r\n";

    private HttpFaults() {}

    static List<Fault> versions() {
        return List.of(
                once("answers in HTTP/1.0, until it closes", "HTTP/1.0 200 OK\r\n\r\n" + Answers.BODY),
                Fault.of(
                        "answers in HTTP/1.0, with a length",
                        answering(Answers.good().replace("HTTP/1.1", "HTTP/1.0"))),
                once("answers in HTTP/0.9: a body and nothing else", Answers.BODY)
                        .within(Limit.PAUSED),
                once("answers in HTTP/2", "HTTP/2 200\r\n\r\n" + Answers.BODY).within(Limit.PAUSED),
                once("speaks SSH", "SSH-2.0-OpenSSH_9.2\r\n\r\n").within(Limit.PAUSED),
                once("answers with a status that is no number", "HTTP/1.1 abc OK\r\n\r\n" + Answers.BODY)
                        .within(Limit.PAUSED),
                once("answers with the status 99", "HTTP/1.1 99 OK\r\n\r\n" + Answers.BODY)
                        .within(Limit.PAUSED),
                once("sends a header field without a colon", Answers.open("nonsense") + "\r\n" + Answers.BODY),
                once("sends a header field with a NUL in it", Answers.open("X-A: a\0b") + "\r\n" + Answers.BODY)
                        .within(Limit.PAUSED),
                once("folds a header field", Answers.open("X-A: a\r\n b") + "\r\n" + Answers.BODY),
                once("ends its lines with LF alone", Answers.good().replace("\r\n", "\n")));
    }

    static List<Fault> interim() {
        return List.of(
                Fault.of(
                        "sends 100, 102 and 103 before its answer",
                        answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                                + "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" + Answers.good())),
                Fault.of(
                                "sends 101 and speaks on in HTTP",
                                answering(
                                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"
                                                + Answers.good()))
                        .within(Limit.PAUSED),
                Fault.of("answers 204", answering("HTTP/1.1 204 No Content\r\n\r\n")),
                Fault.of("answers 200 without a body", answering(Answers.head("Content-Length: 0"))));
    }

    static List<Fault> lengths() {
        return List.of(
                Fault.of(
                        "says a length that is too short",
                        answering(Answers.head("Content-Length: 20") + Answers.BODY)),
                once("says a length that is too long, and closes", Answers.head("Content-Length: 1000") + Answers.BODY)
                        .within(Limit.PAUSED),
                Fault.of("says a length that is too long, and waits", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Length: 1000") + Answers.BODY);
                            wire.staySilent();
                        }))
                        .within(Limit.TIMEOUT),
                once("says a negative length", Answers.head("Content-Length: -5") + Answers.BODY)
                        .within(Limit.PAUSED),
                once("says a length that is no number", Answers.head("Content-Length: much") + Answers.BODY)
                        .within(Limit.PAUSED),
                once("says a length of 2^63", Answers.head("Content-Length: 9223372036854775808") + Answers.BODY)
                        .within(Limit.PAUSED),
                once(
                        "says the length twice, the same",
                        Answers.head("Content-Length: " + LENGTH, "Content-Length: " + LENGTH) + Answers.BODY),
                once("says two lengths", Answers.head("Content-Length: 20", "Content-Length: " + LENGTH) + Answers.BODY)
                        .within(Limit.PAUSED),
                once("says a length, and sends chunks", chunked("Content-Length: 20") + CHUNK + "0\r\n\r\n")
                        .within(Limit.PAUSED));
    }

    static List<Fault> chunks() {
        return List.of(
                once("sends a chunk whose size is no number", chunked() + "zz\r\n" + Answers.BODY + "\r\n0\r\n\r\n")
                        .within(Limit.PAUSED),
                once("sends a chunk of negative size", chunked() + "-5\r\n" + Answers.BODY + "\r\n0\r\n\r\n")
                        .within(Limit.PAUSED),
                once("sends a chunk of 2^31 octets", chunked() + "80000000\r\n" + Answers.BODY)
                        .within(Limit.PAUSED),
                once("sends a chunk of 2^64 octets", chunked() + "10000000000000000\r\n" + Answers.BODY)
                        .within(Limit.PAUSED),
                once("sends a chunk that is longer than its size", chunked() + "5\r\n" + Answers.BODY + "\r\n0\r\n\r\n")
                        .within(Limit.PAUSED),
                once("sends chunks, and no last one", chunked() + CHUNK).within(Limit.PAUSED),
                once(
                                "sends a coding of transfer that was not asked for",
                                Answers.head("Transfer-Encoding: gzip, chunked") + CHUNK + "0\r\n\r\n")
                        .within(Limit.PAUSED));
    }

    static List<Fault> codings() {
        return List.of(
                once("says gzip, and sends text", Answers.head("Content-Encoding: gzip") + Answers.BODY)
                        .within(Limit.PAUSED),
                Fault.of("sends gzip that ends early", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Encoding: gzip"));
                            wire.write(Answers.zipped(20));
                            wire.close();
                        }))
                        .within(Limit.PAUSED),
                Fault.of("sends gzip in gzip", afterRequest(wire -> {
                            wire.write(Answers.head("Content-Encoding: gzip, gzip"));
                            wire.write(Answers.zipped(20));
                            wire.close();
                        }))
                        .within(Limit.PAUSED),
                once("sends a coding that was not asked for", Answers.head("Content-Encoding: br") + Answers.BODY)
                        .within(Limit.PAUSED),
                once("sends HTML", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Log in</html>"),
                once("sends JSON that is cut off", Answers.head() + Answers.BODY.substring(0, 30)),
                once("sends JSON that is not UTF-8", Answers.head() + "{\"access_token\":\"\u00e4\"}"));
    }

    private static Fault once(String title, String answer) {
        return Fault.of(title, afterRequest(wire -> {
            wire.write(answer);
            wire.close();
        }));
    }

    private static String chunked(String... more) {
        return Answers.open(more) + "Transfer-Encoding: chunked\r\n\r\n";
    }
}
