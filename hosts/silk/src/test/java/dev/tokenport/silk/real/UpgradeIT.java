package dev.tokenport.silk.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Projects that were made for the Python plugin, in a real Silk with the packaged one. */
final class UpgradeIT extends ServedSilk {

    private static final String KEY = "plugin.parameters.password.crypt.key";

    @Test
    void project_withSecretInTheClear_runsAndIsEncryptedWhenSaved() throws Exception {
        SilkProject project = Shop.project(folder(), service(), ProtectedService.SECRET);

        try (SilkProcess silk = SilkProcess.start(folder())) {
            assertThat(silk.ask("errors", "shop")).isEmpty();
            assertThat(silk.run("shop", "sync").status()).isEqualTo("Successful");
            assertThat(silk.ask("save", "shop", "auth")).isEmpty();
        }

        assertThat(project.read("custom/auth.xml"))
                .contains("type=\"" + Shop.AUTH + "\"")
                .contains("PASSWORD_PARAMETER:")
                .doesNotContain(ProtectedService.SECRET);
    }

    @Test
    void project_withEncryptedSecret_runs() throws Exception {
        Shop.project(folder(), service(), ProtectedService.SECRET);
        try (SilkProcess silk = SilkProcess.start(folder())) {
            assertThat(silk.ask("save", "shop", "auth")).isEmpty();
        }

        FinishedRun run;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            assertThat(silk.ask("errors", "shop")).isEmpty();
            run = silk.run("shop", "sync");
        }

        assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
    }

    @Test
    void project_whoseSecretAnotherKeyHasEncrypted_isNotLoaded() throws Exception {
        Shop.project(folder(), service(), ProtectedService.SECRET);
        try (SilkProcess silk = SilkProcess.start(folder())) {
            assertThat(silk.ask("save", "shop", "auth")).isEmpty();
        }

        List<String> errors;
        try (SilkProcess silk = SilkProcess.start(folder(), Map.of(KEY, "another-key-4711"))) {
            errors = silk.ask("errors", "shop");
        }

        assertThat(errors).singleElement().asString().startsWith("auth\t").contains(KEY);
    }
}
