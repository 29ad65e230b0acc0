// Package embedded is the default store: SQLite in one folder, with nothing to start. It is written in pure Go.
//
// One process opens a folder, with one writer and several readers. Rows are appended and carry the revision that wrote them;
// derived rows carry the revisions between which they were known, so a reader needs no transaction of its own: it names its
// revision in every statement. A load is many transactions under revisions that nobody reads until it is published.
package embedded
