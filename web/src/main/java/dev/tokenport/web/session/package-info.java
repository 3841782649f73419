/** Who may ask this server for something, from where, and for how long? */
@NullMarked
package dev.tokenport.web.session;

import org.jspecify.annotations.NullMarked;
