/** How do I get a valid access token, safely, cheaply, every time? */
@NullMarked
package dev.tokenport.oauth2;

import org.jspecify.annotations.NullMarked;
