package text

import "strings"

// Words are the words of a key, in order.
func Words(key string) []string { return strings.Fields(key) }

// Trigrams are the distinct runs of three code points of a word that is set between ^ and $, in order of
// their first place. One typing error spoils at most three of them, and the signs make the ends count.
func Trigrams(word string) []string {
	if word == "" {
		return nil
	}
	r := []rune("^" + word + "$")
	seen := make(map[string]bool, len(r))
	var out []string
	for i := 0; i+3 <= len(r); i++ {
		if t := string(r[i : i+3]); !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// Prefixes are the beginnings of a word that have from shortest to longest code points, the shortest first.
func Prefixes(word string, shortest, longest int) []string {
	var out []string
	n := 0
	for at, r := range word {
		if n++; n > longest {
			break
		}
		if n >= shortest {
			out = append(out, word[:at+len(string(r))])
		}
	}
	return out
}
