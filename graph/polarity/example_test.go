package polarity_test

import (
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph/polarity"
	"github.com/redthread-graph/redthread/graph/text"
)

func ExampleCheck() {
	layer := text.Fold("The firm has denied that it is a security threat.")
	quote := layer.Find("a security threat", 1)[0]
	err := polarity.Check(layer.Source(), quote, polarity.Expect{Stance: polarity.Alleges, Modality: polarity.Fact})

	if refused, ok := errors.AsType[*polarity.RefusedError](err); ok {
		fmt.Println("cue:     ", refused.Findings[0].Cue)
		fmt.Println("sentence:", refused.Sentence)
		fmt.Println("instead: ", refused.Widened)
	}
	// Output:
	// cue:      denied
	// sentence: The firm has denied that it is a security threat.
	// instead:  has denied that it is a security threat
}

func ExampleNegative() {
	fmt.Println(polarity.Negative("engages in activities that threaten security"))
	fmt.Println(polarity.Negative("does not engage in activities that threaten security"))
	// Output:
	// false
	// true
}
