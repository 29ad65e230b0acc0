package graph

import (
	"slices"
	"strings"
)

// articled are the first words of English names of bodies, acts and places that are said with "the". A name that is not listed
// stands as it is, which is never wrong, only stiff.
func articled(k EntityKind) []string {
	switch k {
	case Agency, Government, IntelligenceService:
		return []string{
			"Administrative", "Bureau", "Central", "Commerce", "Commission", "Constitutional", "Court", "Department", "District",
			"Embassy", "European", "Federal", "General", "German", "Government", "High", "Higher", "House", "Kremlin", "Ministry",
			"National", "Office", "Public", "Russian", "Senate", "Service", "State", "Supreme", "Treasury", "US", "UK",
		}
	case Country, Region:
		return []string{"Bahamas", "Czech", "Gambia", "Maldives", "Netherlands", "Philippines", "Russian", "United"}
	case Measure:
		return []string{"Additions", "Binding", "Covered", "Designation", "Entity", "Final", "Listing", "Order", "Warning"}
	default:
		return nil
	}
}

// inProse is a name as it reads in a sentence, with its article if it takes one.
func inProse(name string, e *Entity) string {
	first, rest, _ := strings.Cut(name, " ")
	plural := e.Specificity == Group || strings.HasSuffix(name, "authorities")
	if plural || !slices.Contains(articled(e.Kind), first) || rest == "" && e.Kind == Government {
		return name
	}
	return "the " + name
}
