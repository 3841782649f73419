package dev.tokenport.silk.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.silk.HostedModule;
import dev.tokenport.silk.run.TestPlace;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.annotations.Param;
import org.silkframework.runtime.plugin.annotations.Plugin;
import scala.jdk.javaapi.CollectionConverters;

/** The JAR of the plugin under a Silk that has other versions of all its libraries. */
final class IsolationIT {

    private final OtherLibraries silk = new OtherLibraries();

    @TempDir
    private Path files;

    private LoadedPlugin plugin;
    private PlainServices services;

    // Made before each test.
    @SuppressWarnings("NullAway.Init")
    IsolationIT() {}

    @BeforeEach
    void load() throws IOException {
        plugin = LoadedPlugin.under(silk);
        services = PlainServices.start();
    }

    @AfterEach
    void close() throws IOException {
        services.close();
        plugin.close();
    }

    @Test
    void plugins_inTheJar_areDescribedAsThoseOfTheBuild() throws ReflectiveOperationException {
        List<Class<? extends AnyPlugin>> built = CollectionConverters.asJava(new HostedModule().pluginClasses());
        List<Class<? extends AnyPlugin>> loaded = plugin.plugins();

        assertThat(loaded).hasSameSizeAs(built);
        for (int i = 0; i < built.size(); i++) {
            assertThat(loaded.get(i)).isNotSameAs(built.get(i));
            assertThat(loaded.get(i).getAnnotation(Plugin.class))
                    .isEqualTo(built.get(i).getAnnotation(Plugin.class));
            assertThat(parameters(loaded.get(i))).isEqualTo(parameters(built.get(i)));
        }
    }

    @Test
    void oauth2_withASecret_givesATokenThatHttpRequestSends() throws ReflectiveOperationException, IOException {
        String token = token(Map.of(
                "oauth_token_url", services.url("/token"),
                "oauth_client_id", "orders-reader",
                "oauth_client_secret", "c1ient-s3cret"));

        List<Map<String, List<String>>> json = plugin.execute(
                "HttpRequestTask",
                Map.of("url", services.url("/orders.json"), "oauth_access_token", token),
                TestPlace.of(files));
        List<Map<String, List<String>>> csv = plugin.execute(
                "HttpRequestTask",
                Map.of("url", services.url("/orders.csv"), "oauth_access_token", token),
                TestPlace.of(files));

        assertThat(json).hasSize(2);
        assertThat(json.get(0)).isEqualTo(Map.of("id", List.of("1"), "total", List.of("1.50")));
        assertThat(csv).containsExactly(Map.of("id", List.of("1"), "total", List.of("1.50")));
        assertThat(services.requests()).contains("/orders.json Bearer " + PlainServices.TOKEN);
        assertThat(silk.asked()).isEmpty();
    }

    @Test
    void oauth2_withAKey_signsAnAssertion() throws ReflectiveOperationException, IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Files.writeString(files.resolve("client.pem"), pem);

        String token = token(Map.of(
                "oauth_token_url", services.url("/token"),
                "oauth_client_id", "orders-signer",
                "oauth_key_file", "client.pem"));

        assertThat(token).isEqualTo(PlainServices.TOKEN);
        assertThat(services.requests()).containsExactly("/token client_assertion");
        assertThat(silk.asked()).isEmpty();
    }

    @Test
    void graphql_itsParser_isTheOneInTheJar() throws ReflectiveOperationException, IOException {
        List<Map<String, List<String>>> answer = plugin.execute(
                "GraphQLQueryTask",
                Map.of("graphql_url", services.url("/graphql"), "graphql_query", "{ orders { id } }"),
                TestPlace.of(files));

        assertThat(answer).containsExactly(Map.of("id", List.of("7")));
        assertThat(silk.asked()).isEmpty();
    }

    @Test
    void graphql_thatIsFaulty_isRefusedInTheWordsOfTheLibraryInTheJar() {
        Map<String, String> parameters =
                Map.of("graphql_url", services.url("/graphql"), "graphql_query", "{ orders { id ");

        assertThatThrownBy(() -> plugin.execute("GraphQLQueryTask", parameters, TestPlace.of(files)))
                .hasMessageContaining("graphql_query");

        assertThat(services.requests()).isEmpty();
        assertThat(silk.asked()).isEmpty();
    }

    @Test
    void sparql_query_isAnswered() throws ReflectiveOperationException, IOException {
        List<Map<String, List<String>>> answer = plugin.execute(
                "SparqlQueryTask",
                Map.of("sparql_endpoint", services.url("/sparql"), "sparql_query", "SELECT ?s { ?s ?p ?o }"),
                TestPlace.of(files));

        assertThat(answer).containsExactly(Map.of("s", List.of("urn:x")));
        assertThat(silk.asked()).isEmpty();
    }

    @Test
    void otherLibraries_askedForOneOfTheirs_haveAHollowOne() throws ClassNotFoundException {
        Class<?> hollow = silk.loadClass("tools.jackson.core.JsonParser");

        assertThat(hollow.getDeclaredMethods()).isEmpty();
        assertThat(silk.asked()).containsExactly("tools.jackson.core.JsonParser");
    }

    private String token(Map<String, String> parameters) throws ReflectiveOperationException, IOException {
        List<Map<String, List<String>>> settings =
                plugin.execute("OAuth2AuthenticationTask", parameters, TestPlace.of(files));

        assertThat(settings).hasSize(1);
        return settings.get(0)
                .getOrDefault("oauth_access_token", List.of("none"))
                .get(0);
    }

    private static List<String> parameters(Class<?> type) {
        return Arrays.stream(type.getConstructors()[0].getParameters())
                .map(IsolationIT::shown)
                .toList();
    }

    private static String shown(Parameter parameter) {
        return parameter.getType().getName() + " " + parameter.getName() + " " + parameter.getAnnotation(Param.class);
    }
}
