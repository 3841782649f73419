package dev.tokenport.silk.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.tokenport.http.ProxyOptions;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.secret.OneLine;
import dev.tokenport.secret.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the settings, and finds all that is wrong with them. For one thread. */
final class SettingsReader {

    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "proxy",
            "proxyUser",
            "proxyPassword",
            "caFile",
            "connectTimeout",
            "longestTimeout",
            "insecureHttp",
            "variables",
            "filesAnywhere",
            "spoolFolder"));

    private final Config config;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Config config) {
        this.config = config;
    }

    Settings settings() throws SettingsException {
        checkKeys();
        var settings = new Settings(
                faults.isEmpty() ? proxy() : Optional.empty(),
                path("caFile"),
                duration("connectTimeout").orElse(Settings.DEFAULT.connectTimeout()),
                duration("longestTimeout"),
                insecureHttp(),
                variables(),
                flag("filesAnywhere"),
                path("spoolFolder"));
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return settings;
    }

    private void checkKeys() {
        if (!config.hasPath(Settings.ROOT)) {
            return;
        }
        if (config.getValue(Settings.ROOT).valueType() != ConfigValueType.OBJECT) {
            faults.add(Settings.ROOT + " is not an object with settings");
            return;
        }
        config.getConfig(Settings.ROOT).root().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> faults.add(key(key) + " is not a setting; there are " + String.join(", ", KEYS)));
    }

    private Optional<ProxyRule> proxy() {
        Optional<Secret> password = text("proxyPassword").map(Secret::of);
        var options =
                new ProxyOptions(text("proxy").orElse(""), text("proxyUser").orElse(""), password);
        try {
            return options.rule(SettingsReader::proxyKey);
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String proxyKey(String option) {
        return switch (option) {
            case "proxy_user" -> key("proxyUser");
            case "proxy_password" -> key("proxyPassword");
            default -> key(option);
        };
    }

    private Optional<Path> path(String key) {
        Optional<String> text = text(key);
        try {
            Optional<Path> path = text.map(Path::of);
            if (path.isPresent() && !path.get().isAbsolute()) {
                fault(key, text.get(), "is not an absolute path");
            }
            return path;
        } catch (InvalidPathException e) {
            fault(key, text.orElse(""), "is not a path");
            return Optional.empty();
        }
    }

    private Optional<Duration> duration(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration duration = text.get().startsWith("P") ? Duration.parse(text.get()) : config.getDuration(key(key));
            if (!text.get().chars().allMatch(Character::isDigit) && !duration.isZero() && !duration.isNegative()) {
                return Optional.of(duration);
            }
        } catch (ConfigException | DateTimeException e) {
            // Said below, in the same words.
            return durationFault(key, text.get());
        }
        return durationFault(key, text.get());
    }

    private Optional<Duration> durationFault(String key, String text) {
        fault(key, text, "is not a positive duration such as 500ms, 30s, 5m or PT30S");
        return Optional.empty();
    }

    private InsecureHttp insecureHttp() {
        Optional<String> text = text("insecureHttp");
        for (InsecureHttp choice : InsecureHttp.values()) {
            if (text.isPresent() && text.get().equals(choice.name().toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        text.ifPresent(other -> fault("insecureHttp", other, "is none of task, always, never"));
        return Settings.DEFAULT.insecureHttp();
    }

    private boolean flag(String key) {
        Optional<String> text = text(key);
        text.filter(other -> !other.equals("true") && !other.equals("false"))
                .ifPresent(other -> fault(key, other, "is neither true nor false"));
        return text.filter("true"::equals).isPresent();
    }

    private Set<String> variables() {
        String key = key("variables");
        if (!isObject() || !config.hasPath(key)) {
            return Set.of();
        }
        try {
            return Set.copyOf(config.getStringList(key));
        } catch (ConfigException e) {
            fault("variables", shown(config.getValue(key)), "is not a list of names of variables");
            return Set.of();
        }
    }

    /** The text of a single value; an empty one counts as not given. */
    private Optional<String> text(String key) {
        if (!isObject() || !config.hasPath(key(key))) {
            return Optional.empty();
        }
        ConfigValue value = config.getValue(key(key));
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
            faults.add(key(key) + " is not a single value");
            return Optional.empty();
        }
        return Optional.of(String.valueOf(value.unwrapped())).filter(text -> !text.isBlank());
    }

    private boolean isObject() {
        return config.hasPath(Settings.ROOT) && config.getValue(Settings.ROOT).valueType() == ConfigValueType.OBJECT;
    }

    private void fault(String key, String value, String predicate) {
        faults.add(key(key) + " '" + OneLine.of(value) + "' " + predicate);
    }

    private static String shown(ConfigValue value) {
        return String.valueOf(value.unwrapped());
    }

    private static String key(String key) {
        return Settings.ROOT + "." + key;
    }
}
