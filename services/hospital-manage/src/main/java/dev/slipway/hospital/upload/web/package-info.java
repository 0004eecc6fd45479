/** The page from which a clerk uploads. */
@NullMarked
package dev.slipway.hospital.upload.web;

import org.jspecify.annotations.NullMarked;
