package dev.tokenport.cmem.mapping;

import static dev.tokenport.cmem.mapping.MappingFixture.custom;
import static dev.tokenport.cmem.mapping.MappingFixture.dataset;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link TaskMapping}: datasets, parameter settings, and operators that have CMEM's ids. */
final class TaskMappingTest {

    @Test
    void json_withTheDefaultsOfCmem_isAJsonDataset() {
        MappingFixture task = dataset(
                "json",
                "file=sub/a.json",
                "template={{output}}",
                "navigateIntoArrays=true",
                "basePath=",
                "uriPattern=",
                "maxDepth=15",
                "streaming=false",
                "zipFileRegex=.*");

        assertThat(task.problems()).isEmpty();
        assertThat(task.warnings()).isEmpty();
        assertThat(task.task().name()).isEqualTo("json-dataset");
        assertThat(task.parameters()).isEqualTo(Map.of("file", "sub/a.json"));
    }

    @Test
    void csv_withItsOptions_isACsvDataset() {
        MappingFixture task = dataset(
                "csv",
                "file=a.csv",
                "separator=\\t",
                "quote='",
                "charset=UTF-8-BOM",
                "quoteEscapeCharacter=\"",
                "uri=x");

        assertThat(task.problems()).isEmpty();
        assertThat(task.warnings()).containsExactly("task 't': uri is left out: entities have no URIs");
        assertThat(task.parameters()).isEqualTo(Map.of("file", "a.csv", "separator", "\\t", "quote", "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "../a.json, file '../a.json' leads out of the folder of the resources",
        "/etc/passwd, file '/etc/passwd' leads out of the folder of the resources",
        "C:\\a.json, file 'C:\\a.json' leads out of the folder of the resources",
        "a/../../b, file 'a/../../b' leads out of the folder of the resources",
        "a.ZIP, file 'a.ZIP' is a zip; files in a zip are not read here",
    })
    void file_outsideTheResources_isAProblem(String file, String problem) {
        assertThat(dataset("json", "file=" + file).problems()).containsExactly("task 't': " + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "ignoreBadLines=true, ignoreBadLines 'true' cannot be done by csv-dataset: a bad line is an error",
        "regexFilter=a, regexFilter 'a' cannot be done by csv-dataset: all rows are read",
    })
    void csv_optionThatChangesTheResult_isAProblem(String value, String problem) {
        assertThat(dataset("csv", "file=a.csv", value).problems()).containsExactly("task 't': " + problem);
    }

    @Test
    void uriProperty_ofADataset_isAWarning() {
        MappingFixture task = MappingFixture.xml(
                "<Dataset id='t' type='json' uriProperty='uri'><Param name='file' value='a.json'/></Dataset>");

        assertThat(task.warnings()).containsExactly("task 't': uriProperty is left out: entities have no URIs");
    }

    @ParameterizedTest
    @CsvSource({"setParameters", "cmem_plugin_parameters-ParametersPlugin"})
    void settings_keepTheirText(String type) {
        MappingFixture task = custom(type, "parameters=url: http://x\nsecret: ${env:HOME}\n");

        assertThat(task.problems()).isEmpty();
        assertThat(task.task().name()).isEqualTo("set-parameters");
        assertThat(task.parameters()).isEqualTo(Map.of("parameters", "url: http://x\nsecret: ${env:HOME}\n"));
    }

    @Test
    void operator_withTheIdOfCmem_hasItsOwnParameters() {
        MappingFixture task = custom(
                "cmem_plugin_auth-workflow-auth-OAuth2",
                "oauth_grant_type=password",
                "oauth_client_secret=PASSWORD_PARAMETER:fEvl+KKMGOJIvkULQsp2GA==",
                "password=PASSWORD_PARAMETER:");

        assertThat(task.problems()).isEmpty();
        assertThat(task.task().name()).isEqualTo("cmem_plugin_auth-workflow-auth-OAuth2");
        assertThat(task.parameters())
                .isEqualTo(Map.of(
                        "oauth_grant_type", "password",
                        "oauth_client_secret", "${env:CMEM_PASSWORD_T_OAUTH_CLIENT_SECRET}",
                        "password", ""));
    }

    @Test
    void parameters_nestedInEachOther_stayNested() {
        MappingFixture task = MappingFixture.xml(
                "<CustomTask id='t' type='set-parameters'><Params name='parameters'>"
                        + "<Param name='a' value='1'/><Params name='b'><Template name='c'>2</Template></Params></Params></CustomTask>");

        assertThat(task.problems()).isEmpty();
        assertThat(task.parameters()).isEqualTo(Map.of("parameters/a", "1", "parameters/b/c", "2"));
    }

    @Test
    void type_thatNothingDoes_isAProblemThatTellsWhatThereIs() {
        assertThat(custom("SparqlSelect").problems().get(0))
                .startsWith("task 't': there is no operator for type 'SparqlSelect' here; there are ")
                .contains(", csv, ", ", eccencaRestOperator, ", "setParameters")
                .doesNotContain("\n");
        assertThat(custom("RestOperater").problems())
                .containsExactly(
                        "task 't': there is no operator for type 'RestOperater' here; did you mean 'RestOperator'?");
    }

    @Test
    void password_inTheClear_isReferredToAsWell() {
        MappingFixture auth =
                custom("cmem_plugin_auth-workflow-auth-OAuth2", "oauth_client_secret=geheim", "password=");
        MappingFixture rest =
                custom("RestOperator", "url=http://x", "authorizationHeader=X-Key", "authorizationHeaderValue=geheim");

        assertThat(auth.parameters())
                .isEqualTo(Map.of("oauth_client_secret", "${env:CMEM_PASSWORD_T_OAUTH_CLIENT_SECRET}", "password", ""));
        assertThat(rest.parameters()).containsEntry("headers/X-Key", "${env:CMEM_PASSWORD_T_AUTHORIZATIONHEADERVALUE}");
    }

    @Test
    void password_whereOursIsNotKeptSecret_isAProblem() {
        MappingFixture task = custom("RestOperator", "url=PASSWORD_PARAMETER:fEvl+KKMGOJIvkULQsp2GA==");

        assertThat(task.problems())
                .containsExactly(
                        "task 't': the password 'url' of task 't' would be shown, since 'url' is not kept secret");
    }
}
