package dev.tokenport.demo;

/** The protected API: orders for whoever shows a token that is valid (RFC 6750). Thread-safe. */
final class OrdersApi implements Endpoint {

    private static final String ORDERS = "[{\"order\":1,\"item\":\"Käse\",\"price\":4.50,\"paid\":true},"
            + "{\"order\":2,\"item\":\"Brötchen\",\"price\":0.60,\"paid\":false}]";

    private final IssuedTokens tokens;

    OrdersApi(IssuedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Answer answer(Received request) {
        String[] parts = request.authorization().split(" ", 2);
        if (parts.length < 2 || !parts[0].equalsIgnoreCase("Bearer")) {
            return Answer.json(401, "{\"message\":\"a token is needed\"}")
                    .with("WWW-Authenticate", "Bearer realm=\"demo\"");
        }
        if (tokens.subject(parts[1].strip()).isEmpty()) {
            return Answer.json(401, "{\"message\":\"the token is not valid\"}")
                    .with("WWW-Authenticate", "Bearer realm=\"demo\", error=\"invalid_token\"");
        }
        return request.method().equals("GET")
                ? Answer.json(200, ORDERS)
                : Answer.json(405, "{\"message\":\"only GET\"}").with("Allow", "GET");
    }
}
