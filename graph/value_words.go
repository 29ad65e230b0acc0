package graph

import (
	"regexp"
	"strings"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// ValueWords says a value in words: "over 400 million users", "USD 721 million", "21 June 2024". Reference is what the value only
// points to: the name of who keeps it back, or the sentence of the claim referred to.
func ValueWords(v Value, reference string) string {
	switch v := v.(type) {
	case Quantity:
		return v.words("")
	case Money:
		return v.words()
	case OnDate:
		return v.Date.Words()
	case Duration:
		return v.words()
	case Text:
		return v.Wording
	case Identifier:
		return v.Scheme + " " + v.Value
	case Name:
		return v.Text
	case Provision:
		return v.words()
	case ClaimRef:
		return reference
	case Coordinates:
		return v.words()
	case Undisclosed:
		return strings.TrimSuffix("not disclosed by "+reference, " by ")
	default:
		return ""
	}
}

// valueInClause says a value as it stands in a clause of the row. A text is not in quotation marks: its canonical wording need be
// nobody's own words, which stand in the evidence.
func (p *Predicate) valueInClause(v Value, reference string) string {
	switch v := v.(type) {
	case Quantity:
		return v.words(p.Unit)
	case OnDate:
		return when(v.Date)
	case Text:
		return unfinished(v.Wording)
	case Name:
		return quoted(v.Text)
	case ClaimRef:
		if reference == "" {
			return string(v.Claim)
		}
		return quoted(reference)
	case Undisclosed:
		return p.Hidden
	default:
		return ValueWords(v, reference)
	}
}

// when says a date with its preposition: "on 21 June 2024", "in June 2024".
func when(d edtf.Date) string {
	switch {
	case d.Approximate(), d.Uncertain(), d.OneOf():
		return "at a time given as " + d.Words()
	case d.Precision() == edtf.PrecisionDay:
		return "on " + d.Words()
	default:
		return "in " + d.Words()
	}
}

// quoted puts words in quotation marks; those within become single ones.
func quoted(words string) string {
	var b strings.Builder
	open := false
	for _, r := range unfinished(words) {
		switch {
		case r == '“', r == '„', r == '"' && !open:
			b.WriteRune('‘')
			open = true
		case r == '”', r == '"':
			b.WriteRune('’')
			open = false
		default:
			b.WriteRune(r)
		}
	}
	return "“" + b.String() + "”"
}

// words says the provision as the end of a clause: "prohibits resale concerning Kaspersky software and is addressed to resellers".
func (v Provision) words() string {
	said := strings.ToLower(string(v.Effect)) + " " + unfinished(v.Act)
	if v.Concerns != "" {
		said += " concerning " + v.Concerns
	}
	parts := []string{said}
	if v.Addressees != "" {
		parts = append(parts, "is addressed to "+v.Addressees)
	}
	if v.Territory != "" {
		parts = append(parts, "applies in "+v.Territory)
	}
	if v.Exhaustive {
		parts = append(parts, "is exhaustive")
	}
	return enumerated(parts)
}

// words says the place in degrees: "55.84° N, 37.48° E".
func (v Coordinates) words() string {
	return degrees(v.Latitude, "N", "S") + ", " + degrees(v.Longitude, "E", "W")
}

func degrees(n Number, positive, negative string) string {
	if size, below := strings.CutPrefix(string(n), "-"); below {
		return size + "° " + negative
	}
	return string(n) + "° " + positive
}

var durationPart = regexp.MustCompile(`([0-9]+(?:\.[0-9]+)?)([YMWDHS])`)

// words says the length of time: "90 days", "1 year and 6 months".
func (v Duration) words() string {
	date, clock, _ := strings.Cut(strings.TrimPrefix(v.ISO, "P"), "T")
	parts := durationParts(date, map[string]string{"Y": "year", "M": "month", "W": "week", "D": "day"})
	parts = append(parts, durationParts(clock, map[string]string{"H": "hour", "M": "minute", "S": "second"})...)
	return enumerated(parts)
}

func durationParts(s string, units map[string]string) []string {
	var parts []string
	for _, m := range durationPart.FindAllStringSubmatch(s, -1) {
		unit := units[m[2]]
		if m[1] != "1" {
			unit += "s"
		}
		parts = append(parts, m[1]+" "+unit)
	}
	return parts
}
