/** Why a program does not run: pure rules over what it wrote and how it ended, on this machine or in a pod. */
@NullMarked
package dev.slipway.platform.diagnosis.log;

import org.jspecify.annotations.NullMarked;
