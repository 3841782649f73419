package org.silkframework.config;

import scala.Option;

/** Any number of inputs, within bounds. */
public class FlexibleNumberOfInputs implements InputPorts {

    private final Port portDefinition;
    private final int min;
    private final Option<Object> max;

    public FlexibleNumberOfInputs(Port portDefinition, int min, Option<Object> max) {
        this.portDefinition = portDefinition;
        this.min = min;
        this.max = max;
    }

    public Port portDefinition() {
        return portDefinition;
    }

    public int min() {
        return min;
    }

    public Option<Object> max() {
        return max;
    }
}
