package dev.tokenport.benchmarks.process;

import dev.tokenport.benchmarks.Java;
import dev.tokenport.benchmarks.Log;
import dev.tokenport.benchmarks.ProcessRun.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs that get a token in other ways. Those of Python and Go are installed under {@code benchmarks/target} when they
 * are first needed.
 */
final class Peers {

    static final String PYTHON = "python";
    static final String PYTHON_NOT_COMPILED = "python-not-compiled";
    static final String NOTHING = "empty-java";

    private static final Path SOURCES =
            Path.of("benchmarks", "src", "main", "peers").toAbsolutePath();
    private static final Path INSTALLED =
            Path.of("benchmarks", "target", "peers").toAbsolutePath();
    private static final String REQUESTS_OAUTHLIB = "2.0.0";
    private static final String PLUGIN = "3.0.0";

    private final Path folder;
    private final Log log;

    Peers(Path folder, Log log) {
        this.folder = folder;
        this.log = log;
    }

    /**
     * A peer.
     *
     * @param id its part in the ids of findings
     * @param name as the page shows it
     */
    record Contestant(String id, String name, Program program) {}

    /** All that are there; what is missing is said. */
    List<Contestant> all(Optional<Authorities> tls) throws IOException, InterruptedException {
        List<Contestant> all = new ArrayList<>();
        python().ifPresent(python -> {
            Contestant compiled = contestant(
                    PYTHON,
                    "Python, requests-oauthlib " + REQUESTS_OAUTHLIB,
                    List.of(python, SOURCES.resolve("fetch_token.py").toString()));
            all.add(compiled);
            all.add(new Contestant(
                    PYTHON_NOT_COMPILED,
                    compiled.name() + ", not compiled",
                    compiled.program().with(notCompiled())));
            all.add(contestant(
                    "python-plugin",
                    "Python, cmem-plugin-auth " + PLUGIN,
                    List.of(python, SOURCES.resolve("run_plugin.py").toString())));
        });
        go().ifPresent(program -> all.add(contestant("go", "Go, golang.org/x/oauth2", List.of(program))));
        if (onPath("oauth2c").isEmpty()) {
            log.missing("oauth2c", "it is not on the PATH, and the Go module proxy has no version of it");
        }
        onPath("curl")
                .ifPresentOrElse(
                        curl -> all.add(contestant("curl", "curl", curl(curl))),
                        () -> log.missing("curl", "it is not on the PATH"));
        all.add(java("http-client", "bare JDK HttpClient", "client", tls));
        all.add(java("connection", "bare HttpURLConnection", "connection", tls));
        all.add(java(NOTHING, "empty Java program", "nothing", tls));
        return all;
    }

    /** Compiled modules are looked for where none are, and none are written. */
    private Map<String, String> notCompiled() {
        return Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONPYCACHEPREFIX", folder.resolve("none") + "");
    }

    private Contestant contestant(String id, String name, List<String> words) {
        return new Contestant(id, name, new Program(folder, words, Map.of()));
    }

    Contestant java(String id, String name, String argument, Optional<Authorities> tls) {
        List<String> words =
                new ArrayList<>(List.of(Java.command().toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        tls.ifPresent(authorities -> words.add(authorities.clientOption()));
        words.addAll(List.of("-cp", System.getProperty("java.class.path").split(File.pathSeparator, 2)[0]));
        words.addAll(List.of(BareProgram.class.getName(), argument));
        return contestant(id, name, words);
    }

    // The form comes from a file: what stands on a command line is seen by everybody.
    private List<String> curl(Path curl) {
        return List.of(curl.toString(), "-sSf", "-d", "@" + folder.resolve("form"), "-K", folder.resolve("url") + "");
    }

    private Optional<String> python() throws IOException, InterruptedException {
        Path python = INSTALLED.resolve("python/bin/python");
        if (!Files.exists(INSTALLED.resolve("python/installed"))) {
            Optional<Path> system = onPath("python3");
            if (system.isEmpty()) {
                log.missing("Python", "python3 is not on the PATH");
                return Optional.empty();
            }
            log.say("  installing the Python peers");
            Files.createDirectories(INSTALLED);
            Path there = INSTALLED.resolve("python");
            try {
                run(INSTALLED, system.get().toString(), "-m", "venv", there.toString());
                run(
                        INSTALLED,
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "-q",
                        "requests-oauthlib==" + REQUESTS_OAUTHLIB,
                        "cmem-plugin-auth==" + PLUGIN);
            } catch (IOException e) {
                log.missing("Python", "its packages cannot be installed");
                return Optional.empty();
            }
            Files.createFile(there.resolve("installed"));
        }
        return Optional.of(python.toString());
    }

    private Optional<String> go() throws IOException, InterruptedException {
        Path program = INSTALLED.resolve("fetch-token-go");
        if (!Files.exists(program)) {
            Optional<Path> go = onPath("go");
            if (go.isEmpty()) {
                log.missing("Go", "go is not on the PATH");
                return Optional.empty();
            }
            log.say("  building the Go peer");
            Files.createDirectories(INSTALLED);
            try {
                run(SOURCES.resolve("go"), go.get().toString(), "build", "-o", program.toString(), ".");
            } catch (IOException e) {
                log.missing("Go", "its program cannot be built");
                return Optional.empty();
            }
        }
        return Optional.of(program.toString());
    }

    private static void run(Path folder, String... words) throws IOException, InterruptedException {
        new Program(folder, List.of(words), Map.of()).run();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(each -> Path.of(each).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
