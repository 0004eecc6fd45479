/** What every HTTP service shares: problem details, paging, request context and OpenAPI. */
@NullMarked
package dev.slipway.web;

import org.jspecify.annotations.NullMarked;
