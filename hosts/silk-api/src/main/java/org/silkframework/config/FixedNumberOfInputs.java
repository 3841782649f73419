package org.silkframework.config;

import scala.collection.immutable.Seq;

/** These inputs. */
public class FixedNumberOfInputs implements InputPorts {

    private final Seq<Port> ports;

    public FixedNumberOfInputs(Seq<Port> ports) {
        this.ports = ports;
    }

    public Seq<Port> ports() {
        return ports;
    }
}
