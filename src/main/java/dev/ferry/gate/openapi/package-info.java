/** What OpenAPI 3.0 and 3.1 ask of a document. */
@NullMarked
package dev.ferry.gate.openapi;

import org.jspecify.annotations.NullMarked;
