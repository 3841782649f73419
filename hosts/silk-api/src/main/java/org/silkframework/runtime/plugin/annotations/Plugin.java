package org.silkframework.runtime.plugin.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.silkframework.runtime.plugin.PluginCategories;

/** Describes a plugin. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Plugin {

    String id();

    String label();

    String[] categories() default {PluginCategories.uncategorized};

    String description() default "No description";

    String documentationFile() default "";

    String iconFile() default "";

    String deprecation() default "";
}
