package dev.tokenport.cli.plugin;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one plugin. First comes the JDK. What plugins and the product share comes from the product: its own
 * classes, so that an operator is an operator, and the logging facade, so that what a plugin logs is redacted. Everything
 * else the plugin brings itself, in a version of its own; what it does not bring comes from the product. Thread-safe.
 */
final class PluginLoader extends URLClassLoader {

    private static final List<String> SHARED = List.of("dev.tokenport.", "org.slf4j.");
    private static final String SERVICES = "META-INF/services/";
    private static final int CLASS_FILE_VERSION_BEFORE_JAVA_1 = 44;

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader product;

    PluginLoader(Path jar, ClassLoader product) {
        this("plugin " + jar.getFileName(), List.of(jar), product);
    }

    /** The classes of several JARs that belong together. */
    PluginLoader(String name, List<Path> jars, ClassLoader product) {
        super(name, jars.stream().map(PluginLoader::url).toArray(URL[]::new), product);
        this.product = product;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            @Nullable Class<?> found = findLoadedClass(name);
            if (found == null) {
                found = isShared(name) ? super.loadClass(name, false) : ownBeforeProduct(name);
            }
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }

    private Class<?> ownBeforeProduct(String name) throws ClassNotFoundException {
        try {
            return getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException notOfTheJdk) {
            return own(name);
        }
    }

    private Class<?> own(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            if (e.getCause() != null) {
                throw e; // It is there and cannot be read: another version of it would be a riddle.
            }
            return product.loadClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (UnsupportedClassVersionError e) {
            throw inOtherWords(name, e);
        }
    }

    private UnsupportedClassVersionError inOtherWords(String name, UnsupportedClassVersionError thrown) {
        int here = Runtime.version().feature();
        @Nullable URL file = findResource(name.replace('.', '/') + ".class");
        if (file == null) {
            return thrown;
        }
        try (var in = new DataInputStream(file.openStream())) {
            in.skipNBytes(Integer.BYTES + Short.BYTES);
            int needed = in.readUnsignedShort() - CLASS_FILE_VERSION_BEFORE_JAVA_1;
            if (needed <= here) {
                return thrown;
            }
            var error = new UnsupportedClassVersionError(
                    "class " + name + " needs Java " + needed + ", and this is Java " + here);
            error.initCause(thrown);
            return error;
        } catch (IOException e) {
            thrown.addSuppressed(e);
            return thrown;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        @Nullable URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(findResources(name)));
        if (!isOwnService(name)) {
            found.addAll(Collections.list(product.getResources(name)));
        }
        return Collections.enumeration(found);
    }

    // Providers that the product has of the same service implement the product's version of it, not this one.
    private boolean isOwnService(String name) {
        if (!name.startsWith(SERVICES)) {
            return false;
        }
        try {
            return Class.forName(name.substring(SERVICES.length()), false, this).getClassLoader() == this;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
