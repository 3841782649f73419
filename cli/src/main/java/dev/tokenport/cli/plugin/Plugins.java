package dev.tokenport.cli.plugin;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plugins, loaded one after the other on top of the product's operators. One that cannot be loaded whole, or has an
 * operator whose name is taken, is left out whole, and the rest stays as it was. The class loaders live as long as the
 * process. For one thread.
 */
public final class Plugins {

    private final ClassLoader product;
    private final List<Plugin> all = new ArrayList<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private OperatorRegistry operators;

    /**
     * No plugins yet.
     *
     * @param operators the product's operators
     * @param product the class loader of the product
     */
    public Plugins(OperatorRegistry operators, ClassLoader product) {
        this.operators = operators;
        this.product = product;
    }

    /** Loads a JAR; whether it was left out stands in the answer. */
    public Plugin load(Path jar) {
        return load(jar, String.valueOf(jar.getFileName()));
    }

    /** Loads a JAR under another name than its file has. */
    Plugin load(Path jar, String file) {
        var attempt = new Attempt(file);
        Plugin plugin;
        try {
            attempt.load(jar);
            plugin = attempt.ended(Optional.empty());
            attempt.names().forEach(name -> owners.put(name, file));
        } catch (PluginException e) {
            plugin = attempt.ended(Optional.of(e.reason()));
            operators = operators.withAbsent(
                    attempt.names(), "the plugin " + file + ", which has it, was left out: " + e.reason());
        }
        all.add(plugin);
        return plugin;
    }

    /** The product's operators, those of the plugins, and why those of the plugins left out are absent. */
    public OperatorRegistry operators() {
        return operators;
    }

    /** The plugins in the order in which they were loaded. */
    public List<Plugin> all() {
        return List.copyOf(all);
    }

    /** The way of one JAR into the registry, and how far it came. For one thread. */
    private final class Attempt {

        private final String file;
        private Optional<String> version = Optional.empty();
        private List<OperatorDescription> descriptions = List.of();

        Attempt(String file) {
            this.file = file;
        }

        void load(Path path) throws PluginException {
            PluginJar jar = PluginJar.read(path);
            version = jar.version();
            var loader = new PluginLoader(path, product);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                register(jar.operators(loader));
            } catch (PluginException e) {
                close(loader, e);
                throw e;
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        private void register(List<Operator<?>> own) throws PluginException {
            List<OperatorDescription> described = new ArrayList<>();
            for (Operator<?> operator : own) {
                described.add(ForeignCode.call(
                        "its operator class " + operator.getClass().getName() + " does not describe itself",
                        () -> Objects.requireNonNull(operator.description())));
            }
            descriptions = described;
            refuseTaken();
            operators = ForeignCode.call("its operators cannot be registered", () -> registered(own));
        }

        private void refuseTaken() throws PluginException {
            for (OperatorDescription description : descriptions) {
                for (String name : names(description).toList()) {
                    if (operators.find(name).isPresent()) {
                        String owner = Optional.ofNullable(owners.get(name))
                                .map(other -> "the plugin " + other)
                                .orElse("Tokenport itself");
                        throw new PluginException("its operator '" + description.id() + "' wants the name '" + name
                                + "', which an operator of " + owner + " has");
                    }
                }
            }
        }

        private OperatorRegistry registered(List<Operator<?>> own) throws PluginException {
            try {
                return operators.with(own);
            } catch (IllegalStateException e) {
                throw new PluginException(ForeignCode.message(e), e);
            }
        }

        List<String> names() {
            return descriptions.stream().flatMap(Attempt::names).toList();
        }

        private static Stream<String> names(OperatorDescription description) {
            return Stream.concat(Stream.of(description.id()), description.aliases().stream());
        }

        Plugin ended(Optional<String> fault) {
            return new Plugin(file, version, descriptions, fault);
        }
    }

    private static void close(PluginLoader loader, PluginException reason) {
        try {
            loader.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
