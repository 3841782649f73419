package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class KeptProcessesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** Monotonic, so it may begin anywhere; it passes the greatest number while an answer is kept. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

    private ProcessReader processes = new KeptProcesses(clock::get, Duration.ofSeconds(60));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printf 'hunter2'|hunter2",
                "printf 'hunter2\\n'|hunter2",
                "printf 'hunter2\\r\\nuser: ada\\n'|hunter2",
                "printf ' hünter€ \\n'|' hünter€ '",
                "head -c 300000 /dev/zero >&2; echo hunter2; head -c 300000 /dev/zero|hunter2",
                "echo hunter2; sleep 30 & exit 0|hunter2",
                "cat; echo hunter2|hunter2"
            })
    void command_succeeding_givesItsFirstLine(String script, String secret) throws IOException {
        script("get.sh", script);

        assertThat(read("./get.sh")).isEqualTo(secret);
    }

    @Test
    void command_withArguments_getsThemAsWords() throws IOException {
        script("get.sh", "echo \"$#:$1:$2:$3\"");

        assertThat(read("./get.sh 'a b' \"c d\" e\\ f")).isEqualTo("3:a b:c d:e f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo hunter2; echo 'gpg: no key' >&2; echo more >&2; exit 2|exit code 2: gpg: no key",
                "echo hunter2; echo 'got hunter2 hunter2' >&2; exit 1|exit code 1: got *** ***",
                "exit 3|exit code 3, and nothing on its standard error",
                "printf 'a\\033[1m\\tb' >&2; exit 1|exit code 1: a�[1m b",
                "kill -9 $$|exit code 137, and nothing on its standard error",
                "exit 0|the first line of its standard output is empty",
                "echo; echo hunter2|the first line of its standard output is empty",
                "printf '\\377\\n'|its first line is not UTF-8 text",
                "head -c 70000 /dev/zero|its first line is longer than 65536 bytes"
            })
    void command_failing_isReportedWithoutWhatItPrinted(String script, String why) throws IOException {
        script("get.sh", script);

        assertUnavailable("./get.sh --secret=x", "process:./get.sh …: " + why);
    }

    /** Whether the end of its output is seen depends on the moment; a part of a line is never the secret. */
    @Test
    void command_whoseOutputIsKeptOpen_givesItsWholeLineOrNone() throws IOException {
        script("get.sh", "sleep 30 & printf hunter2");

        Throwable thrown = catchThrowable(() -> assertThat(read("./get.sh")).isEqualTo("hunter2"));

        if (thrown != null) {
            assertThat(thrown).hasMessage("process:./get.sh: the end of its first line did not arrive");
        }
    }

    @Test
    void command_sayingVeryMuch_isQuotedInPart() throws IOException {
        script("get.sh", "printf '%0300d' 0 >&2; exit 1");

        assertUnavailable("./get.sh", "process:./get.sh: exit code 1: " + "0".repeat(199) + "…");
    }

    @Test
    void command_thatIsNotThere_isReported() {
        assertUnavailable(
                "no-such-program-here",
                "process:no-such-program-here: there is no such program, or it cannot be executed (in " + folder + ")");
    }

    @Test
    void command_takingTooLong_isEndedWithWhatItStarted() throws Exception {
        processes = new KeptProcesses(clock::get, Duration.ofMillis(1500));
        script("get.sh", "sleep 300 & echo $! > pid; echo hunter2; wait");

        assertUnavailable("./get.sh", "process:./get.sh: did not end within 1 s");
        assertGone();
    }

    @Test
    void reader_interrupted_endsTheCommandAndKeepsItsFlag() throws Exception {
        script("get.sh", "echo $$ > pid; mv pid pid.ready; exec sleep 300");
        var flag = new CountDownLatch(1);
        Future<?> reading = threads.submit(() -> {
            try {
                read("./get.sh");
            } catch (SecretUnavailableException e) {
                if (Thread.currentThread().isInterrupted()) {
                    flag.countDown();
                }
            }
        });
        awaitFile("pid.ready");

        reading.cancel(true);

        flag.await();
        Files.move(folder.resolve("pid.ready"), folder.resolve("pid"));
        assertGone();
    }

    @Test
    void answer_withinAMinute_isKept() throws IOException {
        counting();

        List<String> read = new ArrayList<>(List.of(read("./get.sh"), read("./get.sh  ")));
        clock.addAndGet(KeptProcesses.KEPT.toNanos() - 1);
        read.add(read("./get.sh"));
        clock.addAndGet(1);
        read.add(read("./get.sh"));
        read.add(read("./get.sh other"));

        assertThat(read).containsExactly("1", "1", "1", "2", "3");
    }

    @Test
    void answer_toManyAtATime_isOne() throws Exception {
        counting("while [ ! -f go ]; do sleep 0.05; done");
        var tasks = new ArrayList<Future<String>>();
        for (int i = 0; i < 20; i++) {
            tasks.add(threads.submit(() -> read("./get.sh")));
        }

        Files.createFile(folder.resolve("go"));

        var read = new ArrayList<String>();
        for (Future<String> task : tasks) {
            read.add(task.get());
        }
        assertThat(read).hasSize(20).containsOnly("1");
    }

    @Test
    void failure_isNotKept() throws IOException {
        counting("[ -f good ] || exit 1");
        assertUnavailable("./get.sh", "process:./get.sh: exit code 1, and nothing on its standard error");
        Files.createFile(folder.resolve("good"));

        assertThat(read("./get.sh")).isEqualTo("2");
    }

    @Test
    void waiter_whenTheOneWhoRunsItIsInterrupted_runsItItself() throws Exception {
        counting("touch begun$n; while [ ! -f go ]; do sleep 0.05; done");
        Future<String> first = threads.submit(() -> read("./get.sh"));
        awaitFile("begun1");
        Future<String> second = threads.submit(() -> read("./get.sh"));

        first.cancel(true);
        Files.createFile(folder.resolve("go"));

        assertThat(second.get()).isIn("1", "2");
    }

    @Test
    void processes_notAllowed_areRefusedUnread() throws IOException {
        script("get.sh", "touch ran");
        processes = ProcessReader.refusing();

        assertUnavailable(
                "./get.sh --secret=x", "process:./get.sh … would run a command; allow it with --allow-processes");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private void counting(String... before) throws IOException {
        script(
                "get.sh",
                "n=$(($(cat n 2>/dev/null || echo 0) + 1)); echo $n > n; " + String.join("; ", before) + "\necho $n");
    }

    private String read(String command) {
        return SecretSources.of(Environment.of(Map.of()))
                .withProcesses(processes)
                .store(folder)
                .secret(new Reference(Reference.Kind.PROCESS, command))
                .reveal();
    }

    private void assertUnavailable(String command, String message) {
        assertThatThrownBy(() -> read(command))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage(message);
    }

    private void awaitFile(String name) {
        while (!Files.exists(folder.resolve(name))) {
            Thread.onSpinWait();
        }
    }

    /** The process whose id stands in a file has ended, or ends now. */
    private void assertGone() throws Exception {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
