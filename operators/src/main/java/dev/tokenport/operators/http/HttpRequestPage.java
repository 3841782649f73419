package dev.tokenport.operators.http;

/** What the page of <em>HTTP request</em> says beside its parameters. */
final class HttpRequestPage {

    /** Markdown. */
    static final String TEXT = """
            Without an input, the task sends one request. With an input, it sends one per entity, and URL, header values and body may \
            be templates over the paths of the entity. `parallel` says how many are under way at a time; the answers come in the \
            order of the entities all the same, and connections are kept and used again.

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
                  records: /data/orders
                  paging: next_url
                  paging_pointer: /meta/next
                  parallel: 8
            ```

            ### Token

            The parameter `oauth_access_token` is filled by the config port. It is sent as `Authorization: Bearer …`, over plain \
            http only to this machine unless `allow_insecure_http` is set. An `Authorization` header in `headers` next to it is an error.

            Any header value can come from a config port as well: a header is addressed as `headers-NAME`. This sends the token there, and not \
            as `Authorization`:

            ```yaml
                config: {from: auth, map: {oauth_access_token: headers-X-Api-Key}}
            ```

            A token that is bound to a key (DPoP) comes with that key, `oauth_dpop_key`. It is sent as `Authorization: DPoP …`, and each request \
            proves in the header `DPoP` that the key is there. A service that wants a nonce in the proof gets it at once.

            A service that answers 401 with `invalid_token`, or with `Bearer` or `DPoP` and no error, gets the request once more with the successor of the \
            token, in headers that a config port has delivered too.

            Token and headers are for the origin (scheme, host, port) of `url`. A request that leads elsewhere, by a redirect or to a next page, \
            goes without them: it has nothing but `Accept`, `Accept-Encoding`, `Accept-Language` and `User-Agent`.

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
            - In `answer_file` it is a name or a part of one: a `/` or `..` in it is an error. In `body_file` it may lead downwards.

            The filter `raw` switches the encoding off.

            ### Answers

            What an answer is read as, its content type says, or `answer_format`:

            - JSON: an object is one entity, an array gives one entity per element. `records` leads to them if they lie deeper. An element \
            that is not an object has the path `value`. Numbers keep their digits; arrays, objects and `null` are values of type json.
            - NDJSON (`application/x-ndjson`, `application/jsonl`): the same for each line.
            - CSV (`text/csv`): the first row names the columns, unless the content type says `header=absent`; then they are `column_1`, \
            `column_2` … All values are strings.
            - Anything else is one entity with the paths `body`, `content_type` and `status`.

            JSON, NDJSON and CSV are read while they arrive, whatever their size. An empty answer gives no entity. An answer that \
            breaks off or is not what it says it is, is an error with its place; what was read of it before has been handed on.

            ### Pages

            | `paging` | the next page is | the last page is one |
            | --- | --- | --- |
            | `link` | where the header `Link` with `rel=next` leads (RFC 8288) | without such a header |
            | `next_url` | at the URL that stands at `paging_pointer` in the answer | with nothing there |
            | `cursor` | the same request, with the value at `paging_pointer` as query parameter `paging_parameter` | with nothing there |
            | `page_number` | the same request, with the number of the page as query parameter `paging_parameter` | without records |
            | `offset` | the same request, with the number of records so far as query parameter `paging_parameter` | without records |

            A page is asked for when the one before has been read, with retries and, where needed, a new token of its own. A URL may be relative. \
            A page that has been there already, and more than `paging_limit` pages, are errors.

            ### Files

            ```yaml
              invoices:
                operator: http-request
                config: auth
                inputs: orders
                parameters:
                  url: "https://api.example.org/invoices/{{ id }}"
                  answer_file: "invoices/{{ id }}.pdf"
              archive:
                operator: http-request
                config: auth
                inputs: invoices
                parameters:
                  url: "https://archive.example.org/documents"
                  method: POST
                  body_file: "{{ file }}"
                  upload_as: form
                  form_field: document
            ```

            With `answer_file`, each answer goes to a file as it is: beside its place first, and moved there when all of it has \
            arrived, so that no half of one is ever seen. Two entities that lead to one file are an error. With `body_file`, a file is sent \
            from the disk, again from its beginning if the request is sent again.

            ### Refusals and retries

            - 4xx and 5xx are errors that quote the beginning of the answer.
            - When the connection fails or the service answers 408, 429, 500, 502, 503 or 504, a GET, HEAD, PUT, DELETE or OPTIONS request is \
            sent again, after a pause, up to `attempts` times; a POST or PATCH only if it cannot have arrived, and after a 429. `Retry-After` is the least pause; one \
            that does not end within `timeout` is an error at once.
            - With `idempotency_key`, each request carries the header `Idempotency-Key` \
            (draft-ietf-httpapi-idempotency-key-header): a UUID of its own, which stays the same when the request is sent again, with another token, and \
            when the task is executed again in the same run, on another machine too. A POST or PATCH is then repeated as a PUT is, and after a 409 as well, which \
            says that the first one is still being processed. Switch it on only for a service whose documentation knows the header: any other \
            would do twice what is sent twice.
            - A redirect of a GET or HEAD is followed, up to `redirects` times; after any other method, only a 303 is, with a GET. A way from https to \
            http, with a token or headers, is an error. What messages show of a redirect's target is its origin.
            """;

    private HttpRequestPage() {}
}
