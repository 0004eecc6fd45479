/** Files in a bucket of an S3-compatible store. */
@NullMarked
package dev.slipway.oss.file.s3;

import org.jspecify.annotations.NullMarked;
