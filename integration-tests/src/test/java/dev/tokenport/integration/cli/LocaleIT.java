package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the language, the digits and the time zone: the same octets in every file, and the same words. */
final class LocaleIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab",
                "-Duser.language=th -Duser.country=TH -Duser.variant=TH -Duser.extensions=u-ca-buddhist",
                "-Duser.timezone=Asia/Kathmandu -Duser.language=de",
            })
    void run_inAnyLocale_writesAndSaysTheSame(String options) throws Exception {
        String usual = everything("usual", "-Duser.language=en -Duser.country=US -Duser.timezone=UTC");

        String here = everything("here", options);

        assertThat(here).isEqualTo(usual);
        assertThat(usual).contains("TITLE ISTANBUL II", "title istanbul ıi̇");
    }

    private String everything(String name, String options) throws Exception {
        Path work = Files.createDirectory(folder.resolve(name));
        Files.writeString(work.resolve("in.csv"), "title,number\nTitle ISTANBUL Iİ,12345.678\n");
        Files.writeString(work.resolve("run.yaml"), """
                workflow: locale
                tasks:
                  in: {operator: csv-dataset, parameters: {file: in.csv}}
                  words:
                    operator: transform
                    inputs: in
                    parameters:
                      templates: {upper: "{{ 'title istanbul ıi' | upper }}", lower: "{{ 'TITLE ISTANBUL ıİ' | lower }}",
                        first: "{{ 'istanbul' | capitalize }}", length: "{{ title | length }}"}
                  json: {operator: json-dataset, inputs: words, parameters: {file: out.json}}
                  csv: {operator: csv-dataset, inputs: words, parameters: {file: out.csv}}
                  packed: {operator: json-dataset, inputs: words, parameters: {file: out.ndjson.gz}}
                """);
        Launcher launcher = Launcher.in(work).with("TOKENPORT_JAVA_OPTS", "-XX:TieredStopAtLevel=1 " + options);

        Launcher.Finished run = launcher.run("run", "run.yaml", "--report", "report.json", "--parallel", "1");
        Launcher.Finished refused =
                launcher.run("validate", "run.yaml", "--set", "json.pointre=1", "--set", "csv.header=İ");

        assertThat(run.code()).as(run.err()).isZero();
        return run.out().replaceAll("[0-9.]+ s", "T")
                + run.err().replaceAll("[0-9.]+ s", "T")
                + Files.readString(work.resolve("report.json")).replaceAll("\"20[0-9T:.-]+Z\"", "T")
                + Files.readString(work.resolve("out.json"))
                + Files.readString(work.resolve("out.csv"))
                + java.util.HexFormat.of().formatHex(Files.readAllBytes(work.resolve("out.ndjson.gz")))
                + refused;
    }
}
