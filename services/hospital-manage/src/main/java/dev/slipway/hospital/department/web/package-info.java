/** Pages of the departments. */
@NullMarked
package dev.slipway.hospital.department.web;

import org.jspecify.annotations.NullMarked;
