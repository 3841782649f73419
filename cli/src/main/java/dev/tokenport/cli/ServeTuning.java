package dev.tokenport.cli;

import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of {@code tokenport serve} that are more than a text. Immutable. */
record ServeTuning(
        @Parameter(id = "idle", label = "Idle", defaultValue = "1h")
        Duration idle) {

    /**
     * What the option says.
     *
     * @throws CommandException if that is no duration
     */
    static Duration idle(@Nullable String given) {
        try {
            Map<String, RawValue> values = given == null ? Map.of() : Map.of("idle", RawValue.of(given));
            Duration idle = ParameterList.bind(ServeTuning.class, values).idle();
            if (idle.isZero() || idle.isNegative()) {
                throw CommandException.refused("--idle '" + given + "' is not positive");
            }
            return idle;
        } catch (ParameterException e) {
            throw CommandException.refused(TokenTuning.message(e.faults().get(0)), e);
        }
    }
}
