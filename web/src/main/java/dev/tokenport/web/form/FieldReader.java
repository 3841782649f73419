package dev.tokenport.web.form;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.operator.ParameterType.BooleanType;
import dev.tokenport.operator.ParameterType.EnumerationType;
import dev.tokenport.operator.ParameterType.IntegerType;
import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.MultilineType;
import dev.tokenport.operator.ParameterType.NestedType;
import dev.tokenport.operator.ParameterType.PasswordType;
import dev.tokenport.web.docs.Markdown;
import dev.tokenport.web.form.Item.Kind;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.YamlScalar;
import dev.tokenport.workflow.edit.MaskedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the fields of a task's parameters. For one thread, for one task. */
final class FieldReader {

    private static final String IN_THE_FILE = "change it in the file itself";

    private final ParameterList parameters;
    private final Map<String, ParameterNode> nodes;
    private final Needs needs;
    private final Set<String> delivered;
    private final String sources;

    FieldReader(
            ParameterList parameters,
            Map<String, ParameterNode> nodes,
            KnownParameters known,
            Set<String> delivered,
            String sources) {
        this.parameters = parameters;
        this.nodes = nodes;
        this.needs = new Needs(known);
        this.delivered = delivered;
        this.sources = sources;
    }

    List<Item> items() {
        return items(parameters, "", List.of(), nodes);
    }

    private List<Item> items(
            ParameterList list, String prefix, List<String> above, Map<String, ParameterNode> siblings) {
        List<Item> items = new ArrayList<>();
        for (ParameterDescription parameter : list.descriptions()) {
            String address = prefix + parameter.id();
            boolean flat = nodes.containsKey(address);
            List<String> keys = flat ? List.of(address) : with(above, parameter.id());
            Optional<ParameterNode> node =
                    Optional.ofNullable(flat ? nodes.get(address) : siblings.get(parameter.id()));
            boolean structured = node.isEmpty() || node.get() instanceof ParameterNode.Mapping;
            Map<String, ParameterNode> entries = node.isPresent() && node.get() instanceof ParameterNode.Mapping mapping
                    ? mapping.entries()
                    : Map.of();
            if (parameter.type() instanceof NestedType nested && structured) {
                items.add(group(
                        parameter, address, keys, items(nested.parameters(), address + "-", keys, entries), false));
            } else if (parameter.type() instanceof MapType && structured) {
                items.add(group(parameter, address, keys, entries(parameter, address, keys, entries), true));
            } else {
                items.add(field(parameter, address, keys, node, needs.of(list, prefix, parameter)));
            }
        }
        return items;
    }

    private static Item group(
            ParameterDescription parameter, String address, List<String> keys, List<Item> items, boolean open) {
        return new Item.Group(
                id(address),
                keys,
                parameter.label(),
                Markdown.html(parameter.description()),
                parameter.advanced(),
                items,
                open,
                parameter.confidential());
    }

    private List<Item> entries(
            ParameterDescription map, String address, List<String> keys, Map<String, ParameterNode> entries) {
        List<Item> items = new ArrayList<>();
        entries.forEach((key, node) -> items.add(entry(map, address, with(keys, key), key, node)));
        nodes.forEach((key, node) -> {
            if (key.startsWith(address + "-")) {
                items.add(entry(map, address, List.of(key), key.substring(address.length() + 1), node));
            }
        });
        return items;
    }

    private Item entry(ParameterDescription map, String address, List<String> keys, String key, ParameterNode node) {
        ParameterDescription entry = parameters.find(address + "-" + key).orElse(map);
        ParameterDescription shown = MaskedText.shows(key) ? open(entry) : entry;
        Item.Field field = field(shown, address + "-" + key, keys, Optional.of(node), Needs.Need.NONE);
        return field.called(key);
    }

    /** The same for a value that is no secret. */
    private static ParameterDescription open(ParameterDescription entry) {
        return new ParameterDescription(
                entry.id(),
                entry.label(),
                entry.description(),
                entry.type(),
                entry.defaultValue(),
                entry.mandatory(),
                entry.advanced(),
                false,
                entry.template(),
                entry.httpUrl());
    }

    private Item.Field field(
            ParameterDescription parameter,
            String address,
            List<String> keys,
            Optional<ParameterNode> node,
            Needs.Need need) {
        Optional<ParameterNode.Scalar> scalar = node.flatMap(
                found -> found instanceof ParameterNode.Scalar text ? Optional.of(text) : Optional.empty());
        Kind kind = node.isPresent() && scalar.isEmpty() ? Kind.FILE : kind(parameter);
        boolean mayCome = delivered.contains(address);
        return new Item.Field(
                id(address),
                keys,
                parameter.label(),
                Markdown.html(parameter.description()),
                kind,
                parameter.advanced(),
                scalar.map(text -> parameter.confidential() ? "" : YamlScalar.referencing(text.text())),
                kept(parameter, node),
                choices(parameter.type()),
                parameter.defaultValue(),
                need.words(),
                need.now() && !mayCome,
                mayCome ? "may be replaced by what " + sources + " delivers" : "");
    }

    private static Kind kind(ParameterDescription parameter) {
        ParameterType type = parameter.type();
        if (parameter.confidential()) {
            boolean lines = type instanceof MultilineType || type instanceof MapType;
            return type instanceof PasswordType ? Kind.SECRET : lines ? Kind.SECRET_LINES : Kind.SECRET_LINE;
        }
        if (type instanceof BooleanType || type instanceof EnumerationType) {
            return Kind.CHOICE;
        }
        if (type instanceof IntegerType) {
            return Kind.NUMBER;
        }
        boolean several = type instanceof MultilineType || type instanceof MapType || type instanceof NestedType;
        return several ? Kind.LINES : Kind.LINE;
    }

    private static List<String> choices(ParameterType type) {
        if (type instanceof EnumerationType enumeration) {
            return enumeration.choices();
        }
        return type instanceof BooleanType ? List.of("true", "false") : List.of();
    }

    private static String kept(ParameterDescription parameter, Optional<ParameterNode> node) {
        if (node.isEmpty()) {
            return "not set";
        }
        if (node.get() instanceof ParameterNode.Mapping) {
            return "written as a mapping; " + IN_THE_FILE;
        }
        if (!(node.get() instanceof ParameterNode.Scalar scalar)) {
            return "cannot be read; " + IN_THE_FILE;
        }
        if (scalar.text().hasReferences()) {
            return "kept as " + scalar.text();
        }
        return parameter.type() instanceof PasswordType
                ? "in the clear in the file: replace it by a reference"
                : "written in the file, not shown here";
    }

    private static List<String> with(List<String> keys, String key) {
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return longer;
    }

    private static String id(String address) {
        return "f-" + address.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
