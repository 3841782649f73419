package dev.tokenport.temporal;

import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.workflow.engine.EngineAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own, which can be killed. */
final class WorkerProcess {

    private WorkerProcess() {}

    /** Works for ever. */
    public static void main(String[] arguments) throws Exception {
        var address = new EngineAddress(
                arguments[0],
                "default",
                arguments[1],
                Optional.empty(),
                Optional.empty(),
                TestTemporal.cipher(OctetCipher.read(Path.of(arguments[2]))));
        try (var worker =
                TestRuns.worker(address, Path.of(arguments[3]), 4, name -> Optional.ofNullable(System.getenv(name)))) {
            System.getLogger(WorkerProcess.class.getName()).log(System.Logger.Level.DEBUG, "{0} works", worker);
            new CountDownLatch(1).await();
        }
    }

    /** Starts one. */
    static Process start(EngineAddress address, Path key, Path folder) throws IOException {
        return start(address, key, folder, Map.of());
    }

    /** Starts one with further variables. */
    static Process start(EngineAddress address, Path key, Path folder, Map<String, String> variables)
            throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProcess.class.getName(),
                        address.target(),
                        address.queue(),
                        key.toString(),
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker.log").toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }
}
