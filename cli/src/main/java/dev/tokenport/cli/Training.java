package dev.tokenport.cli;

import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Does once what the command does most, for a Java that watches and keeps the classes it loaded for later starts.
 *
 * <p>It happens on this machine, between the command and the servers of its demo, with secrets made for it: nothing of the
 * person gets into the archive. The launcher starts it. Its arguments are the kind of archive, {@code token} for the commands
 * that get a token, {@code run}, or {@code all}, and a folder for temporary files. It prints nothing.
 */
public final class Training {

    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final String password = UUID.randomUUID().toString();

    private Training(Path folder) {
        this.folder = folder;
    }

    /** Trains, and ends the process with 0 if it could do all of it. */
    public static void main(String[] arguments) throws InterruptedException, IOException, GeneralSecurityException {
        Main.prepareJava();
        ThisProcess process = ThisProcess.start();
        process.redact(Session.in(process.world()));
        process.end(new Training(Path.of(arguments[1])).run(arguments[0]));
    }

    private ExitCode run(String kind) throws InterruptedException, IOException, GeneralSecurityException {
        Path keys = folder.resolve("training.p12");
        boolean tls = makeKey(keys);
        String[] arguments = tls ? new String[] {keys.toString(), password} : new String[0];
        try (DemoServer server = DemoServer.start(arguments)) {
            Environment environment = Environment.of(variables(server.variables()));
            boolean done = does(environment, "token") && doesMore(environment, kind);
            if (done && tls) {
                String secure = server.variables().getOrDefault("DEMO_SECURE_TOKEN_URL", "");
                done = does(
                                environment,
                                "token",
                                "--token-url",
                                secure,
                                "--ca-file",
                                trusted(keys).toString())
                        // Without that file the authorities that Java knows are read, and this server is none of
                        // theirs.
                        && !does(environment, "token", "--token-url", secure, "--attempts", "1");
            }
            return done ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean doesMore(Environment environment, String kind) throws IOException {
        return switch (kind) {
            case "run" -> runs(environment);
            case "all" ->
                does(environment, "--version") && does(environment, "token", "--help") && does(environment, "demo");
            default -> true;
        };
    }

    private boolean runs(Environment environment) throws IOException {
        for (Path workflow : TrainingWorkflows.in(folder)) {
            if (!does(environment, "run", workflow.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> variables(Map<String, String> server) {
        var variables = new HashMap<>(server);
        Map.of("TOKEN_URL", "TOKEN_URI", "CLIENT_ID", "CLIENT_ID", "CLIENT_SECRET", "CLIENT_SECRET")
                .forEach((theirs, ours) -> variables.put("OAUTH_" + ours, server.getOrDefault("DEMO_" + theirs, "")));
        return variables;
    }

    private boolean does(Environment environment, String... arguments) {
        World world = world(environment);
        Preparation.begin(world, arguments);
        return Tokenport.run(world, arguments).isDone();
    }

    private World world(Environment environment) {
        Transports transports = Transports.jdk(() -> ProxyRule.of(environment));
        return new World(
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                new World.Terminals(false, false),
                prompt -> "",
                environment,
                TimeSource.system(),
                () -> transports,
                Optional.empty(),
                order -> 0,
                folder);
    }

    /** Java can make a certificate only with its tool. */
    private boolean makeKey(Path file) throws InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var builder = new ProcessBuilder(List.of(
                keytool.toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:env",
                "TRAINING_PASSWORD",
                "-alias",
                "training",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=training",
                "-ext",
                "san=ip:127.0.0.1"));
        builder.environment().put("TRAINING_PASSWORD", password);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // A Java without this tool learns all but TLS.
            return false;
        }
    }

    private Path trusted(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(new File(keys.toString()), password.toCharArray());
        byte[] certificate = store.getCertificate("training").getEncoded();
        return Files.writeString(
                folder.resolve("training.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n");
    }
}
