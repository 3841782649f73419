package org.silkframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** The configuration of Silk. */
public class DefaultConfig {

    private static final DefaultConfig INSTANCE = new DefaultConfig();

    private Config config = ConfigFactory.load();

    private DefaultConfig() {}

    public static DefaultConfig instance() {
        return INSTANCE;
    }

    public Config apply() {
        return config;
    }

    public void refresh() {
        ConfigFactory.invalidateCaches();
        config = ConfigFactory.load();
    }
}
