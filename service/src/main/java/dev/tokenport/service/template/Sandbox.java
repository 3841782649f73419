package dev.tokenport.service.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.core.AttributeResolverExtension;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The template engine without what reaches beyond the entity: other templates, files, resources, methods, fields. */
final class Sandbox {

    private static final Set<String> TAGS = Set.of("if", "for", "set", "filter");
    private static final Set<String> FUNCTIONS = Set.of("max", "min", "range");

    private Sandbox() {}

    /** The engine. Thread-safe. */
    static PebbleEngine engine() {
        return new PebbleEngine.Builder()
                .loader(new StringLoader())
                .cacheActive(false)
                .strictVariables(true)
                .newLineTrimming(false)
                .autoEscaping(true)
                .defaultLocale(Locale.ROOT)
                .methodAccessValidator((object, method) -> false)
                .registerExtensionCustomizer(Narrowed::new)
                .extension(new JinjaExtension())
                .build();
    }

    /** An extension of the engine, with only what is wanted of it. */
    private static final class Narrowed extends ExtensionCustomizer {

        private final boolean attributes;

        Narrowed(Extension extension) {
            super(extension);
            this.attributes = extension instanceof AttributeResolverExtension;
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            List<TokenParser> tags = super.getTokenParsers();
            return tags == null
                    ? null
                    : tags.stream().filter(tag -> TAGS.contains(tag.getTag())).toList();
        }

        @Override
        public @Nullable Map<String, Function> getFunctions() {
            Map<String, Function> all = super.getFunctions();
            if (all == null) {
                return null;
            }
            Map<String, Function> wanted = new HashMap<>(all);
            wanted.keySet().retainAll(FUNCTIONS);
            return wanted;
        }

        @Override
        public @Nullable List<AttributeResolver> getAttributeResolver() {
            return attributes ? List.of(JinjaExtension.ATTRIBUTES) : super.getAttributeResolver();
        }
    }
}
