package dev.ferry.model;

/**
 * A move and where its batch says so.
 *
 * @param batch name of the batch file, without folders
 * @param line line in that file, counted from 1
 */
public record BatchRow(String batch, int line, Move move) {}
