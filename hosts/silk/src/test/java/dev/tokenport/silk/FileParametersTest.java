package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.silk.run.TestPlace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkframework.config.CustomTask;

/** No parameter that names a file leads out of the project, of whatever operator it is. */
final class FileParametersTest {

    private final SilkRun silk;

    FileParametersTest(@TempDir Path files) {
        this.silk = new SilkRun(TestPlace.of(files));
    }

    @Test
    void parameters_thatNameFiles_areThese() {
        Set<String> all = new TreeSet<>();

        SilkTasks.operators().forEach(operator -> all.addAll(files(operator)));

        assertThat(all)
                .containsExactly(
                        "answer_file",
                        "body_file",
                        "ca_file",
                        "certificate_file",
                        "graphql_dataset",
                        "key_file",
                        "oauth_ca_file",
                        "oauth_certificate_file",
                        "oauth_key_file",
                        "oauth_refresh_token_file");
    }

    @ParameterizedTest
    @MethodSource("dev.tokenport.silk.SilkTasks#operators")
    void file_ofTheServer_isRefused(Operator<?> operator) {
        for (String parameter : files(operator)) {
            var task = (CustomTask) SilkTasks.task(operator, Map.of(parameter, "/etc/hostname"));

            assertThatThrownBy(() -> silk.executed(task))
                    .hasMessageStartingWith(parameter + " '/etc/hostname' leads out of the files of the project");
        }
    }

    /** By their names, and by what the operator says itself. */
    private static Set<String> files(Operator<?> operator) {
        Set<String> files = new TreeSet<>();
        Map<String, String> all = new HashMap<>();
        for (String address : ParameterList.of(operator.parameters()).addresses()) {
            all.put(address, "GET");
            if (address.contains("file")) {
                files.add(address);
            }
        }
        files.addAll(operator.filesRead(new KnownParameters(all), 1));
        files.addAll(operator.filesWritten(new KnownParameters(all), 1));
        return files;
    }
}
