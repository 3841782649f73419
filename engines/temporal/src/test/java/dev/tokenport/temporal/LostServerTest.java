package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a worker, and of a task that it executes, when the server cannot be reached for a while. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class LostServerTest {

    /** The way to a server, which is there or not. */
    private static final class Way implements AutoCloseable {

        private final int target;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
        private ServerSocket listening;

        Way(int target) throws Exception {
            this.target = target;
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.execute(this::accept);
        }

        int port() {
            return listening.getLocalPort();
        }

        void open(int port) throws Exception {
            listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            threads.execute(this::accept);
        }

        private void accept() {
            ServerSocket mine = listening;
            try {
                while (true) {
                    Socket client = mine.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(client);
                    sockets.add(server);
                    threads.execute(() -> pass(client, server));
                    threads.execute(() -> pass(server, client));
                }
            } catch (IOException closed) {
                return;
            }
        }

        private static void pass(Socket from, Socket to) {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException lost) {
                return;
            }
        }

        void shut() throws Exception {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
            sockets.clear();
        }

        @Override
        public void close() {
            threads.shutdownNow();
            try {
                shut();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void worker_whoseServerComesBack_goesOn(@TempDir Path folder) throws Exception {
        String id = UUID.randomUUID().toString();
        try (TestTemporal temporal = TestTemporal.start();
                var way = new Way(Integer.parseInt(temporal.target().split(":", 2)[1]))) {
            int port = way.port();
            EngineAddress direct = temporal.address("lost-" + id, TestTemporal.cipher(folder));
            var address = new EngineAddress(
                    "127.0.0.1:" + port,
                    direct.namespace(),
                    direct.queue(),
                    Optional.empty(),
                    Optional.empty(),
                    direct.cipher());
            try (EngineWorker worker = TestRuns.worker(address, folder, 2);
                    RemoteRuns runs = TestRuns.runs(direct)) {
                assertThat(worker).isNotNull();
                runs.start(TestRuns.run(id, folder, """
                        step: {operator: test-step, parameters: {lines: lines, until: go, repeatable: true}}
                        next: {operator: test-step, parameters: {lines: lines}, after: step}
                        """));
                while (!Files.exists(folder.resolve("lines"))) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }

                way.shut();
                TimeUnit.SECONDS.sleep(3);
                Files.createFile(folder.resolve("go"));
                way.open(port);

                assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
                assertThat(folder.resolve("lines"))
                        .content()
                        .startsWith("begins\n")
                        .endsWith("begins\nends\n");
            }
        }
    }
}
