package graph

import "strings"

// fill replaces {name} by its value, and leaves out what stands in [ ] when the name in it has none.
func fill(template string, value func(name string) string) string {
	var b strings.Builder
	for {
		before, after, found := cutAny(template, "[{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if after[0] == '{' {
			name, rest, _ := strings.Cut(after[1:], "}")
			b.WriteString(value(name))
			template = rest
			continue
		}
		optional, rest, _ := strings.Cut(after[1:], "]")
		_, name, _ := strings.Cut(optional, "{")
		name, _, _ = strings.Cut(name, "}")
		if value(name) != "" {
			b.WriteString(fill(optional, value))
		}
		template = rest
	}
}

// cutAny cuts s before the first of the characters.
func cutAny(s, chars string) (before, after string, found bool) {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return s[:i], s[i:], true
	}
	return s, "", false
}
