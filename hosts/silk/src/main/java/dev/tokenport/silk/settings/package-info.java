/** What has the administrator of a Silk set for the plugin? */
@NullMarked
package dev.tokenport.silk.settings;

import org.jspecify.annotations.NullMarked;
