package dev.tokenport.cmem.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link RestRequest} and {@link HttpRules}. */
final class RestRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"eccencaRestOperator", "RestOperator"})
    void task_withTheDefaultsOfCmem_hasThemHere(String type) {
        MappingFixture task = MappingFixture.custom(type, "url=http://x/");

        assertThat(task.problems()).isEmpty();
        assertThat(task.task().name()).isEqualTo("http-request");
        assertThat(task.task().inputs()).isEqualTo(MappedTask.Inputs.ORDER_ONLY);
        assertThat(task.parameters()).isEqualTo(Map.of("url", "http://x/", "accept", "", "timeout", "PT40S"));
    }

    @Test
    void task_withEverything_hasItHere() {
        MappingFixture task = MappingFixture.custom(
                "RestOperator",
                "url=http://x/{{a}}",
                "method=POST",
                "accept=application/json",
                "contentType=text/plain",
                "content=a {% b",
                "requestTimeout=500",
                "retriesPerRequest=0",
                "httpHeaders=X-A: 1\n\n x-b :2: 3\n",
                "authorizationHeader=Authorization",
                "authorizationHeaderValue=PASSWORD_PARAMETER:fEvl+KKMGOJIvkULQsp2GA==",
                "outputResultAsFile=true",
                "pagingMethod=none");

        assertThat(task.problems()).isEmpty();
        assertThat(task.warnings()).isEmpty();
        assertThat(task.parameters())
                .isEqualTo(Map.of(
                        "url", "http://x/{{ '{' | raw }}{a}}",
                        "method", "POST",
                        "accept", "application/json",
                        "content_type", "text/plain",
                        "body", "a {{ '{' | raw }}% b",
                        "timeout", "PT0.5S",
                        "attempts", "1",
                        "headers/X-A", "1",
                        "headers/x-b", "2: 3",
                        "headers/Authorization", "${env:CMEM_PASSWORD_T_AUTHORIZATIONHEADERVALUE}"));
    }

    @Test
    void readParametersFromInput_makesTemplatesAndTakesEntities() {
        MappingFixture task = MappingFixture.custom(
                "RestOperator", "url=http://x/it's\\n", "method=PUT", "content=", "readParametersFromInput=true");

        assertThat(task.task().inputs()).isEqualTo(MappedTask.Inputs.ENTITIES);
        assertThat(task.parameters())
                .containsEntry("url", "{{ url | default('http://x/it\\'s\\n') | raw }}")
                .containsEntry("body", "{{ content | default('') | raw }}");
    }

    @Test
    void readParametersFromInput_withABackslashAtTheEnd_isAProblem() {
        MappingFixture task = MappingFixture.custom("RestOperator", "url=http://x\\", "readParametersFromInput=true");

        assertThat(task.problems())
                .containsExactly("task 't': url has a backslash before a quote or at its end, which cannot be written"
                        + " together with readParametersFromInput");
    }

    @Test
    void content_ofARequestWithoutBody_isLeftOut() {
        assertThat(MappingFixture.custom("RestOperator", "url=http://x", "content=x")
                        .parameters())
                .doesNotContainKey("body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipartFileParameter=file   | multipartFileParameter 'file' cannot be done by http-request: no multipart uploads",
                "limit=5                       | limit '5' cannot be done by http-request: every input entity is one request",
                "urlProperty=u                 | urlProperty 'u' cannot be done by http-request: the URL is not added to the answer",
                "requestTimeout=-1             | requestTimeout '-1' is no whole number from 0 on",
                "requestTimeout=0              | requestTimeout '0' is no time",
                "retriesPerRequest=many        | retriesPerRequest 'many' is no whole number from 0 on",
                "readParametersFromInput=maybe | readParametersFromInput 'maybe' is neither 'true' nor 'false'",
                "httpHeaders=no colon          | httpHeaders has a line that is not 'Name: value'",
                "newParameter=1                | the parameter 'newParameter' of type 'RestOperator' is not known here",
                "httpHeader=1                  | the parameter 'httpHeader' of type 'RestOperator' is not known here; did you mean 'httpHeaders'?",
            })
    void value_thatCannotBeDone_isAProblem(String value, String problem) {
        MappingFixture task = MappingFixture.custom("RestOperator", "url=http://x", value);

        assertThat(task.problems().get(0)).contains(problem);
    }

    @Test
    void headers_twice_areAProblem() {
        MappingFixture task = MappingFixture.custom(
                "RestOperator",
                "url=http://x",
                "httpHeaders=X: 1\nx: 2\nAuthorization: a",
                "authorizationHeader=authorization",
                "authorizationHeaderValue=b");

        assertThat(task.problems())
                .containsExactly(
                        "task 't': httpHeaders has 'x' twice",
                        "task 't': authorizationHeader 'authorization' stands in httpHeaders, too; leave out one");
    }

    @Test
    void value_thatChangesNothingThatArrives_isAWarning() {
        MappingFixture task =
                MappingFixture.custom("RestOperator", "url=http://x", "readTimeout=1", "delayBetweenRequests=5");

        assertThat(task.problems()).isEmpty();
        assertThat(task.warnings())
                .containsExactly(
                        "task 't': readTimeout is left out: `timeout` covers the whole request",
                        "task 't': delayBetweenRequests is left out: requests do not wait for each other");
    }

    @Test
    void configPorts_ofCmem_deliverUnderTheirIds() {
        assertThat(MappingFixture.custom("RestOperator", "url=http://x").task().renamings())
                .isEqualTo(Map.of("contentType", "content_type", "content", "body"));
    }

    @Test
    void secret_inTheUrl_isAProblem() {
        MappingFixture task = MappingFixture.xml("<CustomTask id='t' type='RestOperator'>"
                + "<Template name='url'>http://x/{{project.pw}}</Template>"
                + "<Param name='method' value='POST'/>"
                + "<Template name='content'>{{project.pw}}</Template></CustomTask>");

        assertThat(task.problems())
                .containsExactly(
                        "task 't': the sensitive variable 'pw' would be shown, since 'url' is not kept secret");
        assertThat(task.parameters()).containsEntry("body", "${env:CMEM_VARIABLE_PW}");
    }
}
