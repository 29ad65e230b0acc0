// Package text holds what is done with the words of a document: the normal form of a text layer, quotes
// that are found in it exactly, its sentences, and the folded keys by which names are searched.
//
// Positions are Unicode code points, half open, in the layer as it is stored. Two foldings exist and are
// never mixed: [Fold] keeps case and the order of every letter and serves quotes; [Key] throws away case,
// accents and script and serves search.
package text
