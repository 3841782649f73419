package dev.tokenport.benchmarks.token;

import java.lang.reflect.Field;
import java.net.URI;
import java.util.Deque;
import org.apache.camel.component.http.OAuth2ClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/**
 * The cache of Camel's HTTP component. It is the part of an HTTP client that gives each request its header, and is called as
 * such, without the rest of that client.
 */
final class CamelTokens {

    /** Camel's own default. */
    private static final int MARGIN_SECONDS = 5;

    private static final int CONNECTIONS_OF_ALL = 200;
    private static final int CONNECTIONS_OF_ONE = 20;

    private CamelTokens() {}

    /** Keeps the token while it is good. */
    static Tokens kept(URI endpoint) throws ReflectiveOperationException {
        // As many connections as the component has by default.
        var builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS_OF_ALL)
                        .setMaxConnPerRoute(CONNECTIONS_OF_ONE)
                        .build());
        var camel = new OAuth2ClientConfigurer(
                Account.CLIENT_ID,
                Account.CLIENT_SECRET,
                endpoint.toString(),
                null,
                Account.SCOPE,
                true,
                0,
                MARGIN_SECONDS,
                false);
        camel.configureHttpClient(builder);
        HttpRequestInterceptor interceptor = interceptor(builder);
        URI service = endpoint.resolve("/orders");
        return () -> {
            var request = new BasicHttpRequest("GET", service);
            interceptor.process(request, null, HttpClientContext.create());
            return request.getHeader("Authorization");
        };
    }

    /** What Camel has put into the builder, which only gives it to its own clients. */
    private static HttpRequestInterceptor interceptor(HttpClientBuilder builder) throws ReflectiveOperationException {
        Field interceptors = HttpClientBuilder.class.getDeclaredField("requestInterceptors");
        interceptors.setAccessible(true);
        Object first = ((Deque<?>) interceptors.get(builder)).getFirst();
        Field interceptor = first.getClass().getDeclaredField("interceptor");
        interceptor.setAccessible(true);
        return (HttpRequestInterceptor) interceptor.get(first);
    }
}
