package polarity_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/redthread-graph/redthread/graph/polarity"
)

// allowed holds quotes that represent their sentence fairly as they are filed.
var allowed = []struct {
	name   string
	layer  string
	expect polarity.Expect
}{
	{"a plain fact", "The group is based in Moscow. [[It has offices in 31 countries]].", fact},
	{"the whole sentence", "[[Northgate does not engage in activities which threaten security.]]", denied},
	{"a denial with its words", "Northgate [[does not engage in activities which threaten security]].", denied},
	{"a denial with its verb", "The company [[has denied that it is a security threat]].", denied},
	{"a negation of another sentence", "It did not leave. [[The unit sells software to schools]].", fact},
	{"a negation of another paragraph", "It never left\n\n[[The unit sells software to schools]]", fact},
	{"a negation after the quote", "[[Northgate, a firm based in Woburn]], does not sell phones.", fact},
	{"a negation after a coordinate", "[[Northgate sells software to schools]] and does not sell phones.", fact},
	{"the clause after a semicolon", "It does not sell phones; [[it sells software to schools]].", fact},
	{"the clause after but", "It does not sell phones but [[it sells software to schools]].", fact},
	{"a quote that begins with but", "It does not sell phones, [[but sells software to schools]].", fact},
	{"the clause after a contrasting while", "The firm denied the charge, while [[the ministry set a deadline]].", fact},
	{"the clause after whereas", "The parent was not named, whereas [[the unit was added to the list]].", fact},
	{"the main clause after a fronted while", "While Northgate has denied the charge, [[the ministry has set a deadline]].", fact},
	{"the main clause after although", "Although it does not sell phones, [[the firm sells software to schools]].", fact},
	{"the main clause after without", "Without naming the parent, [[the bureau listed two units]].", fact},
	{"the main clause after denying", "Denying the charge, [[the company closed its office]].", fact},
	{"the verb after a relative clause", "Northgate, which was not named in the order, [[sells software to schools]].", fact},
	{"an aside in brackets", "Northgate (not to be found on the list) [[sells software to schools]].", fact},
	{"another aside in brackets", "Northgate (it was never fined) [[sells software to schools]].", fact},
	{"an aside between dashes", "Northgate – not named in the order – [[sells software to schools]].", fact},
	{"an insertion with not", "Northgate, not its parent, [[sells software to schools]].", fact},
	{"and with an aside and a verb", "It does not threaten anybody and, in fact, [[has made significant contributions]].", fact},
	{"and with an auxiliary", "It does not sell phones and [[has sold software since 1997]].", fact},
	{"and with a subject", "It did not appeal, and [[the order was published in June]].", fact},
	{"and said", "The firm denied that it spied and said [[it sells software to schools]].", fact},
	{"an attribution with saying", "The company rejected the decision, saying [[it has made significant contributions]].", fact},
	{"speech that ended", "“We do not spy,” said the founder, [[who lives in Moscow]].", fact},
	{"speech whose verb attributes", "“[[The unit sells software to schools]],” the founder said.", fact},
	{"told of a name", "Treasury did not designate Eugene Northgate, [[who founded the company in 1997]].", fact},
	{"a name and what is told of it", "Treasury did not designate [[Eugene Northgate, who founded the company]].", fact},
	{"a name and its apposition", "Treasury did not designate [[Eugene Northgate, the founder of the company]].", fact},
	{"not only but also", "It not only [[sells software to schools]] but also trains teachers.", fact},
	{"not just", "It is not just [[a maker of software]].", fact},
	{"no later than", "Agencies removed it no later than [[the end of September 2024]].", fact},
	{"not until", "It did not until 2017 [[open an office in the country]].", fact},
	{"no doubt", "There is no doubt that [[the firm is based in Moscow]].", fact},
	{"a number", "The circular No. 4336 [[names three makers of software]].", fact},
	{"No as an answer", "No, [[the firm is based in Moscow]].", fact},
	{"does not deny", "The firm does not deny that [[it sells software to the army]].", fact},
	{"never disputed", "It never disputed that [[the founder studied in Moscow]].", fact},
	{"cannot rule out", "The bureau cannot rule out that [[the firm is directed by the state]].", fact},
	{"including but not limited to", "It sells products including but not limited to [[software for schools]].", fact},
	{"not-for-profit", "The not-for-profit [[body tests software for schools]].", fact},
	{"a no-fly list", "The no-fly list [[names twelve managers]].", fact},
	{"an allegation filed as one", "Northgate allegedly [[passed data to the service]].", alleged},
	{"an accusation filed as one", "The firm was accused of [[working with military intelligence]].", alleged},
	{"an attribution on file", "According to the bureau, [[two units cooperated with the army]].", attributed},
	{"an attribution after, on file", "[[Two units cooperated with the army]], according to the bureau.", attributed},
	{"belief on file", "The company believes that [[the decision rests on geopolitics]].", attributed},
	{"said is no hedge", "The ministry said [[two units cooperated with the army]].", fact},
	{"a capability filed as one", "The state could [[exploit the privileged access]].", capability},
	{"a plan filed as one", "The company will [[challenge the order in court]].", planned},
	{"a risk filed as one", "The firm may [[be directed by the state]].", risk},
	{"a hedge in the quote", "[[The state could exploit the access]].", capability},
	{"a hedge of a denial", "The firm may [[not have known of it]].", denied},
	{"the month of May", "In May 2018 [[the parliament named the firm]].", fact},
	{"against its will", "It left against the will of its founder and [[closed the office]].", fact},
	{"a hedge that ended", "The state could act, but [[the unit is based in Woburn]].", fact},
	{"if in another clause", "It asked the bureau if it is listed; [[the unit is based in Woburn]].", fact},
	{"asked if after", "[[The ministry closed the office]] and asked if it was empty.", fact},
	{"even if after", "[[The firm breaks the law]] even if it leaves.", fact},
	{"allegedly of what follows", "[[Northgate, which is based in Moscow]], allegedly passed on data.", fact},
	{"according to a law", "[[The unit acts]] according to the law.", fact},
	{"a negative claim", "[[Northgate will no longer be able to sell its software]].", negative},
	{"a claim with a negative text", "[[The firm does not charge schools]].", polarity.Expect{Stance: polarity.Asserts, Text: "does not charge schools"}},
	{"a prohibition in the text", "[[It may not sell its software]].", polarity.Expect{Stance: polarity.Asserts, Text: "prohibits the sale of software"}},
	{"a clause without the negation", "[[It does not sell phones; it sells software to schools]].", fact},
	{"a clause before the negation", "[[The firm sells software to schools but does not sell phones]].", fact},
	{"a negation in an aside", "[[Northgate, which was not named, sells software to schools]].", fact},
	{"a main clause after a denial", "[[While it denied the charge, the ministry has set a deadline]].", fact},
	{"an attribution in the quote", "[[The bureau dismissed the denial, saying two units cooperated with the army]].", fact},
	{"not only in the quote", "[[It not only sells software but also trains teachers]].", fact},
	{"a name alone", "Treasury did not designate [[Northgate Lab]].", polarity.Expect{Stance: polarity.Asserts, Name: true}},
	{"signs alone", "It is not[[, ]]so.", fact},
	{"German fact", "[[Die Firma hat ihren Sitz in Ingolstadt]].", fact},
	{"German sondern", "Die Firma verkauft nicht nur Software, sondern [[schult auch Lehrer]].", fact},
	{"German aber", "Die Muttergesellschaft wird nicht genannt, aber [[die Firma steht auf der Liste]].", fact},
	{"German während", "Die Firma bestreitet den Vorwurf, während [[das Amt bei seiner Warnung bleibt]].", fact},
	{"German bestreitet nicht", "Die Firma bestreitet nicht, dass [[sie Software an Behörden verkauft]].", fact},
	{"German denial", "Das Unternehmen [[bestreitet, dass es eine Gefahr ist]].", denied},
	{"German nicht of another verb", "[[Die Firma Nordtor]], die nicht genannt wird, verkauft Software.", fact},
	{"Russian но", "Компания не продаёт телефоны, но [[продаёт программы школам]].", fact},
	{"Russian не только", "Компания не только [[продаёт программы школам]], но и учит учителей.", fact},
	{"Russian тем не менее", "Тем не менее [[компания работает в Москве]].", fact},
	{"Russian relative clause", "Компания, которая не названа в приказе, [[продаёт программы школам]].", fact},
	{"Russian does not deny", "Компания не отрицает, что [[продаёт программы армии]].", fact},
	{"Russian denial", "Компания [[отрицает, что передавала данные]].", denied},
}

func TestAllowed(t *testing.T) {
	for _, tc := range allowed {
		t.Run(tc.name, func(t *testing.T) {
			layer, quote := marked(t, tc.layer)
			assert.NoError(t, polarity.Check(layer, quote, tc.expect))
		})
	}
}
