package text_test

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph/text"
)

func ExampleFold() {
	layer := text.Fold("The firm’s oﬀice has\u00a010² m — so it “says”.")
	fmt.Println(layer)
	for _, quote := range []string{`"says"`, "office", "fice", "102 m -"} {
		for _, sp := range layer.Find(quote, 0) {
			fmt.Printf("%s: %q\n", quote, layer.Source().Slice(sp))
		}
	}
	// Output:
	// The firm's office has 102 m - so it "says".
	// "says": "“says”"
	// office: "oﬀice"
	// 102 m -: "10² m —"
}

func ExampleFolded_At() {
	layer := text.Fold("It is, the bureau said, a risk.")
	_, ok := layer.At("a risk", 24)
	fmt.Println(ok)
	_, ok = layer.At("a risk", 23)
	fmt.Println(ok)
	_, ok = layer.At(" a risk", 23) // the quote's own blank
	fmt.Println(ok)
	// Output:
	// true
	// false
	// true
}

func ExampleSentence() {
	s := "Foo Labs, Inc. v. DHS was dismissed. Mr. Foo left."
	sp := text.Fold(s).Find("DHS", 1)[0]
	fmt.Println(text.Slice(s, text.Sentence(s, sp)))
	// Output: Foo Labs, Inc. v. DHS was dismissed.
}

func ExampleKey() {
	for _, name := range []string{"Касперский", "Kasperskiy", "Kaspersky’s", "«Лаборатория Касперского»"} {
		fmt.Println(text.Key(name))
	}
	// Output:
	// kasperski
	// kasperski
	// kasperski
	// laboratoria kasperskogo
}
