package dev.tokenport.silk.settings;

import com.typesafe.config.Config;
import dev.tokenport.http.ProxyRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in Silk's configuration under {@code plugin.tokenport}. Immutable.
 *
 * @param proxy through which proxy requests go; empty for what the server's variables say
 * @param caFile certificates to trust instead of those of the Java runtime, where a task names none
 * @param connectTimeout how long connecting may take, TLS included
 * @param longestTimeout the longest time-out that a task may have, empty for any
 * @param insecureHttp whether credentials may go over plain http
 * @param variables the variables of the server that projects may refer to
 * @param filesAnywhere whether tasks may read and write files that are not the project's
 * @param spoolFolder where what tasks give is kept until it is taken; empty for Java's folder for temporary files
 */
public record Settings(
        Optional<ProxyRule> proxy,
        Optional<Path> caFile,
        Duration connectTimeout,
        Optional<Duration> longestTimeout,
        InsecureHttp insecureHttp,
        Set<String> variables,
        boolean filesAnywhere,
        Optional<Path> spoolFolder) {

    /** Where the settings stand. */
    public static final String ROOT = "plugin.tokenport";

    /** Those of a Silk that sets nothing. */
    public static final Settings DEFAULT = new Settings(
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(10),
            Optional.empty(),
            InsecureHttp.TASK,
            Set.of(),
            false,
            Optional.empty());

    /** Copies the set. */
    public Settings {
        Objects.requireNonNull(proxy);
        Objects.requireNonNull(caFile);
        Objects.requireNonNull(connectTimeout);
        Objects.requireNonNull(longestTimeout);
        Objects.requireNonNull(insecureHttp);
        Objects.requireNonNull(spoolFolder);
        variables = Set.copyOf(variables);
    }

    /**
     * Reads the settings.
     *
     * @param config the whole configuration
     * @throws SettingsException with every fault
     */
    public static Settings of(Config config) throws SettingsException {
        return new SettingsReader(config).settings();
    }
}
