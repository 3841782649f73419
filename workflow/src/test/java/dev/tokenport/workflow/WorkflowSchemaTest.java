package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkflowSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(WorkflowSchema.of(SampleOperators.all()));

    @Test
    void schema_itself_isValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(WorkflowSchema.of(SampleOperators.all()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void schema_describesOperatorsAndParameters() {
        assertThat(WorkflowSchema.of(SampleOperators.all()))
                .endsWith("}\n")
                .contains("\"const\" : \"token\"")
                .contains("\"title\" : \"Time-out\"")
                .contains("\"default\" : \"PT60S\"")
                .contains("\"description\" : \"More of it.\"");
    }

    @Test
    void workflow_valid_fits() {
        assertThat(faults("""
                workflow: orders
                tasks:
                  auth:
                    operator: sample-token-operator
                    label: Token
                    after: [dataset]
                    parameters:
                      grant: password
                      user: x
                      token_url: https://idp.example.org/token
                      client_secret: ${env:SECRET}
                      timeout: 30s
                      insecure: true
                      extra: {a: 1, b: '${env:B}'}
                  orders:
                    operator: call
                    inputs: auth
                    config: [auth, {from: auth, map: {access_token: api_token}}]
                    parameters:
                      retry: {attempts: 2, delay: PT1S}
                      headers: '{"a": "b"}'
                  dataset: {operator: dataset, parameters: {file: 1}}
                  settings: {operator: settings, parameters: {parameters: {a: b}}}
                  sink: {operator: sink, parameters: }
                """)).isEmpty();
    }

    @Test
    void reference_inEachType_fits() {
        assertThat(faults("""
                workflow: orders
                tasks:
                  auth:
                    operator: token
                    parameters:
                      grant: ${env:A}
                      token_url: ${env:A}/token
                      client_secret: ${file:secret.txt}
                      timeout: ${env:A}s
                      insecure: ${env:A}
                      extra: ${process:pass show a}
                  call:
                    operator: call
                    parameters: {url: '${env:A}', retry: '${env:A}', headers: '${env:A}'}
                """)).isEmpty();
    }

    @Test
    void value_ofAWrongType_doesNotFit() {
        String auth =
                "workflow: x\ntasks: {a: {operator: token, parameters: {token_url: 'http://x', client_secret: x, ";

        assertThat(faults(auth + "grant: implicit}}}")).isNotEmpty();
        assertThat(faults(auth + "timeout: soon}}}")).isNotEmpty();
        assertThat(faults(auth + "timeout: 30}}}")).isNotEmpty();
        assertThat(faults(auth + "insecure: maybe}}}")).isNotEmpty();
        assertThat(faults(auth + "insecure: '${x}'}}}")).isNotEmpty();
        assertThat(faults(auth + "extra: {a: [b]}}}}")).isNotEmpty();
        assertThat(faults(auth + "token_ulr: x}}}")).isNotEmpty();
        assertThat(faults(auth + "timeout: 30s}}}")).isEmpty();
    }

    @Test
    void structure_faulty_doesNotFit() {
        assertThat(faults("tasks: {a: {operator: sink}}")).isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {}")).isNotEmpty();
        assertThat(faults("workflow: x\ntask: {}\ntasks: {a: {operator: sink}}"))
                .isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a.b: {operator: sink}}")).isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a: {operator: sunk}}")).isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a: {}}")).isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a: {operator: sink, inputs: {from: b}}}"))
                .isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a: {operator: sink, config: {map: {}}}}"))
                .isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a: {operator: sink}}")).isEmpty();
    }

    @Test
    void rejects_fitWhereEntitiesAreTaken() {
        String begin = "workflow: x\ntasks: {a: {operator: sink}, b: {operator: sink, ";

        assertThat(faults(begin + "inputs: a.rejects}}")).isEmpty();
        assertThat(faults(begin + "inputs: [a, a.rejects], config: [a.rejects, {from: a.rejects}]}}"))
                .isEmpty();
        assertThat(faults(begin + "after: a.rejects}}")).isNotEmpty();
        assertThat(faults(begin + "inputs: a.others}}")).isNotEmpty();
        assertThat(faults(begin + "inputs: .rejects}}")).isNotEmpty();
    }

    @Test
    void value_mandatory_isDemandedWhereNoConfigPortIs() {
        String begin = "workflow: x\ntasks: {a: {operator: token, ";

        assertThat(faults(begin + "parameters: {client_secret: x}}}")).isNotEmpty();
        assertThat(faults(begin + "parameters: {token_url: 'http://x'}}}")).isNotEmpty();
        assertThat(faults(begin + "parameters: {token_url: 'http://x', grant: password}}}"))
                .isNotEmpty();
        assertThat(faults("workflow: x\ntasks: {a: {operator: call}}")).isNotEmpty();
        assertThat(faults(begin + "parameters: {grant: password, user: x}}}")).isNotEmpty();
        assertThat(faults(begin + "parameters: {grant: given}}}")).isEmpty();
        assertThat(faults(begin + "parameters: {token_url: 'http://x', grant: '${env:G}'}}}"))
                .isEmpty();
        assertThat(faults(begin + "config: a}}")).isEmpty();
    }

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }
}
