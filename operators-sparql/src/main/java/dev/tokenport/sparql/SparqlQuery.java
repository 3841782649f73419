package dev.tokenport.sparql;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Caller;
import dev.tokenport.service.KnownFaults;
import dev.tokenport.service.OnError;
import dev.tokenport.service.PerEntity;
import java.util.List;
import java.util.Optional;

/** The operator <em>SPARQL query</em>: asks an endpoint, once or per entity, and gives the solutions as entities. Thread-safe. */
public final class SparqlQuery implements Operator<SparqlQueryParameters> {

    private static final Ports PORTS =
            new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));

    private static final String DOCUMENTATION = """
            The task speaks the [SPARQL 1.1 Protocol](https://www.w3.org/TR/sparql11-protocol/). Without an input it sends the \
            query once. With an input it sends one per entity, and the query may be a template over the paths of the entity.

            ```yaml
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: ${env:CMEM_BASE_URI}/auth/realms/cmem/protocol/openid-connect/token
                  oauth_client_id: ${env:OAUTH_CLIENT_ID}
                  oauth_client_secret: ${env:OAUTH_CLIENT_SECRET}
              people:
                operator: sparql-query
                config: auth # auth's oauth_access_token replaces this task's parameter of that name
                parameters:
                  sparql_endpoint: ${env:CMEM_BASE_URI}/dataplatform/proxy/default/sparql
                  sparql_query: |
                    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                    SELECT ?person ?name
                    FROM <https://example.org/people>
                    WHERE { ?person foaf:name ?name }
            ```

            The endpoint above is that of eccenca Corporate Memory (CMEM). Its own parameters stand in the URL, for example \
            `…/sparql?owlImportsResolution=false`.

            ### Templates

            Templates are Jinja: `{{ path }}`, `{% for value in path %}…{% endfor %}`, `{% if path %}…{% endif %}`, and filters such \
            as `upper` and `default`. A value is written as its place in the query needs, and can never be more than a value:

            ```sparql
            SELECT ?order WHERE {
              ?order ex:customer <https://example.org/customers/{{ id }}> ;   # percent-encoded
                     ex:seller <{{ seller }}> ;                              # a whole IRI
                     ex:region ex:{{ region }} ;                             # a part of a name
                     ex:title {{ title }} ;                                  # "…", a number, or true or false
                     ex:label "{{ label }}"@{{ language }} .                 # escaped; a language tag
            }
            ```

            - Within a string it is escaped.
            - Directly behind `<` it is a whole IRI, or the beginning of one with its scheme; what no IRI can have is refused. \
            Further back in an IRI, and in the local part of a prefixed name, it is percent-encoded as `ENCODE_FOR_URI` does.
            - Behind `"…"@` it is a language tag.
            - Elsewhere a number or a boolean is a literal, and anything else is a string in quotes. A path without a value is an error.
            - In a comment, and directly beside a name, a variable or a number, it is an error.

            The filters `raw`, `urlencode` and `tojson` switch this off: what they give stands as it is. A query that is itself a \
            value is `{{ query | raw }}`.

            Since `{{`, `{%` and `{#` begin something of Jinja, SPARQL needs a blank behind the brace there: `{ { … } UNION { … } }`.

            ### Answers

            - SELECT gives an entity per solution, read while it arrives, whatever the size of the answer. It has a path per variable, \
            in the order of the query; a variable that is not bound has no value.
            - An IRI is its text, and a blank node is `_:` and its label. A literal is its text; one of a numeric XSD type is a \
            number where JSON can write it so (`1.50`, but not `+1` or `NaN`), and `xsd:boolean` is a boolean.
            - With `terms: rdf` each value is a JSON object, as the endpoint gave it: \
            `{"type":"literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}`. It tells an IRI from a text, and has \
            the language of a text under `xml:lang`.
            - ASK gives one entity with the path `boolean`.
            - CONSTRUCT and DESCRIBE give RDF, which is no table: they are refused, and `http-request` can ask for it.
            - 4xx and 5xx are errors that quote the beginning of the answer. A query may be sent twice, so it is sent again, up to \
            `attempts` times, when the connection fails or the endpoint answers 408, 429, 500, 502, 503 or 504.
            """;

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "sparql-query",
                    "SPARQL query",
                    "Ask a SPARQL endpoint, with an access token from the config port, and give the solutions as entities.")
            .withDocumentation(DOCUMENTATION);

    /** The operator. */
    public SparqlQuery() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<SparqlQueryParameters> parameters() {
        return SparqlQueryParameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return OnError.ports(PORTS, known);
    }

    @Override
    public boolean repeatable(KnownParameters known) {
        return true;
    }

    @Override
    public List<ParameterFault> faults(KnownParameters known) {
        return new KnownFaults(known)
                .of(Querying.PARAMETER, Querying::checkBefore)
                .found();
    }

    @Override
    public Output execute(SparqlQueryParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        var caller = new Caller(parameters.calls(), parameters.accessToken(), context);
        return Output.of(new PerEntity(inputs, caller, new Querying(parameters, caller, context)));
    }
}
