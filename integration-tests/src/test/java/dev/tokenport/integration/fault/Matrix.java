package dev.tokenport.integration.fault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks in every way under every fault, and keeps what was observed, and what should not have been. For one thread. */
final class Matrix {

    /** What a busy machine may add; what waits for a time-out by mistake takes longer. */
    private static final Duration BUSY = Duration.ofMinutes(1);

    /** How many questions are asked at a time. */
    static final int SIDE_BY_SIDE = 64;

    private final AskingClient client;
    private final Identities identities;
    private final Map<Fault, Map<Asker, Observation>> observed = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> measurements = new ArrayList<>();

    Matrix(AskingClient client, Identities identities) {
        this.client = client;
        this.identities = identities;
    }

    /** What was observed. */
    Map<Fault, Map<Asker, Observation>> observed() {
        return observed;
    }

    /** What was measured, for those who want to know how far the limits are. */
    List<String> measurements() {
        return measurements;
    }

    /** What should not have been observed. */
    List<String> complaints() {
        return complaints;
    }

    /** Makes the process load what it needs, so that it does not count as memory that an answer costs. */
    void warmUp() throws IOException, GeneralSecurityException, InterruptedException {
        Fault nothing = Fault.of("is good", Conduct.answering(Answers.good())).at(Listening.tls(Listening.Port.TLS));
        Fault refusal = Fault.of("refuses", Conduct.answering(Answers.status(400)));
        for (int i = 0; i < 3; i++) {
            ask(List.of(nothing, refusal), Fault.Load.LIGHT);
        }
        observed.clear();
        complaints.clear();
    }

    /** Asks under those of the faults that have this load. */
    void ask(List<Fault> faults, Fault.Load load) throws IOException, GeneralSecurityException, InterruptedException {
        List<Stage> waiting = new ArrayList<>();
        try {
            for (Fault fault : faults) {
                for (Asker asker : Asker.values()) {
                    if (fault.load() == load && fault.concerns(asker)) {
                        for (String status : fault.conducts().keySet()) {
                            waiting.add(new Stage(fault, status, asker, identities));
                        }
                    }
                }
            }
            int size = load == Fault.Load.BODY ? 1 : SIDE_BY_SIDE;
            for (int i = 0; i < waiting.size(); i += size) {
                ask(waiting.subList(i, Math.min(waiting.size(), i + size)));
            }
        } finally {
            for (Stage stage : waiting) {
                stage.close();
            }
        }
    }

    private void ask(List<Stage> stages) throws IOException, InterruptedException {
        var group =
                client.ask(stages.stream().map(stage -> stage.order(identities)).toList());
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            measurements.add(group.replies().get(i).took().toMillis() + " ms\t" + group.memory() / 1000 + " kB for "
                    + stages.size() + "\t" + stage);
            check(stage, group.replies().get(i), group.memory());
            Observation observation = stage.observation(group.replies().get(i));
            Observation before = observed.computeIfAbsent(stage.fault(), fault -> new LinkedHashMap<>())
                    .putIfAbsent(stage.asker(), observation);
            complainIf(
                    before != null && !before.equals(observation),
                    stage,
                    "was " + observation + " and before " + before);
        }
    }

    private void check(Stage stage, Reply reply, long memory) throws InterruptedException {
        complainIf(stage.departed().leaked(), stage, "sent something confidential to another origin");
        complainIf(
                reply.took().compareTo(stage.limit().most().plus(BUSY)) > 0,
                stage,
                "took " + reply.took() + ", allowed is: " + stage.limit().words());
        complainIf(
                memory > stage.fault().megabytes(stage.asker()) * 1_000_000L,
                stage,
                "cost " + memory + " octets of memory, together with what was asked beside it");
        complainIf(
                reply.seen().contains(AskingProcess.UNEXPECTED)
                        || reply.seen().lines().count() != 1,
                stage,
                "says '" + reply.seen() + "'");
        complainIf(
                reply.seen().contains(Question.CANARY), stage, "shows something confidential: '" + reply.seen() + "'");
        complainIf(stage.fault().load() == Fault.Load.BODY && !stage.over(), stage, "is still connected");
    }

    private void complainIf(boolean wrong, Stage stage, String complaint) {
        if (wrong) {
            complaints.add(stage + ": " + complaint);
        }
    }
}
