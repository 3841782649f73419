package dev.tokenport.cmem;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.util.Map;
import java.util.Optional;

/** Operators with the parameters that not every installation has; they do nothing. */
public final class GrownOperators {

    /** All of them. */
    public static final OperatorRegistry REGISTRY = OperatorRegistry.of(
            new Idle<>("http-request", Http.class),
            new Idle<>("json-dataset", Json.class),
            new Idle<>("csv-dataset", Csv.class),
            new Idle<>("text-dataset", Text.class),
            new Idle<>("cmem_plugin_graphql-workflow-graphql-GraphQLPlugin", GraphQl.class));

    private GrownOperators() {}

    private record Http(
            @Parameter(id = "url", label = "", description = "")
            String url,

            @Parameter(id = "method", label = "", description = "", defaultValue = "GET")
            String method,

            @Parameter(id = "headers", label = "", description = "")
            Map<String, Secret> headers,

            @Parameter(id = "body", label = "", description = "")
            Optional<Secret> body,

            @Parameter(id = "accept", label = "", description = "", defaultValue = "auto")
            String accept,

            @Parameter(id = "timeout", label = "", description = "")
            String timeout,

            @Parameter(id = "attempts", label = "", description = "", defaultValue = "4")
            String attempts,

            @Parameter(id = "on_error", label = "", description = "", defaultValue = "fail")
            String onError,

            @Parameter(id = "answer_file", label = "", description = "")
            String answerFile,

            @Parameter(id = "paging", label = "", description = "", defaultValue = "none")
            String paging,

            @Parameter(id = "paging_pointer", label = "", description = "")
            String pagingPointer,

            @Parameter(id = "paging_parameter", label = "", description = "")
            String pagingParameter) {}

    private record Json(
            @Parameter(id = "file", label = "", description = "")
            String file,

            @Parameter(id = "pointer", label = "", description = "")
            String pointer) {}

    private record Csv(
            @Parameter(id = "file", label = "", description = "")
            String file,

            @Parameter(id = "header", label = "", description = "", defaultValue = "true")
            boolean header,

            @Parameter(id = "columns", label = "", description = "")
            String columns,

            @Parameter(id = "separator", label = "", description = "", defaultValue = ",")
            String separator,

            @Parameter(id = "quote", label = "", description = "", defaultValue = "\"")
            String quote,

            @Parameter(id = "charset", label = "", description = "", defaultValue = "UTF-8")
            String charset,

            @Parameter(id = "skip_lines", label = "", description = "", defaultValue = "0")
            int skipLines) {}

    private record Text(
            @Parameter(id = "file", label = "", description = "")
            String file,

            @Parameter(id = "unit", label = "", description = "", defaultValue = "lines")
            String unit,

            @Parameter(id = "charset", label = "", description = "", defaultValue = "UTF-8")
            String charset) {}

    private record GraphQl(
            @Parameter(id = "graphql_url", label = "", description = "")
            String url,

            @Parameter(id = "graphql_query", label = "", description = "")
            String query,

            @Parameter(id = "graphql_variable_values", label = "", description = "", defaultValue = "{}")
            String values,

            @Parameter(id = "graphql_dataset", label = "", description = "")
            String dataset,

            @Parameter(id = "oauth_access_token", label = "", description = "")
            Optional<Secret> token) {}

    private record Idle<P extends Record>(String id, Class<P> parameters) implements Operator<P> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of(id, id, "Does nothing.");
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));
        }

        @Override
        public Output execute(P values, Inputs inputs, RunContext context) {
            throw new UnsupportedOperationException(id);
        }
    }
}
