package dev.ferry.facts;

/**
 * Where it is kept what the documents of trees hold. Who reads a document for one of the two looks
 * for the other as well: to take it from git costs more than to look.
 *
 * @param words by {@link DocumentFormats#words}
 * @param mentions by {@link Mentions}
 */
record DocumentCaches(MentionCache words, MentionCache mentions) {}
