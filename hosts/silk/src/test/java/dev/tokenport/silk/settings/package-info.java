@NullMarked
package dev.tokenport.silk.settings;

import org.jspecify.annotations.NullMarked;
