/** What all pages have in common. */
@NullMarked
package dev.slipway.hospital.page.web;

import org.jspecify.annotations.NullMarked;
