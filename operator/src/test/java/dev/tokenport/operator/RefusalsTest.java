package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.ParameterFault.Kind;
import dev.tokenport.operator.RawValue.Mapping;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.RawValue.Scalar;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RefusalsTest {

    private static final Pending CERTAIN = new Pending(Pending.Delivery.CERTAIN);

    record Pause(
            @Parameter(id = "shortest", label = "Shortest", defaultValue = "1")
            int shortest,

            @Parameter(id = "longest", label = "Longest", defaultValue = "9")
            int longest) {

        Pause {
            if (shortest > longest) {
                throw new IllegalArgumentException("shortest " + shortest + " is more than longest " + longest);
            }
        }
    }

    record Paging(
            @Parameter(id = "paging", label = "Paging") boolean paging,
            @Parameter(id = "pointer", label = "Pointer") String pointer) {

        Paging {
            if (paging == pointer.isEmpty()) {
                throw new IllegalArgumentException("pointer '" + pointer + "' does not fit paging " + paging);
            }
        }
    }

    record Service(
            @Parameter(id = "url", label = "URL", mandatory = true)
            String url,

            @Parameter(id = "body", label = "Body") Optional<Secret> body,
            @Parameter(id = "headers", label = "Headers") Map<String, Secret> headers,
            @Parameter(id = "file", label = "File") String file,
            @Parameter(id = "pause", label = "Pause") Pause pause,
            @Embedded Paging paging) {

        Service {
            if (body.isPresent() && !file.isEmpty()) {
                throw new IllegalArgumentException("body and file '" + file + "' are both given");
            }
            if (headers.containsKey("Host")) {
                throw new IllegalArgumentException("a header is 'Host'");
            }
        }
    }

    /** Fails with what its URL says, and reads the body if the file is {@code read}. */
    private static final class Call implements Operator<Service> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("call", "Call", "Calls.");
        }

        @Override
        public Class<Service> parameters() {
            return Service.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new Ports.InputPorts.DependencyOnly(), Optional.empty());
        }

        @Override
        public void check(Service parameters) throws OperatorException {
            if (parameters.headers().containsKey("Read")) {
                parameters.headers().get("Read").reveal();
            }
            if (parameters.url().startsWith("bad")) {
                throw new OperatorException("url '" + parameters.url() + "' is bad");
            }
        }

        @Override
        public Output execute(Service parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    private static List<ParameterFault> refusals(Map<String, RawValue> values) {
        return EarlyBinding.of(new Call(), values).refusals();
    }

    private static ParameterFault invalid(String parameter, String message) {
        return new ParameterFault(parameter, Kind.INVALID, message);
    }

    @Test
    void refusals_fittingValues_areNone() {
        assertThat(refusals(Map.of("url", RawValue.of("x"), "file", RawValue.of("f"))))
                .isEmpty();
    }

    @Test
    void refusals_embeddedRecordAndNestedOne_areToldBeforeTheUrlIsKnown() {
        var values = Map.of(
                "url",
                CERTAIN,
                "pointer",
                RawValue.of("/next"),
                "pause",
                new Mapping(Map.of("shortest", RawValue.of("10"))));

        assertThat(refusals(values))
                .containsExactly(
                        invalid("pause-shortest", "shortest 10 is more than longest 9"),
                        invalid("pointer", "pointer '/next' does not fit paging false"));
    }

    @Test
    void refusals_valueOfTheSameRecordNotKnown_areNone() {
        var values = Map.of("url", RawValue.of("x"), "pointer", RawValue.of("/next"), "paging", new Pending());

        assertThat(refusals(values)).isEmpty();
    }

    @Test
    void refusals_secretThatWillBeThere_isBoundUnread() {
        var values = Map.of("url", RawValue.of("x"), "body", CERTAIN, "file", RawValue.of("f"));

        assertThat(refusals(values)).containsExactly(invalid("body", "body and file 'f' are both given"));
    }

    @Test
    void refusals_secretThatMayBeThere_areNone() {
        var values = Map.of("url", RawValue.of("x"), "body", new Pending(), "file", RawValue.of("f"));

        assertThat(refusals(values)).isEmpty();
    }

    @Test
    void refusals_messageWithoutParameter_belongToTheWholeTask() {
        var values = Map.of("url", RawValue.of("x"), "headers", new Mapping(Map.of("Host", CERTAIN)));

        assertThat(refusals(values)).containsExactly(invalid("", "a header is 'Host'"));
    }

    @Test
    void refusals_whatTheOperatorFinds_areToldWithoutTheSecretInIt() {
        var values = Map.<String, RawValue>of("url", new Scalar(Value.of(Secret.of("bad-hunter2"))));

        assertThat(refusals(values)).containsExactly(invalid("url", "url '***' is bad"));
    }

    @Test
    void refusals_checkThatReadsASecret_areNoneSinceItIsNotReadYet() {
        var pending = Map.of("url", RawValue.of("bad"), "headers", new Mapping(Map.of("Read", CERTAIN)));
        var given = Map.of(
                "url",
                RawValue.of("bad"),
                "headers",
                new Mapping(Map.of("Read", new Scalar(Value.of(Secret.from("env:X", () -> {
                    throw new IllegalStateException("was read");
                }))))));

        assertThat(refusals(pending)).isEmpty();
        assertThat(refusals(given)).isEmpty();
    }

    @Test
    void refusals_whatTheFirstCheckFound_areNotRepeated() {
        assertThat(refusals(Map.of("url", RawValue.of("bad"), "paging", RawValue.of("perhaps"))))
                .isEmpty();
        assertThat(refusals(Map.of())).isEmpty();
    }

    @Test
    void faults_areOfTheFirstCheckOnly_whateverWasRefused() {
        var binding = EarlyBinding.of(new Call(), Map.of("url", RawValue.of("bad")));

        assertThat(binding.refusals()).isNotEmpty();

        assertThat(binding.faults()).isEmpty();
    }
}
