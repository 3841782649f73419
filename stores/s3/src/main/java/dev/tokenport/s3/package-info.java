/** How are entities kept on S3? */
@NullMarked
package dev.tokenport.s3;

import org.jspecify.annotations.NullMarked;
