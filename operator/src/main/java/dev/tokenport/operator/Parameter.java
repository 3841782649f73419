package dev.tokenport.operator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a parameter record. The order of the components is the order on the page.
 *
 * <p>The type follows from the component's Java type: {@code String} (or multi-line text), {@link
 * dev.tokenport.secret.Secret} (password, or confidential multi-line text), {@code int} and {@code long}, {@code boolean},
 * an enum (its constants in lower case, or as {@link Choice} says), {@link java.time.Duration}, {@link java.net.URI},
 * {@code Map<String, String>}, {@code Map<String, Secret>} (a confidential map), another record (a nested object), {@link
 * RawValue} (multi-line text that may also be written as a mapping), or an {@code Optional} of these for a parameter that
 * may be empty. A component annotated with {@link Embedded} takes in the parameters of another record.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Parameter {

    /** The id in workflow files and config ports; without {@code -}. */
    String id();

    /** The name for people. */
    String label();

    /** Markdown; white space is collapsed on the page. */
    String description() default "";

    /** The default in the type's text form; empty for none. */
    String defaultValue() default "";

    /** Whether it must have a value, always. An empty value counts as missing. */
    boolean mandatory() default false;

    /**
     * When it must have a value, as {@code other_parameter=value}, {@code other=one|another} or {@code other=} (has none);
     * several with {@code &} between them, which must all hold; empty for never.
     */
    String mandatoryWhen() default "";

    /** Whether it is for the few; shown after the others. */
    boolean advanced() default false;

    /**
     * Whether nothing else depends on its value: while that is not known yet, since a config port may deliver it, the checks
     * of the other parameters go on as if it had its default.
     */
    boolean independent() default false;

    /** Whether a text has several lines. */
    boolean multiline() default false;

    /** Whether the text may be a template; rules for its rendered value are then checked when it is rendered. */
    boolean template() default false;
}
