package seed

import "strings"

// magnitudes is what a word multiplies by; 0 for another word.
func magnitudes(word string) int64 {
	switch word {
	case "hundred":
		return 100
	case "thousand":
		return 1_000
	case "million", "millions", "mn":
		return 1_000_000
	case "billion", "billions", "bn":
		return 1_000_000_000
	case "trillion":
		return 1_000_000_000_000
	default:
		return 0
	}
}

// smallNumber is the value of a number word below a hundred; -1 for another word.
func smallNumber(word string) int64 {
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
		"sixteen seventeen eighteen nineteen twenty") {
		if w == word {
			return int64(i)
		}
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		if w == word {
			return int64(30 + 10*i)
		}
	}
	if word == "no" || word == "none" {
		return 0
	}
	return -1
}
