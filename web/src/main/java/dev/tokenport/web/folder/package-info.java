/** Which workflows are in the folder, and which file does an address mean? */
@NullMarked
package dev.tokenport.web.folder;

import org.jspecify.annotations.NullMarked;
