/** Tests of the strict binding of documents to records. */
@NullMarked
package dev.slipway.platform.yaml;

import org.jspecify.annotations.NullMarked;
