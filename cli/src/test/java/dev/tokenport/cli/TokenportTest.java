package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenportTest {

    private final CommandLineProcess process = new CommandLineProcess();

    @Test
    void version_isAsked_isOneLineOnStandardOutput() {
        ExitCode code = process.run("--version");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out()).isEqualTo("tokenport development\n");
        assertThat(process.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "serve",
                "validate",
                "graph",
                "convert",
                "operators",
                "plugins",
                "schema",
                "token",
                "exec",
                "encrypt",
                "keygen",
                "docs"
            })
    void help_ofEveryCommand_isOnStandardOutputWithoutControlCharacters(String command) {
        ExitCode code = process.run(command, "--help");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out())
                .startsWith("Usage: tokenport " + command)
                .contains("--verbose", "--stacktrace", "--help", "--version")
                .doesNotContain("\u001b", "picocli");
        assertThat(process.err()).isEmpty();
    }

    @Test
    void help_asACommand_isTheOption() {
        process.run("help", "run");

        assertThat(process.out()).startsWith("Usage: tokenport run");
    }

    @Test
    void help_ofAFurtherWord_isThatOfTheWord() {
        process.run("help", "plugins", "add");

        assertThat(process.out()).startsWith("Usage: tokenport plugins add ").contains("--replace", "--stacktrace");
    }

    @Test
    void furtherWord_isMisspelt_namesTheNearest() {
        ExitCode code = process.run("plugins", "remov", "x");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("unknown command 'remov'; did you mean 'remove'?; see 'tokenport plugins --help'\n");
    }

    @Test
    void help_asACommandAlone_isThatOfTheWhole() {
        process.run("help");

        assertThat(process.out()).startsWith("Usage: tokenport ").contains("validate");
    }

    @Test
    void help_onTerminal_hasColours() {
        process.onTerminal().run("--help");

        assertThat(process.out()).contains("\u001b[");
    }

    @Test
    void help_onTerminalWithNoColor_isPlain() {
        process.onTerminal().with("NO_COLOR", "1").run("--help");

        assertThat(process.out()).doesNotContain("\u001b");
    }

    @Test
    void help_ofAllCommands_namesEachOfThem() {
        process.run("--help");

        assertThat(process.out())
                .contains(
                        "demo  ",
                        "run  ",
                        "serve  ",
                        "validate  ",
                        "graph  ",
                        "convert  ",
                        "operators  ",
                        "plugins  ",
                        "schema  ",
                        "token  ",
                        "exec  ",
                        "encrypt  ",
                        "keygen  ",
                        "docs  ");
    }

    @Test
    void command_isMissing_isRefusedInOneLine() {
        ExitCode code = process.run();

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("no command given; see 'tokenport --help'\n");
        assertThat(process.out()).isEmpty();
    }

    @Test
    void command_isMisspelt_namesTheNearest() {
        ExitCode code = process.run("tokn", "--client-id", "x");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("unknown command 'tokn'; did you mean 'token'?; see 'tokenport --help'\n");
    }

    @Test
    void option_isMisspelt_namesTheNearestAndNotTheValue() {
        ExitCode code = process.run("token", "--client-secrt=hunter2");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("unknown option '--client-secrt'; did you mean '--client-secret'?;"
                        + " see 'tokenport token --help'\n");
    }

    @Test
    void argument_isSuperfluous_isNotRepeated() {
        ExitCode code = process.run("token", "hunter2");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("token takes no further argument, but there is one; see 'tokenport token --help'\n");
    }

    @Test
    void argument_isMissing_isRefusedInOneLine() {
        ExitCode code = process.run("run");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("missing required parameter: 'FILE'; see 'tokenport run --help'\n");
    }

    @Test
    void number_isNone_isRefusedInOneLine() {
        ExitCode code = process.run("run", "x.yaml", "--parallel", "many");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("invalid value for option '--parallel': 'many' is not an int; see 'tokenport run --help'\n");
    }

    @Test
    void stacktrace_isWished_followsTheMessage() {
        process.run("run", "x.yaml", "--parallel", "0", "--stacktrace");

        assertThat(process.err())
                .startsWith("--parallel '0' is less than 1\ndev.tokenport.cli.CommandException: --parallel '0'")
                .contains("\tat dev.tokenport.cli.");
    }
}
