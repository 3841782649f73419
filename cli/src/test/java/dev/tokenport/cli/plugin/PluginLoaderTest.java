package dev.tokenport.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link PluginLoader}: which class a plugin gets. The labels of the operators tell. */
final class PluginLoaderTest {

    private static final ClassLoader PRODUCT = PluginLoaderTest.class.getClassLoader();

    private final Plugins plugins = new Plugins(OperatorRegistry.load(PRODUCT), PRODUCT);

    @TempDir
    Path folder;

    @Test
    void library_inTwoPlugins_isEachTheirOwn() throws IOException {
        Path first = TestJar.of("First", "first", "Library.version()")
                .source("acme.Library", "class Library { static String version() { return \"1.0\"; } }")
                .write(folder.resolve("first.jar"));
        Path second = TestJar.of("Second", "second", "Library.version()")
                .source("acme.Library", "class Library { static String version() { return \"2.0\"; } }")
                .write(folder.resolve("second.jar"));

        assertThat(label(first)).isEqualTo("1.0");
        assertThat(label(second)).isEqualTo("2.0");
        assertThat(operator("first").description().label()).isEqualTo("1.0");
    }

    @Test
    void library_ofTheProduct_isThePluginsOwnIfItHasOne() throws IOException {
        Path own = TestJar.of("Own", "own", "picocli.CommandLine.version()")
                .source(
                        "picocli.CommandLine",
                        "public class CommandLine { public static String version() { return \"0\"; } }")
                .write(folder.resolve("own.jar"));

        assertThat(label(own)).isEqualTo("0");
    }

    @Test
    void library_ofTheProduct_isThereForAPluginThatHasNone() throws IOException {
        Path jar = TestJar.of("Using", "using", "picocli.CommandLine.VERSION")
                .against(picocli.CommandLine.class)
                .write(folder.resolve("using.jar"));

        assertThat(label(jar)).isEqualTo(picocli.CommandLine.VERSION);
    }

    @Test
    void classesOfTheProduct_inThePlugin_areNotThePlugins() throws IOException {
        Path merged = TestJar.of("Merged", "merged", "dev.tokenport.secret.Secret.class.getClassLoader().toString()")
                .copies(Operator.class, Secret.class)
                .write(folder.resolve("merged.jar"));

        assertThat(label(merged)).isEqualTo(Secret.class.getClassLoader().toString());
    }

    @Test
    void loggingFacade_inThePlugin_isTheProductsSoThatItsLogIsRedacted() throws Exception {
        Class<?> facade = Class.forName("org.slf4j.LoggerFactory");
        Path logging = TestJar.of("Logging", "logging", "org.slf4j.LoggerFactory.class.getClassLoader().toString()")
                .against(facade)
                .copies(facade)
                .write(folder.resolve("logging.jar"));

        assertThat(label(logging)).isEqualTo(facade.getClassLoader().toString());
    }

    @Test
    void classOfTheJdk_inThePlugin_isTheJdks() throws IOException {
        Path jar = TestJar.of("Xml", "xml", "String.valueOf(org.w3c.dom.Node.class.getClassLoader())")
                .copies(org.w3c.dom.Node.class)
                .write(folder.resolve("xml.jar"));

        assertThat(label(jar)).isEqualTo("null");
    }

    @Test
    void service_thatThePluginHasItself_isProvidedByThePluginAlone() throws Exception {
        assertThat(PRODUCT.getResource("META-INF/services/tools.jackson.core.TokenStreamFactory"))
                .as("the product provides that service, too")
                .isNotNull();
        Path jar = TestJar.of("Providing", "providing", "providers()")
                .source("tools.jackson.core.TokenStreamFactory", "public interface TokenStreamFactory {}")
                .source(
                        "acme.Provider",
                        "public final class Provider implements tools.jackson.core.TokenStreamFactory {}")
                .service("tools.jackson.core.TokenStreamFactory", "acme.Provider")
                .operator("Providing", "OperatorDescription.of(\"providing\", providers(), \"\")", "", """
                        static String providers() {
                            var found = new StringBuilder();
                            ServiceLoader.load(tools.jackson.core.TokenStreamFactory.class)
                                    .forEach(each -> found.append(each.getClass().getName()));
                            return found.toString();
                        }
                        """)
                .write(folder.resolve("providing.jar"));

        assertThat(label(jar)).isEqualTo("acme.Provider");
    }

    @Test
    void service_ofTheProduct_isProvidedByProductAndPlugin() throws Exception {
        Path jar = TestJar.empty()
                .service("tools.jackson.core.TokenStreamFactory", "acme.Provider")
                .operator("Offering", "OperatorDescription.of(\"offering\", count(), \"\")", "", """
                        static String count() {
                            try {
                                var loader = Offering.class.getClassLoader();
                                var found = loader.getResources("META-INF/services/tools.jackson.core.TokenStreamFactory");
                                return String.valueOf(Collections.list(found).size());
                            } catch (java.io.IOException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                        """)
                .write(folder.resolve("offering.jar"));

        assertThat(label(jar)).isEqualTo("2");
    }

    @Test
    void resource_ofThePlugin_comesBeforeOneOfTheProduct() throws Exception {
        String name = "META-INF/services/tools.jackson.core.TokenStreamFactory";
        Path jar = TestJar.of(
                        "Reading", "reading", "Reading.class.getClassLoader().getResource(\"" + name + "\").toString()")
                .service("tools.jackson.core.TokenStreamFactory", "acme.Provider")
                .write(folder.resolve("reading.jar"));

        assertThat(label(jar)).isEqualTo("jar:" + jar.toUri().toURL() + "!/" + name);
    }

    @Test
    void library_onTheClassPathOfTheManifest_isThePluginsOwn() throws IOException {
        Path library = TestJar.empty()
                .source(
                        "acme.lib.Library",
                        "public class Library { public static String name() { return \"beside\"; } }")
                .write(Files.createDirectory(folder.resolve("lib")).resolve("library.jar"));
        Path jar = TestJar.of("Beside", "beside", "acme.lib.Library.name()")
                .source("acme.lib.Library", "public class Library { public static String name() { return \"\"; } }")
                .attribute(Attributes.Name.CLASS_PATH, "lib/library.jar")
                .write(folder.resolve("beside.jar"), "acme.lib.Library");

        assertThat(library).exists();
        assertThat(label(jar)).isEqualTo("beside");
    }

    @Test
    void contextClassLoader_whileThePluginIsLoaded_isThePlugins() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Path jar = TestJar.of("Context", "context", "Thread.currentThread().getContextClassLoader().getName()")
                .write(folder.resolve("context.jar"));

        assertThat(plugins.load(jar).operators().get(0).label()).isEqualTo("plugin context.jar");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private String label(Path jar) {
        Plugin plugin = plugins.load(jar);
        assertThat(plugin.fault()).isEmpty();
        return plugin.operators().get(0).label();
    }

    private Operator<?> operator(String id) {
        return plugins.operators().find(id).orElseThrow();
    }
}
