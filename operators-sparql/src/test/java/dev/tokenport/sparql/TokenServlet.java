package dev.tokenport.sparql;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token endpoint that gives one client one token (RFC 6749 §4.4). */
final class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String credentials;
    private final String token;

    TokenServlet(String clientId, String clientSecret, String token) {
        byte[] pair = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
        this.token = token;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean granted = credentials.equals(request.getHeader("Authorization"))
                && "client_credentials".equals(request.getParameter("grant_type"));
        response.setStatus(granted ? 200 : 401);
        response.setContentType("application/json");
        response.getWriter()
                .print(
                        granted
                                ? "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                                : "{\"error\":\"invalid_client\"}");
    }
}
