package seed

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	// edtfParts finds the years, months and days of an EDTF date; what is unspecified asks for nothing.
	edtfParts = regexp.MustCompile(`([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?`)
	dateToken = regexp.MustCompile(`[0-9]+|\p{L}+`)
)

// dateIn says whether a quote gives every part of an EDTF date, in figures or with the month's name. A year may also be one of
// those given: a document of 2024 says "21 June".
func dateIn(date, quote string, years []int) bool {
	tokens := slices.DeleteFunc(dateToken.FindAllString(strings.ToLower(quote), -1), func(t string) bool {
		return slices.Contains([]string{"of", "the", "st", "nd", "rd", "th"}, t)
	})
	parts := edtfParts.FindAllStringSubmatch(date, -1)
	for _, p := range parts {
		year, month, day := atoi(p[1]), atoi(p[2]), atoi(p[3])
		if !slices.Contains(tokens, p[1]) && !slices.Contains(years, year) {
			return false
		}
		if month >= 1 && month <= 12 && !givesDay(tokens, month, day) {
			return false
		}
	}
	return len(parts) > 0
}

// givesDay says whether month, and day unless it is 0, stand next to each other.
func givesDay(tokens []string, month, day int) bool {
	for i, t := range tokens {
		if !isMonth(t, month) {
			continue
		}
		if day == 0 || i > 0 && atoi(tokens[i-1]) == day || i+1 < len(tokens) && atoi(tokens[i+1]) == day {
			return true
		}
	}
	return false
}

func isMonth(token string, month int) bool {
	if token[0] >= '0' && token[0] <= '9' {
		return len(token) <= 2 && atoi(token) == month
	}
	return slices.Contains(strings.Split(monthNames()[month-1], " "), token)
}

// monthNames are the months in English and German, with their abbreviations.
func monthNames() []string {
	return []string{
		"january jan januar", "february feb februar", "march mar märz", "april apr", "may mai", "june jun juni", "july jul juli",
		"august aug", "september sept sep", "october oct oktober okt", "november nov", "december dec dezember dez",
	}
}

// atoi is the number that digits give, 0 for none.
func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// years are those that a date may leave out: of the documents that are quoted.
func (g *gate) years(s *Statement) []int {
	var out []int
	for _, q := range s.Evidence {
		for i := range g.pack.Documents {
			if d := &g.pack.Documents[i]; d.ID == q.Document && len(d.Published) >= 4 {
				out = append(out, atoi(d.Published[:4]))
			}
		}
	}
	return out
}
