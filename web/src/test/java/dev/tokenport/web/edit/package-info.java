@NullMarked
package dev.tokenport.web.edit;

import org.jspecify.annotations.NullMarked;
