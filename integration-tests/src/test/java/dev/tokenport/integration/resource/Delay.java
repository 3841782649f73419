package dev.tokenport.integration.resource;

import dev.tokenport.http.TimeSource;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets requests wait; their token was checked before. Thread-safe. */
final class Delay implements Filter {

    // Not as a parameter of the request: a form in the body would be read with it.
    private static final Pattern MILLISECONDS = Pattern.compile("(?:^|&)delay=([0-9]+)");

    private final TimeSource time = TimeSource.system();
    private final Function<HttpServletRequest, Duration> duration;

    Delay(Function<HttpServletRequest, Duration> duration) {
        this.duration = duration;
    }

    /** As long as {@code delay} in the query says, in milliseconds. */
    static Delay ofQuery() {
        return new Delay(Delay::asked);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        try {
            time.sleep(duration.apply((HttpServletRequest) request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        rest.doFilter(request, response);
    }

    private static Duration asked(HttpServletRequest request) {
        Matcher delay = MILLISECONDS.matcher(Objects.requireNonNullElse(request.getQueryString(), ""));
        return delay.find() ? Duration.ofMillis(Long.parseLong(delay.group(1))) : Duration.ZERO;
    }
}
