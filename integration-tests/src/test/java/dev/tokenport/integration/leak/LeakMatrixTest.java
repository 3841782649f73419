package dev.tokenport.integration.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.cli.InProcess;
import dev.tokenport.integration.leak.Canary.Characters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to ask for a token, with everything that may go wrong, each kind of secret echoed, and each level of detail: no
 * secret is in what was shown, in files, or at another server.
 */
@Timeout(120)
final class LeakMatrixTest {

    private static final List<String> ALL = List.of("--verbose", "--stacktrace");
    private static final int TOGETHER = 2;

    /** A login cannot be told to try once only. */
    private static final Set<Misfortune> TRIED_AGAIN = EnumSet.of(
            Misfortune.PAGE,
            Misfortune.NO_OBJECT,
            Misfortune.HANGS_UP,
            Misfortune.SILENT,
            Misfortune.GARBLED,
            Misfortune.UNKNOWN_CODING,
            Misfortune.NO_TLS,
            Misfortune.REFUSED);

    @TempDir
    private Path folder;

    static Stream<Arguments> cases() {
        return Call.asking()
                .flatMap(call -> Stream.of(Misfortune.values())
                        .filter(misfortune -> misfortune.place() != Misfortune.Place.SERVICE || call.runs())
                        .filter(misfortune -> !call.logsIn() || !TRIED_AGAIN.contains(misfortune))
                        .map(misfortune -> Arguments.of(misfortune, call)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void secrets_echoedByWhatGoesWrong_areNowhere(Misfortune misfortune, Call call) throws Exception {
        var leaks = new ArrayList<String>();

        for (Characters characters : Characters.values()) {
            // The quiet level shows less of the same, so that once is enough.
            for (List<String> level : characters == Characters.PLAIN ? List.of(ALL) : List.of(List.<String>of(), ALL)) {
                Path here = Files.createTempDirectory(folder, "run");
                leaks.addAll(leaks(new Place(here, characters), misfortune, call, level));
            }
        }

        assertThat(leaks).isEmpty();
    }

    private static List<String> leaks(Place place, Misfortune misfortune, Call call, List<String> level)
            throws IOException {
        try (Servers servers = new Servers()) {
            String url = servers.url(misfortune);
            String time = misfortune == Misfortune.SILENT ? "PT0.3S" : "PT20S";
            place.given("orders.yaml", Workflows.orders(url, time, servers.url(Misfortune.NONE)));
            var leaks = new ArrayList<String>();
            for (List<Canary> echoed : echoes(place, misfortune, call)) {
                servers.with(misfortune, echoed, place);
                var arguments =
                        new ArrayList<>(call.arguments(url, time, place.folder().toString()));
                arguments.addAll(1, level);
                InProcess.Ended ended =
                        new InProcess(place.temporary()).with(place.variables()).run(arguments);
                assertThat(ended.code()).as(ended.err()).isEqualTo(expected(misfortune, call));
                leaks.addAll(place.leaks("the output", ended.out(), call.shown()));
                leaks.addAll(place.leaks("the order", ended.programs().toString(), call.shown()));
                leaks.addAll(place.leaks("the messages " + ended.err(), ended.err(), List.of()));
            }
            leaks.addAll(place.leaksInFiles());
            leaks.addAll(place.leaks("what went elsewhere", servers.sentElsewhere(), List.of()));
            return leaks;
        }
    }

    /** Two at a time, since long texts are cut; where nothing is echoed, or is waited for, one call is enough. */
    private static List<List<Canary>> echoes(Place place, Misfortune misfortune, Call call) {
        List<Canary> sent = place.canaries().stream()
                .filter(canary -> call.knows(canary.kind()))
                .toList();
        boolean silent = misfortune.place() == Misfortune.Place.WAY
                || List.of(Misfortune.NONE, Misfortune.SILENT, Misfortune.HANGS_UP)
                        .contains(misfortune);
        if (silent) {
            return List.of(sent);
        }
        var pairs = new ArrayList<List<Canary>>();
        for (int i = 0; i < sent.size(); i += TOGETHER) {
            pairs.add(sent.subList(i, Math.min(sent.size(), i + TOGETHER)));
        }
        return pairs;
    }

    private static int expected(Misfortune misfortune, Call call) {
        boolean good = misfortune == Misfortune.NONE || misfortune == Misfortune.SERVICE_REDIRECT;
        return good && !call.decodes() ? 0 : 1;
    }
}
