package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.answering;

import java.util.List;

/** Answers that point somewhere else. */
final class RedirectFaults {

    private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);

    private RedirectFaults() {}

    static List<Fault> all() {
        return List.of(
                redirect("another path of its own", "/elsewhere"),
                redirect("a relative path", "elsewhere"),
                redirect("another origin", "http://localhost:OTHER_PORT/elsewhere"),
                redirect("another origin, without a scheme", "//localhost:OTHER_PORT/elsewhere"),
                redirect("http, from https", "http://localhost:OTHER_PORT/elsewhere")
                        .at(Listening.tls(Listening.Port.TLS)),
                redirect("itself", "http://localhost:PORT/start"),
                redirect("a URL with user info", "http://canary:canary@localhost:OTHER_PORT/elsewhere"),
                redirect("a file", "file:///etc/passwd"),
                redirect("data", "data:application/json,{\"access_token\":\"t-1\"}"),
                redirect("garbage", "http://[garbage"),
                redirect("an empty text", ""),
                Fault.of("redirects with STATUS to nowhere, without a Location", STATUSES, status -> answering(Answers.status(status))),
                Fault.of(
                        "redirects with STATUS to two places",
                        STATUSES,
                        status -> answering(Answers.status(
                                status,
                                "Location: http://localhost:PORT/elsewhere",
                                "Location: http://localhost:OTHER_PORT/elsewhere"))));
    }

    private static Fault redirect(String where, String location) {
        return Fault.of(
                "redirects with STATUS to " + where,
                STATUSES,
                status -> wire -> {
                    while (true) {
                        int number = wire.request();
                        wire.write(number == 1 || location.endsWith("/start") ? Answers.status(status, "Location: " + location) : Answers.good());
                    }
                });
    }
}
