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

/** The operator <em>SPARQL update</em>: changes what an endpoint holds, once, per entity or per batch of them. Thread-safe. */
public final class SparqlUpdate implements Operator<SparqlUpdateParameters> {

    private static final Ports PORTS =
            new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));

    private static final String DOCUMENTATION = """
            The task speaks the [SPARQL 1.1 Protocol](https://www.w3.org/TR/sparql11-protocol/). Without an input it sends the \
            update once. With an input it sends one per entity, or per `batch_size` entities, and the update may be a template over the \
            paths of the entity.

            ```yaml
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: ${env:CMEM_BASE_URI}/auth/realms/cmem/protocol/openid-connect/token
                  oauth_client_id: ${env:OAUTH_CLIENT_ID}
                  oauth_client_secret: ${env:OAUTH_CLIENT_SECRET}
              people:
                operator: json-dataset
                parameters: {file: people.json}
              load:
                operator: sparql-update
                config: auth # auth's oauth_access_token replaces this task's parameter of that name
                inputs: people
                parameters:
                  sparql_endpoint: ${env:CMEM_BASE_URI}/dataplatform/proxy/default/update
                  batch_size: 100
                  sparql_update: |
                    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                    INSERT DATA {
                      GRAPH <https://example.org/people> {
                        <https://example.org/people/{{ id }}> foaf:name {{ name }} .
                      }
                    }
            ```

            The endpoint above is that of eccenca Corporate Memory (CMEM). Templates are those of `sparql-query`: a value is written \
            as its place needs, and can never be more than a value.

            ### Batches

            A batch is one request: the updates of its entities, each with its own prologue, with `;` between them. Endpoints \
            process a request as a whole or not at all, as far as they can (SPARQL 1.1 Update §3.1). So a batch that the endpoint refuses \
            fails as a whole; with `on_error: skip` all of its entities are given up, and are not tried one by one. To do that, take \
            them as the input of a second task without `batch_size`:

            ```yaml
              again:
                operator: sparql-update
                config: auth
                inputs: load.rejects
                parameters: … # those of load, without batch_size
            ```

            An entity with a value that cannot stand where the template puts it is found before anything is sent, and given up \
            alone. A label of a blank node (`_:x`) may be used in one update of a request only; write `[]` in batches.

            ### Order, repetition, answers

            - The updates are processed in the order of the entities as long as `parallel` is 1; otherwise in any order.
            - An update is sent again only when it cannot have been processed, or if it is `repeatable`.
            - The task gives an entity per entity of the input, with the path `status` (the HTTP status) and what is to be carried: \
            `carry: "*"` passes the input on. An entity whose template gives nothing but a prologue has nothing to do, and gives none.
            - 4xx and 5xx are errors that quote the beginning of the answer.
            """;

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "sparql-update",
                    "SPARQL update",
                    "Update a SPARQL endpoint, with an access token from the config port, once, per entity or in batches.")
            .withDocumentation(DOCUMENTATION);

    /** The operator. */
    public SparqlUpdate() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<SparqlUpdateParameters> parameters() {
        return SparqlUpdateParameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return OnError.ports(PORTS, known);
    }

    @Override
    public boolean repeatable(KnownParameters known) {
        return known.text("repeatable").map(Boolean::parseBoolean).orElse(false);
    }

    @Override
    public List<ParameterFault> faults(KnownParameters known) {
        return new KnownFaults(known)
                .of(Updating.PARAMETER, Updating::checkBefore)
                .found();
    }

    @Override
    public Output execute(SparqlUpdateParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        var caller = new Caller(parameters.calls(), parameters.accessToken(), context);
        var work = new Updating(parameters, caller, context);
        return Output.of(new PerEntity(inputs, caller, parameters.batchSize(), work));
    }
}
