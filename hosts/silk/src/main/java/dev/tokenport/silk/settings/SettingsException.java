package dev.tokenport.silk.settings;

import java.io.Serial;
import java.util.List;

/** The plugin's settings are faulty; the message names each key, its value and the rule. */
public final class SettingsException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
