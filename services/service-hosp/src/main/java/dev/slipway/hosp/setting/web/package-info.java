/** Settings over HTTP: for operators, and the connection for service-order. */
@NullMarked
package dev.slipway.hosp.setting.web;

import org.jspecify.annotations.NullMarked;
