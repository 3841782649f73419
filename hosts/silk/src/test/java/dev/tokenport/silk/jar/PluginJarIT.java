package dev.tokenport.silk.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the JAR of the plugin, and what is not. */
final class PluginJarIT {

    private static final Pattern OURS =
            Pattern.compile("META-INF/(MANIFEST\\.MF|LICENSE|licenses/.+|services/.+)|dev/tokenport/[a-z0-9]+/.+");

    private static final Pattern MISSING = Pattern.compile("\\s+\\S+\\s+-> (?<name>\\S+)\\s+not found");

    /** What is there where the plugin runs, and what libraries use if it is there. */
    private static final Pattern ELSEWHERE = Pattern.compile("(org\\.silkframework|scala|com\\.typesafe\\.config"
            // Annotations, which nobody reads.
            + "|javax\\.annotation|com\\.google\\.errorprone\\.annotations"
            // Of Nimbus: algorithms that we do not offer, or that the JDK has.
            + "|com\\.google\\.crypto\\.tink|org\\.bouncycastle"
            // Of Pebble: caches and loaders that we do not use.
            + "|com\\.github\\.benmanes\\.caffeine|javax\\.servlet|jakarta\\.servlet)\\..+");

    @Test
    void jar_itsFiles_areAllUnderNamesOfOurs() throws IOException {
        assertThat(PluginJar.names()).allMatch(name -> OURS.matcher(name).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/silkframework/",
                "scala/",
                "com/fasterxml/",
                "tools/jackson/",
                "org/slf4j/",
                "com/typesafe/",
                "META-INF/versions/"
            })
    void jar_ofWhatSilkHas_hasNothing(String name) throws IOException {
        assertThat(PluginJar.names())
                .filteredOn(file -> !file.startsWith(PluginJar.SHADED))
                .noneMatch(file -> file.contains(name));
    }

    @Test
    void jar_itsClasses_needNothingThatIsNotThere() {
        StringWriter output = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();

        int code = jdeps.run(
                new PrintWriter(output),
                new PrintWriter(output),
                "--multi-release",
                "17",
                "--missing-deps",
                PluginJar.path().toString());

        assertThat(code).as(output.toString()).isZero();
        List<String> missing = output.toString()
                .lines()
                .map(MISSING::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group("name"))
                .distinct()
                .toList();
        assertThat(missing)
                .anyMatch(name -> name.startsWith("org.silkframework."))
                .filteredOn(name -> !ELSEWHERE.matcher(name).matches())
                .isEmpty();
    }

    @Test
    void services_inTheJar_nameClassesInIt() throws IOException {
        List<String> names = PluginJar.names();
        List<String> services = names.stream()
                .filter(name -> name.startsWith("META-INF/services/"))
                .toList();

        assertThat(services)
                .containsExactlyInAnyOrder(
                        "META-INF/services/org.silkframework.runtime.plugin.PluginModule",
                        "META-INF/services/dev.tokenport.silk.shaded.tools.jackson.core.TokenStreamFactory",
                        "META-INF/services/dev.tokenport.silk.shaded.org.slf4j.spi.SLF4JServiceProvider");
        for (String service : services) {
            assertThat(PluginJar.text(service).strip().replace('.', '/') + ".class")
                    .isIn(names);
        }
    }

    @Test
    void libraries_inTheJar_areToldWithTheirLicences() throws IOException {
        List<String> libraries;
        try (Stream<Path> folders = Files.list(Path.of("target/licenses"))) {
            libraries = folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }

        assertThat(libraries).hasSize(12).contains("graphql-java", "jackson-core");
        String told = PluginJar.text("META-INF/licenses/README.md").toLowerCase(Locale.ROOT);
        assertThat(libraries)
                .allMatch(library -> told.contains("`" + library + "`") || told.contains(library.replace("-s", " s")));
    }

    @Test
    void licences_thatMustGoAlong_areInTheJar() throws IOException {
        assertThat(PluginJar.names())
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/licenses/antlr/LICENSE",
                        "META-INF/licenses/fastcsv/META-INF/LICENSE",
                        "META-INF/licenses/graphql-java/LICENSE.md",
                        "META-INF/licenses/httpcore5/META-INF/NOTICE",
                        "META-INF/licenses/jackson-core/META-INF/NOTICE",
                        "META-INF/licenses/jackson-core/META-INF/FastDoubleParser-LICENSE",
                        "META-INF/licenses/pebble/LICENSE",
                        "META-INF/licenses/slf4j-api/META-INF/LICENSE.txt",
                        "META-INF/licenses/slf4j-jdk14/META-INF/LICENSE.txt",
                        "META-INF/licenses/unbescape/META-INF/NOTICE.txt");
        assertThat(PluginJar.text("META-INF/LICENSE")).contains("Apache License");
    }

    @Test
    void manifest_itsVersion_isThatOfTheFile() throws IOException {
        try (JarFile jar = new JarFile(PluginJar.path().toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");

            assertThat(version).isNotBlank();
            assertThat(PluginJar.path()).hasFileName("tokenport-silk-" + version + ".jar");
        }
    }

    /** Those of libraries keep theirs, so that the same sources give the same JAR. */
    @Test
    void files_ofOurs_haveTheTimeOfTheBuild() throws IOException {
        List<LocalDateTime> times = PluginJar.files().stream()
                .filter(file -> file.getName().startsWith("dev/tokenport/"))
                .filter(file -> !file.getName().startsWith(PluginJar.SHADED))
                .map(ZipEntry::getTimeLocal)
                .distinct()
                .toList();

        assertThat(times).containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
    }
}
