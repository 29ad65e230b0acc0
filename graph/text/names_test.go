package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph/text"
)

// spellings of one name as lists and the press write them, invented bearers of common names.
var spellings = map[string][]string{
	"surnames in -skiy":        {"Вишневский", "Vishnevskiy", "Vishnevsky", "Vishnevskij", "Vishnevskii", "Vishnevski"},
	"surnames in -skaya":       {"Вишневская", "Vishnevskaya", "Vishnevskaja", "Vishnevskaia"},
	"surnames in -yev":         {"Алексеев", "Alekseyev", "Alekseev", "Alexeyev", "Alexeev"},
	"surnames in -ov":          {"Иванов", "Ivanov", "Iwanow"},
	"surnames with kh":         {"Тихонов", "Tikhonov", "Tihonov"},
	"surnames with shch":       {"Щукин", "Shchukin", "Schukin"},
	"surnames with ou":         {"Суворов", "Suvorov", "Souvorov"},
	"surnames with ts":         {"Кузнецов", "Kuznetsov", "Kuznetzov"},
	"first names in -ey":       {"Андрей", "Andrey", "Andrej", "Andrei"},
	"first names in -iy":       {"Юрий", "Yuriy", "Yury", "Jurij", "Iurii", "Yuri"},
	"first names with ks":      {"Максим", "Maksim", "Maxim"},
	"first names with ya":      {"Наталья", "Natalya", "Natalja", "Natalia"},
	"first names with a sign":  {"Игорь", "Igor", "Igor’", "Igor'"},
	"first names with yo":      {"Пётр", "Петр", "Petr"},
	"patronymics in -yevich":   {"Юрьевич", "Yuryevich", "Yurevich", "Jurjevich"},
	"patronymics in -ovna":     {"Михайловна", "Mikhaylovna", "Mikhailovna", "Mikhajlovna"},
	"words in -iya":            {"Лаборатория", "Laboratoriya", "Laboratorija", "Laboratoria"},
	"Ukrainian surnames":       {"Зеленський", "Zelenskyi", "Zelenskyy", "Zelensky", "Zelenskiy"},
	"Serbian surnames":         {"Ђоковић", "Djoković", "Djokovic"},
	"Greek surnames":           {"Παπανδρέου", "Papandreou"},
	"German letters":           {"Müller", "MÜLLER", "Mu\u0308ller", "Muller"},
	"sharp s":                  {"Straße", "STRASSE", "strasse"},
	"Polish letters":           {"Wałęsa", "WAŁĘSA", "Walesa"},
	"Nordic letters":           {"Søren", "SØREN", "Soren"},
	"Turkish letters":          {"Işık", "Isik"},
	"Georgian":                 {"თბილისი", "Tbilisi"},
	"Armenian":                 {"Երևան", "Yerevan", "Erevan"},
	"company forms":            {"Foo Labs, Ltd.", "FOO LABS LTD", "foo-labs ltd"},
	"quotation marks":          {"АО «Фу»", "AO \"Fu\"", "AO Fu", "A\u00adO Fu"},
	"possessives":              {"Foo's", "Foo’s", "Foo"},
	"fullwidth and ligatures":  {"Ｏﬃｃｅ", "Office"},
	"numbers":                  {"39А/2", "39a 2", "39A/2"},
	"several scripts together": {"Foo Лаб", "Foo Lab"},
}

func TestSpellingsOfOneNameHaveOneKey(t *testing.T) {
	for name, all := range spellings {
		t.Run(name, func(t *testing.T) {
			for _, s := range all[1:] {
				assert.Equal(t, text.Key(all[0]), text.Key(s), "%s and %s", all[0], s)
			}
		})
	}
}

func TestOtherNamesHaveOtherKeys(t *testing.T) {
	keys := map[string]string{}
	for name, all := range spellings {
		key := text.Key(all[0])
		assert.NotContains(t, keys, key, "%s", name)
		keys[key] = name
	}
	for _, pair := range [][2]string{
		{"Ivanov", "Ivanova"},
		{"Borshchev", "Borisov"},
		{"Foo Labs Ltd", "Foo Lab Ltd"},
		{"Andrei", "Andrea"},
		{"Anton", "Antonov"},
		{"Kaspersky", "Kasparov"},
	} {
		assert.NotEqual(t, text.Key(pair[0]), text.Key(pair[1]))
	}
}

// A slip of the list's own, two letters swapped, has another key; trigrams and the distance find it.
func TestTypingErrorsShareTrigrams(t *testing.T) {
	for _, pair := range [][2]string{{"Alekseeva", "Aleskeeva"}, {"Kaspersky", "Kaspesky"}, {"Yuryevich", "Yuyevich"}, {"Borschev", "Borshev"}} {
		a, b := text.Key(pair[0]), text.Key(pair[1])
		assert.NotEqual(t, a, b)
		assert.LessOrEqual(t, text.Distance(a, b, 3), 1, "%s %s", a, b)
		shared := 0
		for _, x := range text.Trigrams(a) {
			for _, y := range text.Trigrams(b) {
				if x == y {
					shared++
				}
			}
		}
		assert.GreaterOrEqual(t, shared, 4, "%s %s", a, b)
	}
}

func TestPrefixesOfTheTypedBeginningAreFound(t *testing.T) {
	for _, name := range []string{"Kaspersky", "Laboratoriya", "Лаборатория", "Zelenskyi", "Müller"} {
		key := text.Key(name)
		found := map[string]bool{}
		for _, p := range text.Prefixes(key, 1, 20) {
			found[p] = true
		}
		r := []rune(name)
		for n := 3; n <= len(r); n++ {
			assert.True(t, found[text.Key(string(r[:n]))], "%s of %s", string(r[:n]), key)
		}
	}
}
