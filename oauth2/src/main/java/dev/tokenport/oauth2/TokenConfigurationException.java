package dev.tokenport.oauth2;

import java.io.Serial;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Options are missing, wrong or do not fit together; nothing was sent. Fix the configuration. */
public final class TokenConfigurationException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a list of enums and strings
    private final List<ConfigurationFault> faults;

    TokenConfigurationException(List<ConfigurationFault> faults, @Nullable Throwable cause) {
        super(joined(faults, TokenOption::toString), Failure.beforeSending(cause));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of {@link TokenOption}; at least one. */
    public List<ConfigurationFault> faults() {
        return faults;
    }

    /** The message with the caller's own names for the options. */
    public String message(Function<TokenOption, String> names) {
        return joined(faults, names);
    }

    @Override
    public boolean worthRetrying() {
        return false;
    }

    private static String joined(List<ConfigurationFault> faults, Function<TokenOption, String> names) {
        return faults.stream()
                .map(fault -> names.apply(fault.option()) + " " + fault.problem())
                .collect(Collectors.joining("; "));
    }
}
