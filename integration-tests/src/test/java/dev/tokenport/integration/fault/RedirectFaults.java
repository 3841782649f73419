package dev.tokenport.integration.fault;

import static dev.tokenport.integration.fault.Conduct.answering;

import java.util.List;

/** Answers that point somewhere else. */
final class RedirectFaults {

    private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);
    private static final List<Integer> WITH_THE_BODY = List.of(301, 302, 307, 308);
    private static final String OTHER = "http://localhost:OTHER_PORT/elsewhere";

    private RedirectFaults() {}

    static List<Fault> all() {
        return List.of(
                anyone("to another path of its own", "/elsewhere"),
                anyone("to a relative path", "elsewhere"),
                anyone("to another origin", OTHER),
                anyone("to another origin, without a scheme", OTHER.substring("http:".length())),
                anyone("from https to http", OTHER).at(Listening.tls(Listening.Port.TLS)),
                Fault.of(
                                "redirects (301, 302, 303, 307, 308) to itself, again and again",
                                STATUSES,
                                status -> answering(Answers.status(status, "Location: http://localhost:PORT/start")))
                        .only(Asker.TOKEN, Asker.GET),
                anyone("to a URL with user info", "http://canary:canary@localhost:OTHER_PORT/elsewhere"),
                anyone("to a file", "file:///etc/passwd"),
                anyone("to data", "data:application/json,{\"access_token\":\"t-1\"}"),
                anyone("to nonsense", "http://[nonsense"),
                anyone("to two places", "/elsewhere\r\nLocation: " + OTHER),
                Fault.of(
                                "redirects (301, 302, 303, 307, 308) without a `Location`",
                                STATUSES,
                                status -> answering(Answers.status(status)))
                        .only(Asker.TOKEN, Asker.GET),
                redirect("redirects (301, 302, 307, 308) to another path of its own", WITH_THE_BODY, "/elsewhere")
                        .only(Asker.POST),
                redirect("redirects (301, 302, 307, 308) to another origin", WITH_THE_BODY, OTHER)
                        .only(Asker.POST),
                redirect("redirects (303) to another path of its own", List.of(303), "/elsewhere")
                        .only(Asker.POST),
                redirect("redirects (303) to another origin", List.of(303), OTHER)
                        .only(Asker.POST));
    }

    private static Fault anyone(String where, String location) {
        return redirect("redirects (301, 302, 303, 307, 308) " + where, STATUSES, location)
                .only(Asker.TOKEN, Asker.GET);
    }

    private static Fault redirect(String title, List<Integer> statuses, String location) {
        return Fault.of(
                title,
                statuses,
                status -> Conduct.answeringInTurn(Answers.status(status, "Location: " + location), Answers.good()));
    }
}
