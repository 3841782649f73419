package dev.tokenport.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Has a Java that watches, and keeps the classes it loaded for later starts, do once what the command does most.
 *
 * <p>It happens on this machine, against the servers of the demo, which run in this process, with secrets made for it:
 * nothing of the person gets into the archive. The launcher starts it. Its arguments are {@code token} for the commands that
 * get a token, {@code plain} for the same without TLS, {@code run}, or {@code all}; a folder for temporary files; and how that
 * Java is called. It prints nothing.
 */
public final class Training {

    private static final int PATIENCE_SECONDS = 30;

    /** What a Java may need, and all that the rehearsal finds of the person's variables. */
    private static final Set<String> VARIABLES =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LD_LIBRARY_PATH", "LC_ALL", "LC_CTYPE", "LANG");

    private final Path folder;
    private final String password = UUID.randomUUID().toString();

    private Training(Path folder) {
        this.folder = folder;
    }

    /** Trains, and ends the process with 0 if all of it was done. */
    public static void main(String[] arguments) throws InterruptedException, IOException, GeneralSecurityException {
        ThisProcess process = ThisProcess.start();
        List<String> java = Arrays.asList(arguments).subList(2, arguments.length);
        process.end(new Training(Path.of(arguments[1])).run(arguments[0], java));
    }

    private ExitCode run(String commands, List<String> java)
            throws InterruptedException, IOException, GeneralSecurityException {
        Path keys = folder.resolve("training.p12");
        boolean tls = !commands.equals("plain") && makeKey(keys);
        try (DemoServer server = DemoServer.start(tls ? new String[] {keys.toString(), password} : new String[0])) {
            var words = new ArrayList<>(java);
            words.addAll(List.of(Rehearsal.class.getName(), commands, folder.toString()));
            if (tls) {
                words.add(server.variables().getOrDefault("DEMO_SECURE_TOKEN_URL", ""));
                words.add(trusted(keys).toString());
            }
            return new ExitCode(rehearsal(words, server.variables()).waitFor());
        }
    }

    private static Process rehearsal(List<String> words, Map<String, String> server) throws IOException {
        ProcessBuilder builder = silent(words);
        builder.environment().keySet().retainAll(VARIABLES);
        builder.environment().putAll(server);
        Map.of("TOKEN_URL", "TOKEN_URI", "CLIENT_ID", "CLIENT_ID", "CLIENT_SECRET", "CLIENT_SECRET")
                .forEach((theirs, ours) ->
                        builder.environment().put("OAUTH_" + ours, server.getOrDefault("DEMO_" + theirs, "")));
        return builder.start();
    }

    private static ProcessBuilder silent(List<String> words) {
        return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    /** Java can make a certificate only with its tool. */
    private boolean makeKey(Path file) throws InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = silent(List.of(
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
