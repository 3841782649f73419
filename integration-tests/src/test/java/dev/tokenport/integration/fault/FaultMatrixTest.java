package dev.tokenport.integration.fault;

import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaultMatrixTest {

    @TempDir
    private Path folder;

    @Test
    void spike() throws Exception {
        var identities = Identities.in(folder);
        List<Fault> all = new ArrayList<>();
        all.addAll(ConnectionFaults.broken());
        all.addAll(ConnectionFaults.slow());
        all.addAll(ConnectionFaults.flipping());
        all.addAll(TlsFaults.all());
        all.addAll(RedirectFaults.all());
        all.addAll(RetryAfterFaults.all());
        all.addAll(HttpFaults.versions());
        all.addAll(HttpFaults.interim());
        all.addAll(HttpFaults.lengths());
        all.addAll(HttpFaults.chunks());
        all.addAll(HttpFaults.codings());
        all.addAll(SizeFaults.bodies());
        all.addAll(SizeFaults.heads());
        StringBuilder out = new StringBuilder();
        try (var client = AskingClient.started(folder)) {
            for (Fault fault : all) {
                if (!fault.bulky()) continue;
                for (Asker asker : Asker.values()) {
                    run(client, identities, List.of(fault), asker, out);
                }
            }
            List<Fault> light = all.stream().filter(f -> !f.bulky()).toList();
            for (int i = 0; i < light.size(); i += 16) {
                for (Asker asker : Asker.values()) {
                    run(client, identities, light.subList(i, Math.min(light.size(), i + 16)), asker, out);
                }
            }
        } finally {
            java.nio.file.Files.writeString(Path.of("/tmp/faults/spike.txt"), out.toString());
        }
    }

    private static void run(AskingClient client, Identities identities, List<Fault> faults, Asker asker, StringBuilder out)
            throws Exception {
        List<Stage> stages = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        for (Fault fault : faults) {
            for (var c : fault.conducts().entrySet()) {
                stages.add(Stage.of(fault, c.getValue(), asker, identities));
                titles.add(fault.title() + " " + c.getKey());
                limits.add(fault.limit(asker));
            }
        }
        long t = System.nanoTime();
        var group = client.ask(stages.stream().map(Stage::order).toList());
        out.append("== group of " + stages.size() + " " + asker + " memory " + group.memory() / 1000 + " kB, "
                + (System.nanoTime() - t) / 1000000 + " ms\n");
        for (int i = 0; i < stages.size(); i++) {
            Reply r = group.replies().get(i);
            Departed d = stages.get(i).departed();
            out.append(titles.get(i) + "\n    " + stages.get(i).general(r.seen()) + "\n    " + r.took().toMillis()
                    + " ms " + (r.took().compareTo(limits.get(i).most().plusMillis(1500)) > 0 ? "TOO LONG " : "")
                    + d.words() + (d.leaked() ? " LEAKED" : "") + "\n");
            stages.get(i).close();
        }
    }
}
