package dev.tokenport.silk.jar;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * A class loader as a Silk's, for a plugin to stand under: it has Silk, Scala, and of each library of the plugin another
 * version, in which every class is there and has nothing in it. Thread-safe.
 */
final class OtherLibraries extends ClassLoader {

    private static final List<String> SILK = List.of("org.silkframework.", "scala.", "com.typesafe.config.");

    private static final List<String> LIBRARIES = List.of(
            "tools.jackson.",
            "com.fasterxml.",
            "org.apache.hc.",
            "de.siegmar.",
            "io.pebbletemplates.",
            "org.unbescape.",
            "graphql.",
            "i18n.",
            "org.dataloader.",
            "org.reactivestreams.",
            "com.nimbusds.",
            "org.slf4j.",
            "org.jspecify.",
            "org.snakeyaml.");

    private final ClassLoader silk = OtherLibraries.class.getClassLoader();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    /** Another Silk. */
    OtherLibraries() {
        super(ClassLoader.getPlatformClassLoader());
    }

    /** What of libraries was asked for, classes and files. */
    Set<String> asked() {
        return Collections.unmodifiableSet(asked);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SILK.stream().anyMatch(name::startsWith)) {
            return silk.loadClass(name);
        }
        if (LIBRARIES.stream().anyMatch(name::startsWith)) {
            asked.add(name);
            byte[] hollow = hollow(name.replace('.', '/'));
            return defineClass(name, hollow, 0, hollow.length);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        note(name);
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        note(name);
        return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        note(name);
        return super.getResourceAsStream(name);
    }

    private void note(String name) {
        String service = "META-INF/services/";
        String dotted = name.startsWith(service) ? name.substring(service.length()) : name.replace('/', '.');
        if (LIBRARIES.stream().anyMatch(dotted::startsWith)) {
            asked.add(name);
        }
    }

    /** A public class of Java 17 with this name, without a field and without a method. */
    private static byte[] hollow(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(61);
            out.writeShort(5);
            out.writeByte(1);
            out.writeUTF(name);
            out.writeByte(7);
            out.writeShort(1);
            out.writeByte(1);
            out.writeUTF("java/lang/Object");
            out.writeByte(7);
            out.writeShort(3);
            out.writeShort(0x21);
            out.writeShort(2);
            out.writeShort(4);
            out.write(new byte[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
