package dev.ferry.python.scopes;

import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.ImportStatement;
import org.jspecify.annotations.Nullable;

/**
 * One place that gives a name a meaning.
 *
 * @param start first byte of the name
 * @param statement the import that binds it, or null
 * @param item which name of that import, or null
 */
public record Binding(
    BindingKind kind,
    int start,
    @Nullable ImportStatement statement,
    ImportStatement.@Nullable Item item) {}
