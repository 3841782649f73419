package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Environment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Checks of ways to servers, without variables and by a clock that stands still. */
final class Checks {

    private Checks() {}

    static ConnectionCheck check(TransportOptions options, Instant now) {
        var time = new HandTime();
        time.pass(Duration.between(HandTime.BEGIN, now));
        return ConnectionCheck.of(options, Environment.of(Map.of()), time, name -> "--" + name);
    }

    /** Long before anything ends. */
    static List<CheckedStep> steps(URI url, TransportOptions options) throws InterruptedException {
        return check(options, Instant.EPOCH).steps(url);
    }

    static CheckedStep last(List<CheckedStep> steps) {
        return steps.get(steps.size() - 1);
    }

    static void assertEnd(List<CheckedStep> steps, String line, String advice) {
        assertThat(last(steps)).hasToString(line);
        assertThat(last(steps).advice()).contains(advice);
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(CheckedStep::passed);
    }
}
