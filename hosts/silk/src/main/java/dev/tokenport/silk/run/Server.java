package dev.tokenport.silk.run;

import com.typesafe.config.Config;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.http.TrustException;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.spool.SpoolFolder;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.silk.settings.Settings;
import dev.tokenport.silk.settings.SettingsException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silkframework.config.DefaultConfig;
import org.silkframework.execution.local.LocalExecution;

/** The Silk that the plugin is in: its settings, and what lives longer than a run. Thread-safe. */
public final class Server {

    /** The one of this process. */
    public static final Server THIS =
            new Server(() -> DefaultConfig.instance().apply(), TimeSource.system(), ServerVariables.ALL);

    private final Supplier<Config> config;
    private final TimeSource time;
    private final Environment environment;
    private final KeptTokens tokens;
    private final WorkflowRuns runs = new WorkflowRuns();
    private @Nullable Configured configured;

    /** What settings make. They are read again when Silk has read its configuration again. */
    record Configured(Config config, Settings settings, Transports transports, SpoolFolder spools) {}

    Server(Supplier<Config> config, TimeSource time, Environment environment) {
        this.config = config;
        this.time = time;
        this.environment = environment;
        this.tokens = new KeptTokens(time);
    }

    TimeSource time() {
        return time;
    }

    Environment environment() {
        return environment;
    }

    KeptTokens tokens() {
        return tokens;
    }

    WorkflowRuns runs() {
        return runs;
    }

    /** The run that an execution belongs to. */
    WorkflowRun run(LocalExecution execution, Owner owner) {
        return runs.of(execution, owner, () -> new WorkflowRun(owner, tokens.of(owner), transports()));
    }

    /** Lets a redactor learn the passwords for the proxies. */
    void tell(Redactor redactor, Settings settings) {
        try {
            settings.proxy().orElseGet(() -> ProxyRule.of(environment)).tell(redactor);
        } catch (IllegalArgumentException e) {
            // A variable is faulty; the first request that needs it fails with this.
            return;
        }
    }

    private Transports transports() {
        return Transports.through(() -> ProxyRule.of(environment));
    }

    /**
     * What is set now.
     *
     * @throws OperatorException if it is faulty
     */
    synchronized Configured configured() throws OperatorException {
        Config now = config.get();
        Configured before = configured;
        if (before != null && before.config().equals(now)) {
            return before;
        }
        try {
            Settings settings = Settings.of(now);
            Configured read = before != null && before.settings().equals(settings)
                    ? new Configured(now, settings, before.transports(), before.spools())
                    : new Configured(now, settings, transports(settings), spools(settings));
            configured = read;
            return read;
        } catch (SettingsException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private Transports transports(Settings settings) throws OperatorException {
        Transports made = transports();
        if (settings.caFile().isPresent()) {
            try {
                var unused = made.with(
                        TransportOptions.DEFAULT.withCaFile(settings.caFile().get()));
            } catch (TrustException e) {
                throw new OperatorException(Settings.ROOT + ".caFile: " + e.getMessage(), e);
            }
        }
        return made;
    }

    private SpoolFolder spools(Settings settings) {
        var folder =
                new SpoolFolder(settings.spoolFolder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))));
        folder.sweep(time.now());
        return folder;
    }
}
