package polarity_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/polarity"
)

// refused holds quotes that misrepresent their sentence, with the cue that is named and the wider quote.
var refused = []struct {
	name   string
	layer  string
	expect polarity.Expect
	rule   polarity.Rule
	cue    string
	widen  string
}{
	{
		"the canonical general denial", "Northgate does not engage in [[activities which threaten U.S. national security]].",
		fact, polarity.CutNegation, "not", "does not engage in activities which threaten U.S. national security",
	},
	{
		"the same filed as an allegation", "Northgate does not engage in [[activities which threaten U.S. national security]].",
		alleged, polarity.CutNegation, "not", "does not engage in activities which threaten U.S. national security",
	},
	{
		"the same filed as a denial", "Northgate does not engage in [[activities which threaten U.S. national security]].",
		denied, polarity.CutNegation, "not", "does not engage in activities which threaten U.S. national security",
	},
	{
		"inside a denial", "While Northgate has denied that it is [[a security threat]], the ministry has set a deadline.",
		fact, polarity.CutNegation, "denied", "has denied that it is a security threat",
	},
	{
		"denied with a gerund", "The company has strongly denied [[engaging in any activity that threatened users]].",
		fact, polarity.CutNegation, "denied", "has strongly denied engaging in any activity that threatened users",
	},
	{
		"a noun of denial", "Its repeated denials that [[it passed data to the service]] convinced few.",
		fact, polarity.CutNegation, "denials", "denials that it passed data to the service",
	},
	{
		"a contraction", "Northgate doesn’t [[share user data with any state]].",
		fact, polarity.CutNegation, "doesn’t", "doesn’t share user data with any state",
	},
	{
		"a soft hyphen in the cue", "Northgate does n\u00adot [[share user data]].",
		fact, polarity.CutNegation, "n\u00adot", "does n\u00adot share user data",
	},
	{
		"no as a determiner", "No court has found that [[Northgate spied on its users]].",
		fact, polarity.CutNegation, "No", "No court has found that Northgate spied on its users",
	},
	{
		"no evidence that", "There is no evidence that [[government information has been compromised]].",
		fact, polarity.CutNegation, "no", "There is no evidence that government information has been compromised",
	},
	{
		"no ties", "The firm says it has no [[ties to the government]].",
		attributed, polarity.CutNegation, "no", "has no ties to the government",
	},
	{
		"never", "Northgate has never [[helped any government with espionage]].",
		fact, polarity.CutNegation, "never", "has never helped any government with espionage",
	},
	{
		"without", "It acted without [[the knowledge of the ministry]].",
		fact, polarity.CutNegation, "without", "without the knowledge of the ministry",
	},
	{
		"neither and nor", "Neither [[the company nor its founder]] has ties to the state.",
		fact, polarity.CutNegation, "Neither", "Neither the company nor its founder",
	},
	{
		"neither confirmed nor denied", "The ministry neither confirmed nor denied that [[Northgate spied]].",
		fact, polarity.CutNegation, "neither", "neither confirmed nor denied that Northgate spied",
	},
	{
		"refuses", "The bureau refuses to say that [[the product is safe]].",
		fact, polarity.CutNegation, "refuses", "refuses to say that the product is safe",
	},
	{
		"rejects", "Moscow rejects the charge that [[it directed the company]].",
		fact, polarity.CutNegation, "rejects", "rejects the charge that it directed the company",
	},
	{
		"far from", "The report is far from [[a comprehensive evaluation of the products]].",
		fact, polarity.CutNegation, "far from", "is far from a comprehensive evaluation of the products",
	},
	{
		"rather than", "The decision rests on geopolitics, rather than on [[a comprehensive evaluation of its products]].",
		fact, polarity.CutNegation, "rather than", "rather than on a comprehensive evaluation of its products",
	},
	{
		"failed to", "The bureau failed to [[prove any wrongdoing]].",
		fact, polarity.CutNegation, "failed to", "failed to prove any wrongdoing",
	},
	{
		"prohibited from", "The order prohibits Northgate from [[selling software in the country]].",
		fact, polarity.CutNegation, "prohibits Northgate from", "prohibits Northgate from selling software in the country",
	},
	{
		"no longer", "Northgate will no longer be able to, among other activities, [[sell its software within the country]].",
		negative, polarity.CutNegation, "no", "", // checked below: widened to hold "will no longer" too
	},
	{
		"over an aside", "Northgate does not, as critics say, [[spy on its users]].",
		fact, polarity.CutNegation, "not", "does not, as critics say, spy on its users",
	},
	{
		"over an aside between dashes", "Northgate is not – and never was – [[a threat to anybody]].",
		fact, polarity.CutNegation, "not", "", // both cues
	},
	{
		"words in quotation marks", "The firm said it “does not engage” in [[espionage against its users]].",
		attributed, polarity.CutNegation, "not", "does not engage” in espionage against its users",
	},
	{
		"a list after a fronted clause", "While Northgate denied that it is a threat, a spy, or [[an agent of the state]], sales fell.",
		fact, polarity.CutNegation, "denied", "denied that it is a threat, a spy, or an agent of the state",
	},
	{
		"and inside a denied clause", "The firm denied that it spies and [[has ties to the state]].",
		fact, polarity.CutNegation, "denied", "denied that it spies and has ties to the state",
	},
	{
		"and after one auxiliary", "No employee is or was [[an agent of the service]].",
		fact, polarity.CutNegation, "No", "No employee is or was an agent of the service",
	},
	{
		"the sentence goes on after a name", "The ministry did not tell Northgate, which is based in Woburn, that [[it was banned]].",
		fact, polarity.CutNegation, "not", "did not tell Northgate, which is based in Woburn, that it was banned",
	},
	{
		"cut off before not", "[[The ban of the software is]] not a judgement about its maker.",
		fact, polarity.CutNegation, "not", "The ban of the software is not",
	},
	{
		"cut off before no", "[[Northgate has ties with]] no government.",
		fact, polarity.CutNegation, "no", "Northgate has ties with no",
	},
	{
		"denied afterwards", "Claims [[that Northgate spied for the state]] were denied by the company.",
		alleged, polarity.CutNegation, "were denied by", "that Northgate spied for the state were denied by",
	},
	{
		"false afterwards", "The story [[that Northgate spied for the state]] is false.",
		fact, polarity.CutNegation, "is false", "that Northgate spied for the state is false",
	},
	{
		"never proven afterwards", "The charge [[that Northgate spied for the state]] was never proven.",
		alleged, polarity.CutNegation, "was never proven", "that Northgate spied for the state was never proven",
	},
	{
		"a comment that is cut", "The embassy did not [[respond to a request for comment]].",
		other, polarity.CutNegation, "not", "did not respond to a request for comment",
	},
	{
		"an allegation as a fact", "Northgate allegedly [[passed data to the service]].",
		fact, polarity.CutHedge, "allegedly", "allegedly passed data to the service",
	},
	{
		"accused of", "The firm was accused of [[working with military intelligence]].",
		fact, polarity.CutHedge, "accused", "was accused of working with military intelligence",
	},
	{
		"suspected", "It is suspected of [[cooperation with the service]].",
		fact, polarity.CutHedge, "suspected", "is suspected of cooperation with the service",
	},
	{
		"is said to", "The founder is said to [[have worked for the ministry]].",
		fact, polarity.CutHedge, "said to", "is said to have worked for the ministry",
	},
	{
		"reportedly", "The unit reportedly [[closed in 2017]].",
		fact, polarity.CutHedge, "reportedly", "reportedly closed in 2017",
	},
	{
		"according to before", "According to the bureau, [[two units cooperated with the army]].",
		fact, polarity.CutHedge, "According to", "According to the bureau, two units cooperated with the army",
	},
	{
		"according to after", "[[Two units cooperated with the army]], according to the bureau.",
		fact, polarity.CutHedge, "according to", "Two units cooperated with the army, according to",
	},
	{
		"allegedly after", "[[Two units cooperated with the army]], allegedly.",
		fact, polarity.CutHedge, "allegedly", "Two units cooperated with the army, allegedly",
	},
	{
		"claims that", "The report claims that [[the firm passed on data]].",
		fact, polarity.CutHedge, "claims that", "claims that the firm passed on data",
	},
	{
		"could", "The state could [[exploit the privileged access]].",
		fact, polarity.CutHedge, "could", "could exploit the privileged access",
	},
	{
		"may", "Northgate may [[be directed by the state]].",
		fact, polarity.CutHedge, "may", "may be directed by the state",
	},
	{
		"the capacity and intent", "The state has the capacity and intent to [[collect the data of citizens]].",
		fact, polarity.CutHedge, "capacity and intent to", "capacity and intent to collect the data of citizens",
	},
	{
		"if before", "If [[the firm passed on data]], it broke the law.",
		fact, polarity.CutHedge, "If", "If the firm passed on data",
	},
	{
		"the consequence of an if", "If it sells in the country, [[the firm breaks the law]].",
		fact, polarity.CutHedge, "If", "If it sells in the country, the firm breaks the law",
	},
	{
		"unless after", "[[The firm breaks the law]] unless it leaves.",
		fact, polarity.CutHedge, "unless", "The firm breaks the law unless",
	},
	{
		"whether", "Investigators examine whether [[the firm passed on data]].",
		fact, polarity.CutHedge, "whether", "whether the firm passed on data",
	},
	{
		"intends to", "Northgate intends to [[pursue all legally available options]].",
		fact, polarity.CutHedge, "intends to", "intends to pursue all legally available options",
	},
	{
		"will", "The company will [[challenge the order in court]].",
		fact, polarity.CutHedge, "will", "will challenge the order in court",
	},
	{
		"planned", "The planned [[sale of the unit to a partner]] was announced.",
		fact, polarity.CutHedge, "planned", "planned sale of the unit to a partner",
	},
	{
		"must", "Agencies must [[remove the product within 90 days]].",
		fact, polarity.CutHedge, "must", "must remove the product within 90 days",
	},
	{
		"a denial filed as support", "[[Northgate denies any cooperation with the service]].",
		fact, polarity.NegationAsserted, "denies", "Northgate denies any cooperation with the service",
	},
	{
		"a negation filed as allegation", "[[The firm did not pass on any data]].",
		alleged, polarity.NegationAsserted, "not", "The firm did not pass on any data",
	},
	{
		"two negated clauses filed as support", "[[It does not sell data; it never passed on any]].",
		fact, polarity.NegationAsserted, "not", "It does not sell data; it never passed on any",
	},
	{
		"a denial in the passive filed as support", "[[The charge that Northgate spied was denied]].",
		fact, polarity.NegationAsserted, "denied", "The charge that Northgate spied was denied",
	},
	{
		"a claim with a text that says yes", "[[It does not engage in such activities]].",
		polarity.Expect{Stance: polarity.Asserts, Text: "engages in such activities"},
		polarity.NegationAsserted, "not", "It does not engage in such activities",
	},
	{
		"German nicht", "Das Unternehmen hat nicht [[mit dem Geheimdienst zusammengearbeitet]].",
		fact, polarity.CutNegation, "nicht", "hat nicht mit dem Geheimdienst zusammengearbeitet",
	},
	{
		"German kein", "Die Firma unterhält keine [[Verbindungen zur russischen Regierung]].",
		fact, polarity.CutNegation, "keine", "keine Verbindungen zur russischen Regierung",
	},
	{
		"German bestreitet", "Das Unternehmen bestreitet, dass [[es eine Gefahr für die Sicherheit ist]].",
		fact, polarity.CutNegation, "bestreitet", "bestreitet, dass es eine Gefahr für die Sicherheit ist",
	},
	{
		"German wies zurück", "Die Firma wies den Vorwurf, [[Daten weitergegeben zu haben]], zurück.",
		alleged, polarity.CutNegation, "wies den Vorwurf, Daten weitergegeben zu haben, zurück",
		"wies den Vorwurf, Daten weitergegeben zu haben, zurück",
	},
	{
		"German nicht after the verb", "[[Das Unternehmen gibt die Daten der Nutzer]] nicht weiter.",
		fact, polarity.CutNegation, "nicht", "Das Unternehmen gibt die Daten der Nutzer nicht",
	},
	{
		"German soll", "Der Gründer soll [[für den Geheimdienst gearbeitet haben]].",
		fact, polarity.CutHedge, "soll", "soll für den Geheimdienst gearbeitet haben",
	},
	{
		"German könnte", "Die Software könnte [[von der Regierung missbraucht werden]].",
		fact, polarity.CutHedge, "könnte", "könnte von der Regierung missbraucht werden",
	},
	{
		"Russian не", "Компания не [[сотрудничает с военной разведкой]].",
		fact, polarity.CutNegation, "не", "не сотрудничает с военной разведкой",
	},
	{
		"Russian отрицает", "Основатель категорически отрицает, что [[компания передавала данные]].",
		fact, polarity.CutNegation, "отрицает", "категорически отрицает, что компания передавала данные",
	},
	{
		"Russian якобы", "Компания якобы [[передавала данные спецслужбам]].",
		fact, polarity.CutHedge, "якобы", "якобы передавала данные спецслужбам",
	},
	{
		"Ukrainian заперечує", "Компанія заперечує, що [[вона співпрацювала з розвідкою]].",
		fact, polarity.CutNegation, "заперечує", "заперечує, що вона співпрацювала з розвідкою",
	},
}

func TestRefused(t *testing.T) {
	for _, tc := range refused {
		t.Run(tc.name, func(t *testing.T) {
			layer, quote := marked(t, tc.layer)
			err := polarity.Check(layer, quote, tc.expect)
			var refusal *polarity.RefusedError
			require.ErrorAs(t, err, &refusal)
			require.ErrorIs(t, err, polarity.ErrRefused)
			var cues []string
			for _, f := range refusal.Findings {
				if f.Rule == tc.rule {
					cues = append(cues, f.Cue)
				}
				assert.Equal(t, f.Cue, layer.Slice(f.CueSpan))
				assert.True(t, f.Sentence.Contains(f.Widen))
				assert.True(t, f.Widen.Contains(quote))
			}
			assert.Contains(t, cues, tc.cue, "%v", err)
			if tc.widen != "" {
				assert.Equal(t, tc.widen, refusal.Widened, "%v", err)
			}
			assert.Equal(t, layer.Slice(refusal.Widen), refusal.Widened)
		})
	}
}
