package dev.tokenport.workflow;

import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Operators that show each rule and do nothing. */
public final class SampleOperators {

    static final Schema TOKEN = new Schema(
            Schema.PARAMETER_SETTINGS,
            List.of(
                    new Schema.Path("access_token", PathType.SECRET, false),
                    new Schema.Path("token_type", PathType.STRING, true)));

    private SampleOperators() {}

    public static OperatorRegistry all() {
        return OperatorRegistry.of(new Token(), new Call(), new Settings(), new Dataset(), new Sink());
    }

    enum Grant {
        CLIENT_CREDENTIALS,
        PASSWORD,
        GIVEN
    }

    record TokenParameters(
            @Parameter(id = "grant", label = "Grant", defaultValue = "client_credentials")
            Grant grant,

            @Parameter(id = "token_url", label = "Token URL", mandatoryWhen = "grant=client_credentials|password")
            @HttpUrl(insecureHttpParameter = "insecure")
            String tokenUrl,

            @Parameter(id = "client_secret", label = "Secret", mandatoryWhen = "grant=client_credentials")
            Optional<Secret> clientSecret,

            @Parameter(id = "user", label = "User", mandatoryWhen = "grant=password")
            Optional<String> user,

            @Parameter(id = "insecure", label = "Insecure", defaultValue = "false", advanced = true)
            boolean insecure,

            @Parameter(id = "timeout", label = "Time-out", defaultValue = "PT60S", advanced = true)
            Duration timeout,

            @Parameter(id = "extra", label = "Extra", description = "More\n  of it.")
            Map<String, String> extra) {}

    /** Gives a token. */
    static final class Token implements Operator<TokenParameters> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("sample-token-operator", "Token", "Gives a token.")
                    .withAliases("token");
        }

        @Override
        public Class<TokenParameters> parameters() {
            return TokenParameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.DependencyOnly(), Optional.of(new Port.Fixed(TOKEN)));
        }

        @Override
        public Output execute(TokenParameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    record Retry(
            @Parameter(id = "attempts", label = "Attempts", defaultValue = "4")
            int attempts,

            @Parameter(id = "delay", label = "Delay", defaultValue = "500ms")
            Duration delay) {}

    record CallParameters(
            @Parameter(id = "url", label = "URL", mandatory = true)
            String url,

            @Parameter(id = "headers", label = "Headers") Map<String, Secret> headers,
            @Parameter(id = "access_token", label = "Token") Optional<Secret> accessToken,
            @Parameter(id = "retry", label = "Retry") Retry retry) {}

    /** Calls a service. */
    static final class Call implements Operator<CallParameters> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("call", "Call", "Calls a service.");
        }

        @Override
        public Class<CallParameters> parameters() {
            return CallParameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.Between(0, 1), Optional.of(new Port.Unknown())).withRejects();
        }

        @Override
        public Output execute(CallParameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    record SettingsParameters(
            @Parameter(id = "parameters", label = "Parameters", multiline = true)
            RawValue parameters) {}

    /** Gives parameter settings. */
    static final class Settings implements Operator<SettingsParameters> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("settings", "Settings", "Gives settings.");
        }

        @Override
        public Class<SettingsParameters> parameters() {
            return SettingsParameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.Exactly(List.of()), Optional.of(new Port.Unknown()));
        }

        @Override
        public Output execute(SettingsParameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    record DatasetParameters(
            @Parameter(id = "file", label = "File", mandatory = true)
            String file) {}

    /** Reads or writes a file. */
    static final class Dataset implements Operator<DatasetParameters> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("dataset", "Dataset", "Reads or writes a file.");
        }

        @Override
        public Class<DatasetParameters> parameters() {
            return DatasetParameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Port.Unknown()));
        }

        @Override
        public Set<String> filesWritten(KnownParameters known, int connectedInputs) {
            return connectedInputs > 0 ? Set.of("file") : Set.of();
        }

        @Override
        public Output execute(DatasetParameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    record SinkParameters() {}

    /** Takes one input and gives nothing. */
    static final class Sink implements Operator<SinkParameters> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("sink", "Sink", "Takes entities.");
        }

        @Override
        public Class<SinkParameters> parameters() {
            return SinkParameters.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.Exactly(List.of(new Port.Flexible())), Optional.empty());
        }

        @Override
        public Output execute(SinkParameters parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }
}
