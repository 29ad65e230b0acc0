package main

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

const someCountries = `{"AA": {"iso": "AA", "iso3": "AAA", "name": "The Aa", "capital": "Little"}, "BB": {"iso": "BB", "iso3": "BBB", "name": "Bb", "capital": "Big"}}`

// made is the gazetteer of some cities, which have ids in order.
func made(t *testing.T, cities ...city) gazetteerFile {
	t.Helper()
	byID := map[string]city{}
	for i, c := range cities {
		byID[strconv.Itoa(i)] = c
	}
	text, err := json.Marshal(byID)
	require.NoError(t, err)
	body, err := gazetteer(text, []byte(someCountries))
	require.NoError(t, err)
	var out gazetteerFile
	require.NoError(t, json.Unmarshal(body, &out))
	return out
}

func TestGazetteerChooses(t *testing.T) {
	for name, c := range map[string]struct {
		cities []city
		want   string
	}{
		"a large place":                       {[]city{{"Big", 10, 20, "AA", leastPeople}}, "Big7psffk"},
		"no small one":                        {[]city{{"Small", 10, 20, "AA", leastPeople - 1}}, ""},
		"a capital of any size":               {[]city{{"Little", 0, 0, "AA", 600}}, "Little6y0dw0"},
		"no capital of another country":       {[]city{{"Big", 0, 0, "AA", 600}}, ""},
		"two far apart have no place":         {[]city{{"Twin", 0, 0, "AA", 2_000_000}, {"Twin", 1, 0, "AA", 500}}, "Twin*2"},
		"two in different countries have":     {[]city{{"Twin", 0, 0, "AA", 50_000}, {"Twin", 1, 0, "BB", 50_000}}, "Twin6y0dw0"},
		"two close by are one, at the larger": {[]city{{"Town", 0.1, 0, "AA", 500}, {"Town", 0, 0, "AA", 50_000}}, "Town6y0dw0"},
		"marks and case do not part names":    {[]city{{"Zürich", 0, 0, "AA", 50_000}, {"ZURICH", 5, 0, "AA", 500}}, "Zürich*2"},
		"in order of name":                    {[]city{{"B", 0, 0, "AA", 50_000}, {"A", 0, 0, "AA", 50_000}}, "A6y0dw0\nB6y0dw0"},
		"the ends of the Earth":               {[]city{{"N", 90, 180, "AA", 50_000}, {"S", -90, -180, "AA", 50_000}}, "Ndw0rs0\nS000000"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, made(t, c.cities...).Cities["AA"]) })
	}
}

func TestGazetteerNamesItsCountries(t *testing.T) {
	got := made(t, city{"Big", 10, 20, "AA", leastPeople})
	assert.Equal(t, [][3]string{{"AA", "AAA", "The Aa"}, {"BB", "BBB", "Bb"}}, got.Countries)
	assert.Equal(t, leastPeople, got.Least)
}

// TestGazetteerKeepsPlaces holds that what is written can be read to a hundredth of a degree, and that order is no matter.
func TestGazetteerKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := city{"X", rapid.Float64Range(-90, 90).Draw(r, "latitude"), rapid.Float64Range(-180, 180).Draw(r, "longitude"), "AA", leastPeople}
		line := place(c)
		require.Len(r, line, 6)
		for i, want := range []float64{c.Latitude + 90, c.Longitude + 180} {
			n, err := strconv.ParseInt(line[3*i:3*i+3], 36, 32)
			require.NoError(r, err)
			assert.InDelta(r, want, float64(n)/100, 0.00501)
		}
		places := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) city {
			return city{rapid.SampledFrom([]string{"A", "a", "Á", "B"}).Draw(r, "name"), rapid.Float64Range(0, 1).Draw(r, "at"), 0, "AA", rapid.IntRange(500, 90_000).Draw(r, "people")}
		}), 1, 6).Draw(r, "places")
		byID := map[string]city{}
		for i, p := range places {
			byID[strconv.Itoa(i)] = p
		}
		named := byName(byID)["AA"]
		lines := cityLines(named, "")
		assert.True(r, slices.IsSorted(lines))
		assert.LessOrEqual(r, len(lines), len(named))
		for name, same := range named {
			assert.Equal(r, slices.MaxFunc(same, func(a, b city) int { return a.Population - b.Population }).Population, same[0].Population, name)
		}
	})
}

func TestApartKnowsTheEarth(t *testing.T) {
	moscow, kyiv := city{Latitude: 55.7522, Longitude: 37.6156}, city{Latitude: 50.4547, Longitude: 30.5238}
	assert.InDelta(t, 755, apart(moscow, kyiv), 5)
	assert.InDelta(t, apart(moscow, kyiv), apart(kyiv, moscow), 1e-9)
	assert.InDelta(t, 20015, apart(city{Latitude: 90}, city{Latitude: -90}), 1)
	assert.InDelta(t, 0.0, apart(city{Longitude: 180}, city{Longitude: -180}), 1e-6, "the date line parts nothing")
}

func TestGazetteerRefuses(t *testing.T) {
	for name, texts := range map[string][2]string{
		"cities that are no JSON":    {"x", someCountries},
		"countries that are no JSON": {`{"1": {"name": "A"}}`, "x"},
		"no cities":                  {"{}", someCountries},
		"no countries":               {`{"1": {"name": "A"}}`, "{}"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := gazetteer([]byte(texts[0]), []byte(texts[1]))
			assert.ErrorIs(t, err, errGazetteer)
		})
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"São Paulo": "sao paulo", "Saint-Denis": "saint denis", "  Xi’an ": "xi an", "МОСКВА": "москва", "Йошкар": "иошкар", "": "", "!": "", "10th Ramadan": "10th ramadan",
	} {
		assert.Equal(t, want, fold(name), name)
	}
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.String().Draw(r, "name")
		assert.Equal(r, fold(name), fold(fold(name)), "folding twice changes nothing")
		assert.Equal(r, strings.TrimSpace(fold(name)), fold(name))
	})
}

func TestCountriesAreInOrder(t *testing.T) {
	var rows map[string]country
	require.NoError(t, json.Unmarshal([]byte(someCountries), &rows))
	assert.Equal(t, []string{"AA", "BB"}, slices.Sorted(maps.Keys(rows)))
}
