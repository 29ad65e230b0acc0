// Package polarity refuses a quote that is cut out of the scope of its sentence's negation or hedge, so that
// "a security threat" cannot be taken from "has denied that it is a security threat".
//
// It reads cue words by rules: tables of words for English, German, Russian and Ukrainian, and a few signs that
// end their scope, such as a semicolon, a contrasting "but" or the end of a parenthesis. It is strict: where the
// rules cannot tell, the quote is refused, and the error says which wider quote would be right. It never
// decides whether a sentence is true. Packs and machines are bound by it; a person may confirm a refused quote.
package polarity
