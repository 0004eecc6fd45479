/** Tests of generated secrets: files, permissions, who is given what. */
@NullMarked
package dev.slipway.platform.secrets;

import org.jspecify.annotations.NullMarked;
