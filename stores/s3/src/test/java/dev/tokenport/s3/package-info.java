/** Tests of stores on S3, against a server that speaks its protocol and checks its signatures. */
@NullMarked
package dev.tokenport.s3;

import org.jspecify.annotations.NullMarked;
