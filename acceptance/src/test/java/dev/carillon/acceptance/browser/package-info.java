/** The pages in a real Chromium, as people see them. */
@NullMarked
package dev.carillon.acceptance.browser;

import org.jspecify.annotations.NullMarked;
