package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.WorkflowFile.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator has against its parameters. */
final class OperatorFaultTest {

    @TempDir
    private Path folder;

    record AskParameters(
            @Parameter(id = "query", label = "Query") String query,
            @Parameter(id = "carry", label = "Carry") String carry,
            @Parameter(id = "prefix", label = "Prefix") String prefix,
            @Parameter(id = "token", label = "Token") Optional<Secret> token) {

        AskParameters {
            if (carry.isEmpty() && !prefix.isEmpty()) {
                throw new IllegalArgumentException("prefix '" + prefix + "' is given without carry");
            }
            if (query.startsWith("!")) {
                throw new IllegalArgumentException("query '" + query + "' begins with a mark");
            }
        }
    }

    /** Wants a query of small letters. */
    private static final class Ask implements Operator<AskParameters> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("ask", "Ask", "Asks.");
        }

        @Override
        public Class<AskParameters> parameters() {
            return AskParameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.DependencyOnly(), Optional.empty());
        }

        @Override
        public List<ParameterFault> faults(KnownParameters known) {
            return known
                    .text("query")
                    .filter(query -> !query.matches("[a-z]*"))
                    .map(query -> ParameterFault.invalid("query: '" + query + "' is no query"))
                    .stream()
                    .toList();
        }

        @Override
        public void check(AskParameters parameters) throws OperatorException {
            if (parameters.query().equals(parameters.carry())
                    && parameters.token().isPresent()) {
                throw new OperatorException("the query is what is carried");
            }
        }

        @Override
        public Output execute(AskParameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    private static OperatorRegistry operators() {
        return OperatorRegistry.of(new Ask(), new SampleOperators.Token(), new SampleOperators.Settings());
    }

    private Plan plan(String tasks, Setting... settings) throws WorkflowException, IOException {
        return Plan.read(WorkflowText.tasks(folder, tasks), List.of(settings), operators());
    }

    private List<String> mistakes(String tasks, Setting... settings) throws IOException {
        try {
            plan(tasks, settings);
            return List.of();
        } catch (WorkflowException e) {
            return WorkflowText.mistakes(e);
        }
    }

    @Test
    void value_thatTheOperatorRefuses_isAMistakeAtItsPlace() throws Exception {
        assertThat(mistakes("""
              a: {operator: ask, parameters: {query: A1}}
              b: {operator: ask, parameters: {prefix: c_}}
              c: {operator: ask, parameters: {query: q, carry: q, token: '${env:TOKEN}'}}
            """))
                .containsExactly(
                        "3:42: task 'a': query: 'A1' is no query",
                        "4:43: task 'b': prefix 'c_' is given without carry",
                        "5:3: task 'c': the query is what is carried");
    }

    @Test
    void value_refusedBySeveralChecks_isOneMistake() throws Exception {
        assertThat(mistakes("  a: {operator: ask, parameters: {query: '!'}}\n"))
                .containsExactly("3:42: task 'a': query: '!' is no query");
    }

    @Test
    void value_besideAMisspeltParameter_isNotHeldAgainstTheRest() throws Exception {
        assertThat(mistakes("  a: {operator: ask, parameters: {cary: id, prefix: c_}}\n"))
                .containsExactly("3:35: task 'a': cary is not a parameter; did you mean 'carry'?");
    }

    @Test
    void value_thatAConfigPortMayReplace_isNotChecked() throws Exception {
        assertThat(mistakes("""
              s: {operator: settings, parameters: {parameters: {query: q, carry: id}}}
              t: {operator: settings}
              a: {operator: ask, config: t, parameters: {query: A1, prefix: c_}}
            """)).isEmpty();
    }

    @Test
    void value_besideADeliveredSecret_isChecked() throws Exception {
        assertThat(
                        mistakes(
                                WorkflowText.AUTH
                                        + "  a: {operator: ask, config: {from: auth, map: {access_token: token}}, parameters: {prefix: c_}}\n"))
                .containsExactly("6:93: task 'a': prefix 'c_' is given without carry");
    }

    @Test
    void value_ofTheCommandLine_isNamedAsSuch() throws Exception {
        WorkflowException refused = catchThrowableOfType(
                WorkflowException.class,
                () -> plan("  a: {operator: ask, parameters: {query: q}}\n", new Setting("a", "query", "A1")));

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly("--set a.query: task 'a': query: 'A1' is no query");
    }

    @Test
    void value_ofAReference_isCheckedBeforeTheFirstTask() throws Exception {
        Plan plan = plan("""
              a: {operator: ask, parameters: {query: '${env:QUERY}'}}
              b: {operator: ask, parameters: {carry: '${env:CARRY}', prefix: c_}}
            """);
        SecretStore store = SecretSources.of(Environment.of(Map.of("QUERY", "A1", "CARRY", "")))
                .store(folder);

        WorkflowException refused =
                catchThrowableOfType(WorkflowException.class, () -> ParameterResolution.resolve(plan, store));

        assertThat(WorkflowText.mistakes(refused))
                .containsExactly(
                        "3:42: task 'a': query: 'A1' is no query",
                        "4:66: task 'b': prefix 'c_' is given without carry");
    }
}
