package dev.tokenport.operator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter is a URL that credentials or tokens are sent to: http or https, with a host, without user info and
 * fragment; {@code http} only to this machine unless the named parameter opts in. Checked with the metadata, before a
 * run, wherever the value is known.
 *
 * @see dev.tokenport.http.Urls#fault
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface HttpUrl {

    /** The id of the boolean parameter that allows plain http to any host. */
    String insecureHttpParameter();

    /**
     * The id of a parameter; only while that one has a value is plain http to a far host a fault. Empty: always.
     */
    String onlyWith() default "";
}
