package polarity_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/polarity"
)

// frame is a sentence with one place for a cue, and the cues of one class that are tried in it.
type frame struct {
	sentence string // % is the place
	class    polarity.Class
	cues     []string
}

var frames = []frame{
	{"Die Firma % [[mit dem Dienst zusammengearbeitet]].", polarity.Negation, []string{
		"hat nicht", "hat nie", "hat niemals", "hat keineswegs", "hat kaum",
	}},
	{"Die Firma hat % [[Verbindung zu dem Dienst]].", polarity.Negation, []string{
		"keine", "keinerlei", "nicht die", "weder Vertrag noch",
	}},
	{"Die Firma %, [[dass sie mit dem Dienst zusammenarbeitet]].", polarity.Denial, []string{
		"bestreitet", "bestritt", "dementiert", "dementierte", "leugnet", "verneint", "hat bestritten",
	}},
	{"Die Firma % [[mit dem Dienst zusammengearbeitet haben]].", polarity.Hearsay, []string{
		"soll", "soll angeblich", "soll mutmaßlich",
	}},
	{"Die Firma % [[von dem Dienst benutzt werden]].", polarity.Possibility, []string{
		"könnte", "kann", "dürfte", "würde",
	}},
	{"Die Firma % [[den Verkauf der Sparte]] im Mai.", polarity.Intention, []string{
		"plant", "plante", "beabsichtigt", "will", "wollte",
	}},
	{"Компания % [[сотрудничала с разведкой]].", polarity.Negation, []string{
		"не", "никогда не", "ни разу не",
	}},
	{"Компания %, что [[сотрудничала с разведкой]].", polarity.Denial, []string{
		"отрицает", "отрицала", "опровергает", "опровергла", "отвергает", "отвергла",
	}},
	{"Компания % [[сотрудничала с разведкой]].", polarity.Hearsay, []string{
		"якобы", "предположительно", "вероятно", "возможно",
	}},
	{"Компания % [[сотрудничать с разведкой]].", polarity.Possibility, []string{
		"может", "могла", "могла бы", "способна",
	}},
	{"Компания % [[оспорить приказ в суде]].", polarity.Intention, []string{
		"будет", "намерена", "планирует", "собирается", "хочет",
	}},
	{"Компанія % [[співпрацювала з розвідкою]].", polarity.Negation, []string{
		"не", "ніколи не",
	}},
	{"Компанія %, що [[співпрацювала з розвідкою]].", polarity.Denial, []string{
		"заперечує", "заперечила", "спростовує",
	}},
	{"The report that [[the firm worked with the service]] %.", polarity.Denial, []string{
		"was denied", "is false", "is untrue", "was rejected by the firm", "was baseless", "is unfounded", "was strongly denied",
		"is not true", "was not confirmed", "has been dismissed",
	}},
	{"% [[the firm worked with the service]].", polarity.Attribution, []string{
		"According to the paper,", "The paper claims that", "The paper believes that",
	}},
	{"[[The firm worked with the service]] %.", polarity.Attribution, []string{
		"according to the paper", "in May, according to the paper", "and the army, according to the paper",
	}},
	{"The bureau said the firm % [[worked with the service]].", polarity.Hearsay, []string{
		"allegedly", "reportedly", "supposedly", "possibly", "probably", "perhaps", "apparently", "purportedly",
	}},
	{"[[The firm breaks the law]] % it leaves the country.", polarity.Condition, []string{
		"if", "unless", "provided that", ", if",
	}},
	{"% [[the firm breaks the law]] the bureau may say.", polarity.Condition, []string{
		"Whether", "If",
	}},
	{"Agencies % [[remove the product of the firm]].", polarity.Obligation, []string{
		"must", "should", "ought to", "are required to", "were urged to", "were ordered to",
	}},
}

// classes are those of the cues that Check names for a plain fact.
func classes(t *testing.T, layer string) map[polarity.Class]bool {
	t.Helper()
	x, quote := marked(t, layer)
	out := map[polarity.Class]bool{}
	for _, f := range findings(t, x, quote, fact) {
		out[f.Class] = true
	}
	return out
}

func TestCuesInTheirFrames(t *testing.T) {
	for _, fr := range frames {
		for _, cue := range fr.cues {
			layer := strings.Replace(fr.sentence, "%", cue, 1)
			assert.Contains(t, classes(t, layer), fr.class, layer)
		}
	}
}

// harmless are words that look like cues and are none in the frame.
var harmless = []frame{
	{"The firm % [[sells software to schools]].", "", []string{
		"not only", "not just", "not merely", "not least", "no doubt", "not unlike its parent", "not surprisingly", "without doubt",
		"in May", "nevertheless", "said it", "in a no-bid deal", "in Order No. 5", "in a not-for-profit way", "has said that it",
		"without exception", "not to mention its parent",
	}},
	{"It is known that the firm % [[31 March of the year 2024]].", "", []string{
		"left no later than", "left not later than", "lost no less than its office on", "closed no fewer than two offices on",
		"met none other than its founder on",
	}},
	{"The firm % that [[it sells software to the army]].", "", []string{
		"does not deny", "didn't deny", "has never denied", "never disputed", "cannot deny", "does not dispute", "did not rule out",
	}},
	{"Die Firma hat % [[Software an die Schulen verkauft]].", "", []string{
		"nicht nur", "nicht zuletzt", "ohne Zweifel", "nicht selten",
	}},
	{"Компания % [[продаёт программы школам]].", "", []string{
		"не только", "тем не менее", "не позднее мая", "не менее года", "без сомнения",
	}},
}

func TestHarmlessWordsInTheirFrames(t *testing.T) {
	for _, fr := range harmless {
		for _, words := range fr.cues {
			layer := strings.Replace(fr.sentence, "%", words, 1)
			assert.Empty(t, classes(t, layer), layer)
		}
	}
}

func TestAttributionOnFileExcusesAttributionAlone(t *testing.T) {
	for _, layer := range []string{
		"According to the paper, [[the firm left]].", "[[The firm left]], according to the paper.", "The paper claims that [[the firm left]].",
	} {
		x, quote := marked(t, layer)
		require.ErrorIs(t, polarity.Check(x, quote, fact), polarity.ErrRefused, layer)
		require.NoError(t, polarity.Check(x, quote, attributed), layer)
	}
	for _, layer := range []string{
		"According to the paper, the firm allegedly [[left]].", "The paper claims that the firm may [[leave]].",
		"The paper claims that the firm did not [[leave]].",
	} {
		x, quote := marked(t, layer)
		require.ErrorIs(t, polarity.Check(x, quote, attributed), polarity.ErrRefused, layer)
	}
}
