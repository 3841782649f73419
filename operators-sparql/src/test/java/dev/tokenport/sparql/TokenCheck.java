package dev.tokenport.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets requests with a valid token through, and answers others as RFC 6750 §3 says. Thread-safe. */
final class TokenCheck implements Filter {

    private static final String SCHEME = "Bearer ";

    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    /** Only the token {@code first-token} is good from now on, and nothing has been answered yet. */
    void reset() {
        valid.clear();
        accept("first-token");
        answers.clear();
    }

    /** From now on a token is good. */
    void accept(String token) {
        valid.add(token);
    }

    /** From now on a token has expired. */
    void expire(String token) {
        valid.remove(token);
    }

    /** The statuses of all answers so far. */
    List<Integer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = ((HttpServletRequest) request).getHeader("Authorization");
        var answer = (HttpServletResponse) response;
        if (header != null && header.startsWith(SCHEME) && valid.contains(header.substring(SCHEME.length()))) {
            chain.doFilter(request, response);
        } else {
            answer.setStatus(401);
            answer.setHeader("WWW-Authenticate", header == null ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        answers.add(answer.getStatus());
    }
}
