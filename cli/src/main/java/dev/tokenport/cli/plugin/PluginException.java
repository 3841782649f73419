package dev.tokenport.cli.plugin;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Says in one line why a plugin is left out, or why a folder of plugins stays as it is. */
public final class PluginException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    PluginException(String reason) {
        this(reason, null);
    }

    PluginException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** The line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
