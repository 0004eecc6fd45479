/** Strict binding of YAML and JSON documents to records: every fault at once, each with its file, line and column. */
@NullMarked
package dev.slipway.platform.yaml;

import org.jspecify.annotations.NullMarked;
