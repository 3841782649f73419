package dev.tokenport.operator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component is a record whose parameters stand among those of this one, at this place and under their own ids: what
 * several operators have in common is written once. Unlike nested parameters they have no address of their own.
 *
 * <p>The record's own checks run as those of the outer one do. A rule of one record may name a parameter of the other.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Embedded {}
