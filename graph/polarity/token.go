package polarity

import (
	"strings"
	"unicode"

	"github.com/redthread-graph/redthread/graph/text"
)

// token is a word or a sign of a sentence. Words are folded and in lower case, so hidden characters do not
// hide a cue; apostrophes inside a word belong to it, hyphens part words.
type token struct {
	word    string
	span    text.Span // in the layer
	isWord  bool
	capital bool
}

// dash is the word of a token that is a dash and no hyphen between two words; a hyphen is "-".
const dash = "–"

// tokens cuts a sentence of the layer.
func tokens(layer *text.Index, sentence text.Span) []token {
	f := text.Fold(layer.Slice(sentence))
	folded := []rune(f.String())
	var out []token
	for at := 0; at < len(folded); {
		end := wordEnd(folded, at)
		isWord := end > at
		if !isWord {
			end++
		}
		if raw := string(folded[at:end]); raw != " " {
			sp := f.Cover(at, end)
			t := token{word: strings.ToLower(raw), isWord: isWord, capital: unicode.IsUpper(folded[at])}
			t.span = text.Span{Start: sentence.Start + sp.Start, End: sentence.Start + sp.End}
			if raw == "-" && isDash(layer.Slice(t.span), folded, at) {
				t.word = dash
			}
			out = append(out, t)
		}
		at = end
	}
	return out
}

// wordEnd is the end of the word that begins at the offset, the offset itself if none does.
func wordEnd(r []rune, at int) int {
	end := at
	for end < len(r) {
		inside := end > at && end+1 < len(r) && (r[end] == '\'' || r[end] == '.') && isLetter(r[end+1])
		if !isLetter(r[end]) && !inside {
			break
		}
		end++
	}
	return end
}

func isLetter(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// isDash tells a dash from a hyphen: it is long, or has a blank beside it.
func isDash(source string, folded []rune, at int) bool {
	if strings.ContainsAny(source, "–—―−") {
		return true
	}
	blank := func(i int) bool { return i < 0 || i >= len(folded) || folded[i] == ' ' }
	return blank(at-1) || blank(at+1)
}
