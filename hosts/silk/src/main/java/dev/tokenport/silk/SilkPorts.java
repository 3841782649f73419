package dev.tokenport.silk;

import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Schema;
import java.util.List;
import org.silkframework.config.FixedNumberOfInputs;
import org.silkframework.config.FixedSchemaPort;
import org.silkframework.config.FlexibleNumberOfInputs;
import org.silkframework.config.FlexibleSchemaPort;
import org.silkframework.config.InputPorts;
import org.silkframework.config.Port;
import org.silkframework.config.UnknownSchemaPort$;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.Restriction;
import org.silkframework.entity.paths.TypedPath;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.util.Uri;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The ports of a task as Silk has them. Immutable.
 *
 * @param inputs the input ports
 * @param output the output port
 */
record SilkPorts(InputPorts inputs, Option<Port> output) {

    /** The ports of a task. */
    static SilkPorts of(HostedTask task) {
        Ports ports = task.operator()
                .ports(ParameterList.of(task.operator().parameters()).known(task.given()));
        return new SilkPorts(inputs(ports.inputs()), output(ports));
    }

    private static InputPorts inputs(Ports.InputPorts ports) {
        if (ports instanceof Ports.InputPorts.Exactly exactly) {
            return new FixedNumberOfInputs(
                    sequence(exactly.ports().stream().map(SilkPorts::port).toList()));
        }
        if (ports instanceof Ports.InputPorts.Between between) {
            Option<Object> maximum =
                    between.maximum() == Integer.MAX_VALUE ? Option.empty() : Option.apply(between.maximum());
            return new FlexibleNumberOfInputs(new FlexibleSchemaPort(false), between.minimum(), maximum);
        }
        return new FixedNumberOfInputs(sequence(List.of()));
    }

    private static Option<Port> output(Ports ports) {
        return ports.output().isEmpty()
                ? Option.empty()
                : Option.apply(port(ports.output().get()));
    }

    private static Port port(Ports.Port port) {
        if (port instanceof Ports.Port.Fixed fixed) {
            return new FixedSchemaPort(schema(fixed.schema()));
        }
        return port instanceof Ports.Port.Flexible ? new FlexibleSchemaPort(false) : UnknownSchemaPort$.MODULE$;
    }

    /** A schema as Silk has it; all values are texts there. */
    static EntitySchema schema(Schema schema) {
        List<TypedPath> paths = schema.paths().stream()
                .map(path -> UntypedPath.apply(path.name()).asStringTypedPath())
                .toList();
        return new EntitySchema(
                new Uri(schema.type()),
                sequence(paths).toIndexedSeq(),
                Restriction.empty(),
                UntypedPath.empty(),
                false);
    }

    private static <T> scala.collection.immutable.Seq<T> sequence(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }
}
