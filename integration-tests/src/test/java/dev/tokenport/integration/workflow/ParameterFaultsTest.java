package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.WorkflowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped operators have against their parameters is told with its place before anything runs. */
final class ParameterFaultsTest {

    private static final String AUTH = """
            workflow: faults
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: ${env:TOKEN_URL}
                  oauth_client_id: orders
                  oauth_client_secret: ${env:SECRET}
            """;

    @TempDir
    private Path folder;

    /** The mistakes of a workflow whose first task behind {@code auth} is in line 9. */
    private List<String> mistakes(String tasks) throws IOException {
        Path file = Files.writeString(folder.resolve("faults.yaml"), AUTH + tasks);
        try {
            Plan.read(file, List.of(), OperatorRegistry.load(ClassLoader.getSystemClassLoader()));
            return List.of();
        } catch (WorkflowException e) {
            return e.problems().stream()
                    .map(Problem::toString)
                    .map(line -> line.substring(line.indexOf("faults.yaml")))
                    .toList();
        }
    }

    @Test
    void httpRequest_templatesAndOptionsThatDoNotFit_areToldWithTheirPlaces() throws Exception {
        assertThat(mistakes("""
              a:
                operator: http-request
                config: auth
                parameters:
                  url: ${env:BASE}/orders
                  answer_file: out/{{ id }.pdf
                  carry_prefix: c_
                  paging: next_url
              b:
                operator: http-request
                config: auth
                parameters:
                  url: https://api.example.org/{% for id %}
                  body: '{"key": "${env:KEY}"}'
                  body_file: b.json
              c:
                operator: http-request
                parameters:
                  url: ${env:BASE}
                  records: data/items
              d:
                operator: http-request
                parameters:
                  url: https://api.example.org/
                  headers: {Content-Type: '${env:TYPE}'}
                  content_type: text/plain
            """))
                .containsExactly(
                        "faults.yaml:9:3: task 'a': paging_pointer is missing; it is mandatory when paging is next_url",
                        "faults.yaml:14:20: task 'a': answer_file is not a template, line 1: Unexpected \"}\"",
                        "faults.yaml:15:21: task 'a': carry_prefix 'c_' is given without carry",
                        "faults.yaml:21:12: task 'b': url is not a template, line 1: Unexpected token of value \"%}\" and"
                                + " type EXECUTE_END, expected token of type NAME",
                        "faults.yaml:22:13: task 'b': body and body_file are both given; leave out one of them",
                        "faults.yaml:28:16: task 'c': records 'data/items' is not a JSON pointer: it has to be empty or"
                                + " to begin with '/'",
                        "faults.yaml:34:21: task 'd': content_type and the header Content-Type are both given; leave out"
                                + " one");
    }

    @Test
    void httpRequest_confidentialTemplates_areToldWithoutTheirTextAsFarAsTheyAreWrittenDown() throws Exception {
        assertThat(mistakes("""
              a:
                operator: http-request
                config: auth
                parameters: {url: 'https://api.example.org', body: '{{ hunter2'}
              b:
                operator: http-request
                parameters:
                  url: https://api.example.org
                  body: '${env:BODY} {{'
                  headers: {A: '${env:A}', B: '{% hunter2'}
            """))
                .containsExactly(
                        "faults.yaml:12:56: task 'a': body is not a template; look at its '{{', '{%' and '{#' (the text"
                                + " is confidential, and not shown)",
                        "faults.yaml:18:16: task 'b': headers 'B' is not a template; look at its '{{', '{%' and '{#' (the"
                                + " text is confidential, and not shown)");
    }

    @Test
    void graphQL_queryAndVariables_areToldWithTheirPlaces() throws Exception {
        assertThat(mistakes("""
              a:
                operator: graphql-query
                config: auth
                parameters:
                  graphql_url: ${env:BASE}/graphql
                  graphql_query: |
                    query {
                      orders { id
                    }
              b:
                operator: graphql-query
                parameters:
                  graphql_url: https://api.example.org/graphql
                  graphql_query: 'query ($id: ID!) { order(id: $id) { id } }'
              c:
                operator: graphql-query
                parameters:
                  graphql_url: https://api.example.org/graphql
                  graphql_query: '{ order(id: {{ id }}) { id } }'
                  graphql_variable_values: '{"id": }'
              d:
                operator: graphql-query
                parameters:
                  graphql_url: https://api.example.org/graphql
                  graphql_query: '{ orders { id } }'
                  graphql_records: /ordres
              e:
                operator: graphql-query
                parameters:
                  graphql_url: https://api.example.org/graphql
                  graphql_query: '{ orders { id } }'
                  graphql_records: orders
            """))
                .containsExactly(
                        "faults.yaml:14:22: task 'a': graphql_query, line 4, column 1: offending token '<EOF>'",
                        "faults.yaml:18:3: task 'b': graphql_variable_values has no value for 'id', which the query"
                                + " needs",
                        "faults.yaml:28:32: task 'c': graphql_variable_values, line 1, column 8: Unexpected character"
                                + " ('}' (code 125)): expected a value",
                        "faults.yaml:34:24: task 'd': graphql_records '/ordres' names 'ordres', which the query does not"
                                + " ask for there (it asks for: orders); did you mean 'orders'?",
                        "faults.yaml:40:24: task 'e': graphql_records 'orders' is not a JSON pointer: it has to be empty"
                                + " or to begin with '/'");
    }

    @Test
    void sparql_queryForUpdateAndViceVersa_isToldWithItsPlace() throws Exception {
        assertThat(mistakes("""
              a:
                operator: sparql-query
                config: auth
                parameters:
                  sparql_endpoint: ${env:BASE}/sparql
                  sparql_query: INSERT DATA { <urn:a> <urn:b> 1 }
              b:
                operator: sparql-update
                config: auth
                parameters:
                  sparql_endpoint: ${env:BASE}/update
                  sparql_update: |
                    PREFIX a: <urn:a>
                    SELECT * { ?s ?p ?o }
              c:
                operator: sparql-update
                parameters: {sparql_endpoint: 'https://api.example.org', sparql_update: '{{ id'}
            """))
                .containsExactly(
                        "faults.yaml:14:21: task 'a': sparql_query begins with INSERT, which is an update; use"
                                + " sparql-update",
                        "faults.yaml:20:22: task 'b': sparql_update begins with SELECT, which is a query; use"
                                + " sparql-query",
                        "faults.yaml:25:77: task 'c': sparql_update is not a template, line 1: Unexpected token of value"
                                + " \"null\" and type EOF, expected token of type PRINT_END");
    }

    @Test
    void others_pointersCharsetsTemplatesAndAuthentication_areToldWithTheirPlaces() throws Exception {
        assertThat(mistakes("""
              a:
                operator: json-dataset
                parameters: {file: '${env:FILE}', pointer: items, charset: UTF-9}
              b:
                operator: csv-dataset
                parameters: {file: b.csv, separator: ';;'}
              c:
                operator: transform
                inputs: a
                parameters: {templates: {name: '{{ first'}, constants: {key: '${env:KEY}'}}
              d:
                operator: transform
                inputs: a
                parameters: {templates: {key: '{{ first }}'}, constants: {key: '${env:KEY}'}}
              e:
                operator: oauth2-authentication
                parameters:
                  oauth_grant_type: password
                  oauth_token_url: https://idp.example.org/token
                  oauth_client_id: orders
                  user_name: ada
                  password: ${env:PASSWORD}
                  oauth_client_authentication: client_secret_post
            """))
                .containsExactly(
                        "faults.yaml:11:48: task 'a': pointer 'items' is not a JSON pointer: it has to be empty or to"
                                + " begin with '/'",
                        "faults.yaml:11:64: task 'a': charset 'UTF-9' is not a character set known here; it has to be a"
                                + " name such as UTF-8, ISO-8859-1, windows-1252 or UTF-16",
                        "faults.yaml:14:42: task 'b': separator ';;' is not one character",
                        "faults.yaml:18:29: task 'c': templates 'name' is not a template, line 1: Unexpected token of"
                                + " value \"null\" and type EOF, expected token of type PRINT_END",
                        "faults.yaml:22:62: task 'd': constants and templates both name the path 'key'",
                        "faults.yaml:31:36: task 'e': oauth_client_authentication 'client_secret_post' needs a client"
                                + " secret, and there is none");
    }

    @Test
    void values_thatAreKnownOnlyLater_areNoMistakes() throws Exception {
        assertThat(mistakes("""
              settings:
                operator: set-parameters
                parameters: {parameters: {graphql_query: '{ a }', carry: id}}
              a:
                operator: graphql-query
                config: [auth, settings]
                parameters:
                  graphql_url: ${env:BASE}/graphql
                  graphql_query: '{ orders {'
                  carry_prefix: c_
              b:
                operator: sparql-query
                parameters: {sparql_endpoint: '${env:BASE}', sparql_query: '${file:query.rq}'}
              c:
                operator: http-request
                parameters: {url: 'https://api.example.org', body: '{"a": "{{ b }}"}', headers: {X: '{{ c }}'}}
            """)).isEmpty();
    }
}
