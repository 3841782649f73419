package org.silkframework.runtime.plugin;

/** The categories of plugins that mean something to Silk. */
public class PluginCategories {

    public static final String uncategorized = "Uncategorized";
    public static final String recommended = "Recommended";
    public static final String deprecated = "Deprecated";
}
