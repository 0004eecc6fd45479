/** HTTP of files. */
@NullMarked
package dev.slipway.oss.file.web;

import org.jspecify.annotations.NullMarked;
