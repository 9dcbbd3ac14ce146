/** What the store keeps as JSON text: headings, definitions, and the details of runs. */
@NullMarked
package dev.carillon.store.json;

import org.jspecify.annotations.NullMarked;
