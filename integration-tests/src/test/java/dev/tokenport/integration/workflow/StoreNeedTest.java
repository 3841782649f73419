package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.engine.StoreNeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plans cannot run on several machines without a place that all of them reach. */
final class StoreNeedTest {

    private static final OperatorRegistry OPERATORS = OperatorRegistry.load(StoreNeedTest.class.getClassLoader());

    @TempDir
    private Path folder;

    @Test
    void plan_ofRequestsThatHandOverValues_needsNone() throws Exception {
        assertThat(need("""
                auth:
                  operator: oauth2-authentication
                  parameters: {oauth_token_url: 'https://idp.example.org/token', oauth_client_id: a, oauth_client_secret: b}
                first: {operator: http-request, config: auth, parameters: {url: 'https://example.org'}}
                last: {operator: http-request, after: first, parameters: {url: 'https://example.org', answer_file: /tmp/a}}
                """)).isEmpty();
    }

    @Test
    void plan_thatHandsOverEntities_needsOne() throws Exception {
        assertThat(need("""
                rows: {operator: csv-dataset, parameters: {file: /data/rows.csv}}
                changed: {operator: json-dataset, inputs: rows, parameters: {file: /data/rows.json}}
                """)).contains("task 'changed' takes the entities of 'rows'");
    }

    @Test
    void plan_withAFileUnderItsFolder_needsOne() throws Exception {
        assertThat(need("rows: {operator: csv-dataset, parameters: {file: rows.csv}}"))
                .contains("task 'rows' names a file under the folder of the workflow: file 'rows.csv'");
        assertThat(need("get: {operator: http-request, parameters: {url: 'https://example.org', answer_file: a.json}}"))
                .contains("task 'get' names a file under the folder of the workflow: answer_file 'a.json'");
    }

    @Test
    void plan_withAFileThatIsNotKnown_needsOne() throws Exception {
        assertThat(need("rows: {operator: csv-dataset, parameters: {file: '${env:ROWS}'}}"))
                .contains("task 'rows' may name a file under the folder of the workflow: file");
    }

    @Test
    void entitiesAndFiles_areNeedsOfTheirOwn() throws Exception {
        Plan plan = plan("""
                rows: {operator: csv-dataset, parameters: {file: /data/rows.csv}}
                changed: {operator: json-dataset, inputs: rows, parameters: {file: rows.json}}
                """);

        assertThat(StoreNeed.ofEntities(plan)).contains("task 'changed' takes the entities of 'rows'");
        assertThat(StoreNeed.ofFiles(plan))
                .contains("task 'changed' names a file under the folder of the workflow: file 'rows.json'");
    }

    private Optional<String> need(String tasks) throws Exception {
        return StoreNeed.of(plan(tasks));
    }

    private Plan plan(String tasks) throws Exception {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, "workflow: test\ntasks:\n" + tasks.indent(2));
        return Plan.read(file, List.of(), OPERATORS);
    }
}
