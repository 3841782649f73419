package dev.tokenport.operators.http;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Caller;
import dev.tokenport.service.PerEntity;
import java.util.Locale;
import java.util.Optional;

/** The operator <em>HTTP request</em>: asks a service, once or per entity, and gives its answers as entities. Thread-safe. */
public final class HttpRequest implements Operator<HttpRequestParameters> {

    private static final Ports PORTS = new Ports(
                    new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()))
            .withRejects();

    private static final String DOCUMENTATION = """
            Without an input, the task sends one request. With an input, it sends one per entity, one after the other and in \
            order, and URL, header values and body may be templates over the paths of the entity.

            ```yaml
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: https://idp.example.org/token
                  oauth_client_id: orders-reader
                  oauth_client_secret: ${env:ORDERS_SECRET}
              customers:
                operator: json-dataset
                parameters: {file: customers.json}
              orders:
                operator: http-request
                config: auth
                inputs: customers
                parameters:
                  url: "https://api.example.org/orders?customer={{ id }}"
            ```

            ### Token

            The parameter `oauth_access_token` is filled by the config port. It is sent as `Authorization: Bearer …`, over plain \
            http only to this machine unless `allow_insecure_http` is set. An `Authorization` header in `headers` next to it is an error.

            ### Templates

            Templates are Jinja: `{{ path }}`, `{% for value in path %}…{% endfor %}`, `{% if path %}…{% endif %}`, \
            `{% set %}`, and filters such as `upper`, `default`, `tojson`. `{{ path }}` is the first value of the path, \
            and `for` goes through all of them. `{{ entity["first name"] }}` names any path, also one whose name has other characters \
            than letters, digits and `_`, or is `entity`. A name that is no path is an error. Each value is encoded as its place needs:

            - In the URL it is percent-encoded, so `?v={{ u }}` needs no filter. Only a value at the very start, as in \
            `{{ url }}` or `{{ base }}/orders`, is taken as it is. No other value can change the host or climb up the path.
            - In a JSON body, a value within a string is escaped; outside of one it is written as the JSON value it is: \
            `{"id": {{ id }}, "note": "for {{ name }}"}`. A path without a value is `null`.
            - In a body of type `application/x-www-form-urlencoded` it is form-encoded.
            - In headers and other bodies it is written as it is; a line break in a header is an error.

            The filter `raw` switches the encoding off.

            ### Answers

            - A JSON object is one entity; an array gives one entity per element, read while it arrives, whatever its size. An element \
            that is not an object has the path `value`. Numbers keep their digits; arrays, objects and `null` are values of type json.
            - Any other answer is one entity with the paths `body`, `content_type` and `status`.
            - An empty answer gives no entity.
            - 4xx and 5xx are errors that quote the beginning of the answer. Redirects are not followed, since the token must not \
            go elsewhere; the error says where it points.
            - When the connection fails or the service answers 408, 429, 500, 502, 503 or 504, a GET, HEAD, PUT, DELETE or OPTIONS request is \
            sent again, after a pause, up to `attempts` times.
            """;

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "http-request",
                    "HTTP request",
                    "Send HTTP requests, with an access token from the config port, and give the answers as entities.")
            .withDocumentation(DOCUMENTATION);

    /** The operator. */
    public HttpRequest() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<HttpRequestParameters> parameters() {
        return HttpRequestParameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return PORTS;
    }

    @Override
    public boolean repeatable(KnownParameters known) {
        return known.text("method")
                .map(method ->
                        HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)).repeatable())
                .orElse(false);
    }

    @Override
    public Output execute(HttpRequestParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        var caller = new Caller(parameters.calls(), parameters.oauthAccessToken(), context);
        return Output.of(new PerEntity(inputs, caller, new Asking(parameters, caller, context)));
    }
}
