package dev.tokenport.benchmarks.data;

import dev.tokenport.benchmarks.Effort;
import dev.tokenport.benchmarks.Finding;
import dev.tokenport.benchmarks.Goal;
import dev.tokenport.benchmarks.InTurn;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.Section;
import dev.tokenport.benchmarks.Unit;
import java.util.List;
import java.util.Locale;

/** Measures the operator {@code http-request} beside the JDK's HTTP client. */
public final class RequestsSection implements Section {

    private static final int PARALLEL = 32;

    /** The section. */
    public RequestsSection() {}

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String title() {
        return "Requests: one per entity";
    }

    @Override
    public String method() {
        return """
                `tokenport run` of a workflow with `http-request`, one request for each of 100,000 entities of a CSV dataset, 32 at a time \
                (`parallel: 32`). The token comes from an OAuth2 task; it lives one second and is renewed when half of that is left, all the \
                way. Each answer is a JSON object of 160 octets, read into an entity.

                The limit is a program with the JDK's `HttpClient` and 32 threads, which sends the same octets with one token that it \
                is given, and reads each answer as a string, of which it looks at the first character only. Both are processes, measured \
                from start to exit, against the same local server, which is a process of its own.""";
    }

    @Override
    public List<Finding> measure(Effort effort, Log log) throws Exception {
        int requests = effort.choose(10_000, 100_000);
        try (var requesting = Requesting.of(requests, PARALLEL)) {
            InTurn rates =
                    InTurn.measure(0, effort.choose(1, 7), requesting::oursPerSecond, requesting::limitPerSecond);
            String what = String.format(Locale.ROOT, "%,d requests, %d at a time", requests, PARALLEL);
            return List.of(
                    Finding.of("requests." + PARALLEL, what, Unit.PER_SECOND, rates.ours())
                            .beside(rates.peer("JDK HttpClient (the limit)"))
                            .shall(Goal.atLeast(0.85)),
                    Finding.of("requests.renewals", "renewals meanwhile", Unit.REQUESTS, requesting.renewals()));
        }
    }
}
