package dev.tokenport.integration.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product as its tests see it: its classes and its files. */
final class Product {

    private Product() {}

    /** All classes of the product, those of its tests excepted. */
    static JavaClasses classes() {
        return Imported.CLASSES;
    }

    /** The folder with the root POM. */
    static Path root() {
        return Path.of(System.getProperty("tokenport.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** The text of a file, by its path from the root. */
    static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files under the root whose path from there ends with a suffix; nothing that a build made. */
    static List<Path> files(String suffix) {
        try (Stream<Path> files = Files.find(root(), 20, (path, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> isOurs(file, suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file, String suffix) {
        Path path = root().relativize(file);
        boolean made = Stream.of("target", ".git").anyMatch(name -> containsFolder(path, name));
        return !made && path.toString().endsWith(suffix);
    }

    private static boolean containsFolder(Path path, String name) {
        for (Path part : path) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the classes once, when somebody asks for them. */
    private static final class Imported {

        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.tokenport");
    }
}
