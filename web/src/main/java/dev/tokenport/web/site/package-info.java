/** What do all pages share: their frame, their addresses, what they load, how they leave the process? */
@NullMarked
package dev.tokenport.web.site;

import org.jspecify.annotations.NullMarked;
