package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operators.http.answer.AnswerFormat;
import dev.tokenport.operators.http.answer.AnswerParameters;
import dev.tokenport.operators.http.file.UploadAs;
import dev.tokenport.operators.http.file.UploadParameters;
import dev.tokenport.operators.http.paging.Paging;
import dev.tokenport.operators.http.paging.PagingParameters;
import dev.tokenport.service.Calls;
import dev.tokenport.service.Connection;
import dev.tokenport.service.OnError;
import dev.tokenport.service.TokenBinding;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpRequestParametersTest {

    @Test
    void parameters_onlyUrl_haveTheirDefaults() throws Exception {
        var bound = ParameterList.bind(
                HttpRequestParameters.class, Map.of("url", RawValue.of("https://api.example.org/{{ id }}")));

        assertThat(bound)
                .isEqualTo(new HttpRequestParameters(
                        "https://api.example.org/{{ id }}",
                        HttpMethod.GET,
                        Map.of(),
                        Optional.empty(),
                        new UploadParameters("", UploadAs.BODY, "file", Map.of()),
                        "auto",
                        Optional.empty(),
                        TokenBinding.NONE,
                        "",
                        false,
                        new AnswerParameters("", AnswerFormat.AUTO, "", "", "", 16_777_216),
                        new PagingParameters(Paging.NONE, "", "", Optional.empty(), 10_000),
                        5,
                        new Calls(OnError.FAIL, "", "", 1, 4, Duration.ofMinutes(5), Connection.DEFAULT, false)));
    }

    @Test
    void url_farHttpWithToken_isAFaultBeforeTheRun() {
        var list = ParameterList.of(HttpRequestParameters.class);
        Map<String, RawValue> values = Map.of(
                "url", RawValue.of("http://api.example.org/"), "oauth_access_token", RawValue.of("hidden-token"));

        assertThat(list.check(values)).hasSize(1);
        assertThat(list.check(Map.of("url", RawValue.of("http://api.example.org/"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "paging=next_url | paging_pointer is missing; it is mandatory when paging is next_url",
                "paging=cursor paging_pointer=/c | paging_parameter is missing; it is mandatory when paging is cursor",
                "paging=link paging_parameter=p | paging_parameter is given, but paging is link, which has no use for it",
                "paging_pointer=/c | paging_pointer is given, but paging is none, which has no use for it",
                "paging=next_url paging_pointer=c | paging_pointer 'c' is not a JSON pointer: it has to be empty or to begin with '/'",
                "paging=link paging_start=1 | paging_start is given, but paging is link, which does not count",
                "paging=offset paging_parameter=o paging_start=-1 | paging_start -1 is negative",
                "paging=link paging_limit=0 | paging_limit 0 is less than 1",
                "records=a | records 'a' is not a JSON pointer: it has to be empty or to begin with '/'",
                "csv_separator=;; | csv_separator ';;' is not one character",
                "answer_charset=utf-99 | answer_charset 'utf-99' is not a character set that is known here",
                "max_body=-1 | max_body -1 is negative",
                "answer_file=a records=/b | answer_file is given, so that answers are not read, and records or answer_format as well; leave out one of them",
                "answer_file=a paging=link | answer_file is given, so that answers are not read, and paging as well; leave out one of them",
                "body=a body_file=b | body and body_file are both given; leave out one of them",
                "upload_as=form | upload_as is form, but body_file is empty",
                "body_file=a form_fields={} form_fields-a=1 | form_fields is given, but upload_as is not form",
                "body_file=a upload_as=form headers-content-type=x | headers has 'Content-Type', but upload_as form makes one; content_type is that of the file",
                "redirects=51 | redirects 51 is not between 0 and 50",
                "redirects=-1 | redirects -1 is not between 0 and 50",
                "attempts=0 | attempts 0 is less than 1",
            })
    void parameters_thatDoNotGoTogether_areAFault(String given, String message) {
        Map<String, RawValue> values = new HashMap<>(Map.of("url", RawValue.of("https://a.example")));
        for (String pair : given.split(" ", -1)) {
            values.put(pair.split("=", 2)[0], RawValue.of(pair.split("=", 2)[1]));
        }

        assertThatThrownBy(() -> ParameterList.bind(HttpRequestParameters.class, values))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, , , text/csv",
        "auto, , , application/json",
        "auto, json, , application/json",
        "auto, ndjson, , 'application/x-ndjson, application/jsonl, */*;q=0.5'",
        "auto, csv, , 'text/csv, */*;q=0.5'",
        "auto, text, , */*",
        "auto, , a.pdf, */*",
    })
    void accept_auto_asksForWhatIsRead(String accept, String format, String file, String sent) throws Exception {
        Map<String, RawValue> values = new HashMap<>();
        values.put("url", RawValue.of("https://a.example"));
        values.put("accept", RawValue.of(accept));
        values.put("answer_format", RawValue.of(format == null ? "auto" : format));
        values.put("answer_file", RawValue.of(file == null ? "" : file));

        assertThat(ParameterList.bind(HttpRequestParameters.class, values).accepted())
                .isEqualTo(sent);
    }
}
