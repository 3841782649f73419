package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.afterRequest;
import static dev.tokenport.integration.fault.Conduct.answering;

import java.util.HexFormat;
import java.util.List;

/** TLS that fails, or is where none should be. */
final class TlsFaults {

    private static final Conduct GOOD = answering(Answers.good());

    /** What a server says that speaks none of the client's versions. */
    private static final byte[] PROTOCOL_VERSION = HexFormat.of().parseHex("15030100020246");

    /** What a server that speaks TLS says to those who do not. */
    private static final byte[] UNEXPECTED_MESSAGE = HexFormat.of().parseHex("1503030002020a");

    private TlsFaults() {}

    static List<Fault> all() {
        Listening rawTls = new Listening("https", "localhost", Listening.Port.PLAIN, true);
        return List.of(
                Fault.of("has a certificate for another name", GOOD).at(Listening.tls(Listening.Port.WRONG_NAME)),
                Fault.of("has an expired certificate", GOOD).at(Listening.tls(Listening.Port.EXPIRED)),
                Fault.of("has a certificate that is not yet valid", GOOD)
                        .at(Listening.tls(Listening.Port.NOT_YET_VALID)),
                Fault.of("has a certificate that it has signed itself", GOOD)
                        .at(Listening.tls(Listening.Port.SELF_SIGNED)),
                Fault.of("has a certificate of an unknown authority", GOOD)
                        .at(Listening.tls(Listening.Port.TLS).untrusted()),
                Fault.of("has no version of TLS in common", wire -> {
                            wire.hear();
                            wire.write(PROTOCOL_VERSION);
                            wire.close();
                        })
                        .at(rawTls),
                Fault.of("has no cipher in common", GOOD).at(Listening.tls(Listening.Port.UNFIT_CIPHER)),
                Fault.of("speaks plain HTTP at an https URL", wire -> {
                            wire.hear();
                            wire.write("HTTP/1.1 400 Bad Request\r\n\r\n");
                            wire.close();
                        })
                        .at(rawTls),
                Fault.of("speaks TLS at an http URL", afterRequest(wire -> {
                            wire.write(UNEXPECTED_MESSAGE);
                            wire.close();
                        }))
                        .within(Limit.PAUSED),
                Fault.of("hangs up in the handshake", wire -> {
                            wire.hear();
                            wire.close();
                        })
                        .at(rawTls)
                        .within(Limit.PAUSED),
                Fault.of("is silent in the handshake", Wire::staySilent)
                        .at(rawTls)
                        .within(Limit.CONNECTING_AGAIN),
                Fault.of("closes after the handshake", afterRequest(Wire::close))
                        .at(Listening.tls(Listening.Port.TLS))
                        .within(Limit.PAUSED));
    }
}
