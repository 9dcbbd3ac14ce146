@org.jspecify.annotations.NullMarked
package dev.carillon.api.json;
