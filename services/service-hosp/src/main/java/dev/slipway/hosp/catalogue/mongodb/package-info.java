/** How the catalogue's database is reached, which indexes it has, and whether it answers. */
@NullMarked
package dev.slipway.hosp.catalogue.mongodb;

import org.jspecify.annotations.NullMarked;
