package dev.tokenport.integration.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.Deadline;
import dev.tokenport.http.Headers;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.Request;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ForwardProxy;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests where variables of the environment name a proxy. */
@Timeout(120)
final class ProxyFromVariablesTest {

    @Test
    void variables_areObeyed_andThisMachineIsAskedDirectly() throws Exception {
        try (ScriptedServer plain = ScriptedServer.start().otherwise(request -> Answer.of(200, "text/plain", "ok"));
                ForwardProxy proxy = ForwardProxy.start()) {
            proxy.leading("idp.example.org", plain.port());
            Transport transport = by(Map.of("http_proxy", "http://user:word@" + proxy.address()));

            get(URI.create("http://idp.example.org/token"), transport);
            get(plain.url("/direct"), transport);

            assertThat(proxy.requests())
                    .extracting(RecordedRequest::target)
                    .containsExactly("http://idp.example.org/token");
            assertThat(plain.requests()).extracting(RecordedRequest::target).containsExactly("/token", "/direct");
        }
    }

    @Test
    void variable_thatIsNoProxy_isReportedWhenARequestIsSent() {
        Transport transport = by(Map.of("https_proxy", "socks5://proxy:1080"));

        var exception = catchThrowableOfType(
                TransportException.class, () -> get(URI.create("https://idp.example.org/token"), transport));

        assertThat(exception)
                .hasMessage("the variable https_proxy 'socks5://proxy:1080' is not the URL of an http proxy, such as"
                        + " http://proxy.example.org:3128");
        assertThat(exception.fault()).isEqualTo(Fault.PROXY);
    }

    private static Transport by(Map<String, String> variables) {
        return Transports.through(() -> ProxyRule.of(Environment.of(variables))).with(TransportOptions.DEFAULT);
    }

    private static void get(URI url, Transport transport) throws Exception {
        transport
                .send(
                        Request.of("GET", url, Headers.none()),
                        Deadline.after(Duration.ofSeconds(50), TimeSource.system()))
                .close();
    }
}
