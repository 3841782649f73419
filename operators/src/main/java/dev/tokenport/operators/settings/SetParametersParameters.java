package dev.tokenport.operators.settings;

import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.RawValue;

/** The parameters of {@link SetParameters}. Immutable. */
record SetParametersParameters(
        @Parameter(id = "parameters", label = "Parameters", description = """
                        The parameters to set, as YAML: each key is the id of a parameter of the consuming task, its value
                        the value to set. A list becomes several values, of which a config port takes the first; a nested
                        mapping becomes JSON. An empty text is a value, `null` is none.""", mandatory = true, multiline = true)
        RawValue parameters) {}
