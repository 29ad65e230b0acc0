// Package seed turns packs into drafts of the graph. A pack is a YAML file of entities, statements and judgements beside the
// documents that it quotes: every statement cites the exact words, and the graph refuses a pack of which one quote is not found.
package seed
