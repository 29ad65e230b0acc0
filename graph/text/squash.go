package text

import "strings"

// spellings brings the common ways to write one sound in Latin letters to one, longest first. The rules are
// our own, drawn from the spellings of names in sanction lists: Borshchev and Borschev, Doukhvalov and
// Dukhvalov, Mikhaylovich and Mihaylovich, Alexander and Aleksandr, Wladimir and Vladimir, Philip and Filip.
var spellings = strings.NewReplacer(
	"shch", "sch",
	"ph", "f", "kh", "h", "ou", "u", "tz", "ts", "x", "ks",
	"w", "v", "y", "i", "j", "i",
)

// squash brings the romanisations of a word to one form. After the spellings above, glides are brought
// together: -skiy, -skij, -skii, -sky and -ski end in -ski, Yevgeny and Evgenij are evgeni, Alekseyevich and
// Alekseevich are alekseevich, Laboratoriya and Laboratorija are laboratoria.
func squash(w string) string {
	for {
		next := mergeGlides(spellings.Replace(w))
		if next == w {
			return w
		}
		w = next
	}
}

// mergeGlides makes a run of i one i, and leaves it out before e.
func mergeGlides(w string) string {
	out := make([]byte, 0, len(w))
	for i := range len(w) {
		if w[i] == 'i' && i+1 < len(w) && (w[i+1] == 'i' || w[i+1] == 'e') {
			continue
		}
		out = append(out, w[i])
	}
	return string(out)
}
