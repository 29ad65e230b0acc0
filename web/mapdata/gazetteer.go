package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// city is a place of the GeoNames dump: one with at least 500 inhabitants.
type city struct {
	Name       string  `json:"name"`
	Latitude   float64 `json:"latitude"`
	Longitude  float64 `json:"longitude"`
	Country    string  `json:"countrycode"`
	Population int     `json:"population"`
}

// country is a country or territory of GeoNames.
type country struct {
	ISO     string `json:"iso"`
	ISO3    string `json:"iso3"`
	Name    string `json:"name"`
	Capital string `json:"capital"`
}

// errGazetteer is the error for a dump that cannot be read or lacks what must be there.
var errGazetteer = errors.New("gazetteer")

const (
	// leastPeople is from how many inhabitants on a place is in the gazetteer; capitals always are.
	leastPeople = 38_000
	// oneApart is how far two places of one name may lie apart, in kilometres, to count as one, as London and the City of London do.
	oneApart = 25
)

// gazetteerFile is cities.json. Of a country the cities stand one a line: the name, then either six digits of base 36, its
// place in hundredths of a degree from the south pole and from the date line, or "*" and how many places bear the name.
type gazetteerFile struct {
	Least     int               `json:"least"`
	Countries [][3]string       `json:"countries"`
	Cities    map[string]string `json:"cities"`
}

// gazetteer chooses the larger cities. A name that several places of one country bear has no place, whatever their sizes:
// the smallest places of the dump count here too, so that no city passes for the only one of its name.
func gazetteer(citiesJSON, countriesJSON []byte) ([]byte, error) {
	var byID map[string]city
	if err := json.Unmarshal(citiesJSON, &byID); err != nil {
		return nil, fmt.Errorf("%w: cities: %w", errGazetteer, err)
	}
	var countries map[string]country
	if err := json.Unmarshal(countriesJSON, &countries); err != nil {
		return nil, fmt.Errorf("%w: countries: %w", errGazetteer, err)
	}
	if len(byID) == 0 || len(countries) == 0 {
		return nil, fmt.Errorf("%w: %d cities and %d countries, want some", errGazetteer, len(byID), len(countries))
	}
	out := gazetteerFile{Least: leastPeople, Cities: map[string]string{}}
	for _, code := range slices.Sorted(maps.Keys(countries)) {
		out.Countries = append(out.Countries, [3]string{code, countries[code].ISO3, countries[code].Name})
	}
	for code, named := range byName(byID) {
		if lines := cityLines(named, fold(countries[code].Capital)); len(lines) > 0 {
			out.Cities[code] = strings.Join(lines, "\n")
		}
	}
	return json.Marshal(out)
}

// byName are the places by country and folded name, the largest of a name first.
func byName(byID map[string]city) map[string]map[string][]city {
	out := map[string]map[string][]city{}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		c := byID[id]
		if out[c.Country] == nil {
			out[c.Country] = map[string][]city{}
		}
		name := fold(c.Name)
		out[c.Country][name] = append(out[c.Country][name], c)
	}
	for _, named := range out {
		for _, places := range named {
			slices.SortStableFunc(places, func(a, b city) int { return b.Population - a.Population })
		}
	}
	return out
}

// cityLines are the lines of one country, in order of name.
func cityLines(named map[string][]city, capital string) []string {
	var lines []string
	for name, places := range named {
		if places[0].Population < leastPeople && name != capital {
			continue
		}
		where := place(places[0])
		if n := distinct(places); n > 1 {
			where = fmt.Sprintf("*%d", n)
		}
		lines = append(lines, places[0].Name+where)
	}
	slices.Sort(lines)
	return lines
}

// distinct counts places of one name; those close to the largest are one with it.
func distinct(places []city) int {
	n := 1
	for _, other := range places[1:] {
		if apart(places[0], other) > oneApart {
			n++
		}
	}
	return n
}

// apart is the distance of two places in kilometres, by the haversine formula on a sphere of the Earth's mean radius.
func apart(a, b city) float64 {
	const radians, diameter = math.Pi / 180, 2 * 6371.0088
	dy := math.Sin((b.Latitude - a.Latitude) * radians / 2)
	dx := math.Sin((b.Longitude - a.Longitude) * radians / 2)
	return diameter * math.Asin(math.Sqrt(dy*dy+math.Cos(a.Latitude*radians)*math.Cos(b.Latitude*radians)*dx*dx))
}

// place writes where a city is, see gazetteerFile.
func place(c city) string {
	return base36(int(math.Round((c.Latitude+90)*100))) + base36(int(math.Round((c.Longitude+180)*100)))
}

// base36 writes a number below 36³ with three digits.
func base36(n int) string {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	return string([]byte{digits[n/1296%36], digits[n/36%36], digits[n%36]})
}
