package dev.tokenport.cli;

import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process this is: its streams, variables and signals. The only class that touches them.
 *
 * <p>Ctrl-C interrupts the command's thread; the process ends, with code 130, when the command has finished, or ten seconds
 * later. Where another program has run in the place of this one, the code is that program's.
 */
final class ThisProcess {

    private static final long PATIENCE_SECONDS = 10;
    // Not System.in, which reads ahead: a program that is run in this one's place gets what follows a secret.
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final String terminals = System.getProperty("tokenport.terminals", "");
    private final Thread command = Thread.currentThread();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final List<RedactedStream> printed = new ArrayList<>();
    private volatile boolean reading;
    private volatile boolean replaced;
    private volatile ExitCode result = ExitCode.FAILED;
    private volatile boolean echoOff;

    private ThisProcess() {}

    static ThisProcess start() {
        var process = new ThisProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(process::interrupt, "tokenport-end"));
        return process;
    }

    World world() {
        Environment environment = name -> Optional.ofNullable(System.getenv(name));
        Transports transports = Transports.through(() -> ProxyRule.of(environment));
        return new World(
                new FileOutputStream(FileDescriptor.out),
                err,
                new World.Terminals(terminals.contains("1"), terminals.contains("2")),
                this::secret,
                environment,
                TimeSource.system(),
                () -> transports,
                Optional.ofNullable(System.getProperty("tokenport.plugins")).map(Path::of),
                this::run,
                new DesktopBrowser(System.getProperty("os.name", "")),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** From now on the redactor sees what code prints and logs that knows nothing of secrets, and what ends a thread. */
    void redact(Session session) {
        for (FileDescriptor descriptor : List.of(FileDescriptor.out, FileDescriptor.err)) {
            printed.add(new RedactedStream(new FileOutputStream(descriptor), session.redactor()));
        }
        System.setOut(printed.get(0).printing());
        System.setErr(printed.get(1).printing());
        System.setProperty("java.util.logging.config.class", LogConfiguration.class.getName());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> Tokenport.ended(session, thread, thrown));
    }

    /** Ends the process. After Ctrl-C it is already ending, with the code of the signal. */
    void end(ExitCode code) {
        finishPrinting();
        result = code;
        finished.countDown();
        Runtime.getRuntime().exit(code.number());
    }

    private void finishPrinting() {
        try {
            for (RedactedStream stream : printed) {
                stream.finish();
            }
        } catch (IOException e) {
            // Nobody reads it any more, and what the command itself had to say has been said.
        }
    }

    private void interrupt() {
        if (finished.getCount() == 0 || !command.isAlive()) {
            return;
        }
        if (echoOff) {
            echo("echo");
            show("\n");
        }
        if (reading) {
            return; // a read from standard input ends with the process only
        }
        command.interrupt();
        try {
            boolean inTime = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                show("interrupted; gave up waiting for the command to finish\n");
            } else if (replaced) {
                // The code of the program that ran, not the one of the signal that ended both.
                Runtime.getRuntime().halt(result.number());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(Programs.Order order) throws IOException {
        replaced = true;
        return ChildProcess.run(order, !terminals.isEmpty());
    }

    private String secret(String prompt) throws IOException {
        if (!terminals.contains("0")) {
            return line();
        }
        echoOff = true;
        try {
            if (!echo("-echo")) {
                throw new IOException("stty cannot turn off the echo of the terminal; use env:NAME or file:PATH");
            }
            show(prompt + ": ");
            return line();
        } finally {
            echo("echo");
            echoOff = false;
            show("\n");
        }
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        reading = true;
        try {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("standard input has no line for it");
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                bytes.write(b);
            }
        } finally {
            reading = false;
        }
        String line = bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private void show(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Standard error is closed: there is nobody left to tell.
        }
    }

    // java.io.Console prompts on standard output and exists only where that is a terminal, as it is not in $(tokenport
    // token …).
    private static boolean echo(String argument) {
        try {
            var stty = new ProcessBuilder("stty", argument)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            stty.environment().keySet().retainAll(Set.of("PATH"));
            return stty.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
