package polarity_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/polarity"
)

// pairs differ in the one sign that ends, or does not end, a cue's scope. The first quote is fair, the second is not.
var pairs = []struct{ name, fair, cut string }{
	{
		"a semicolon and a comma",
		"The firm does not sell phones; [[it sells data to schools]].",
		"The firm does not sell phones, [[it sells data to schools]].",
	},
	{
		"but and or",
		"The firm does not sell phones but [[software for schools]].",
		"The firm does not sell phones or [[software for schools]].",
	},
	{
		"but and but for",
		"The firm does not, but its owner does, [[spy on its users]].",
		"The firm does not, but for one case, [[spy on its users]].",
	},
	{
		"a contrasting while and one of time",
		"The firm did not appeal, while [[the parent moved to London]].",
		"The firm did not appeal while [[the parent moved to London]].",
	},
	{
		"a comma after although",
		"Although it did not appeal, [[the firm left the country]].",
		"Although it did not appeal when [[the firm left the country]].",
	},
	{
		"even though",
		"The firm did not appeal, even though [[it lost its business]].",
		"The firm did not appeal, even when [[it lost its business]].",
	},
	{
		"a relative clause of a name and of a thing",
		"The order does not name Northgate, which [[sells software to schools]].",
		"The firm does not do things, which [[harm the schools of the country]].",
	},
	{
		"a relative clause and what follows it",
		"The order does not tell Northgate, which [[is based in Woburn]], to leave.",
		"The order does not tell Northgate, which is based in Woburn, [[to leave the country]].",
	},
	{
		"a relative clause with a comma and without",
		"The order does not name Northgate, who [[sells software to schools]].",
		"The order does not name firms who [[sell software to schools]].",
	},
	{
		"a name told of and a list of names",
		"The order does not name [[Eugene Northgate, the founder of the firm]].",
		"The order does not name [[Eugene Northgate, his sons, the founder of the firm]].",
	},
	{
		"and with a verb and with a noun",
		"The firm does not sell phones and [[has sold software since 1997]].",
		"The firm does not sell phones and [[software for schools since 1997]].",
	},
	{
		"and with a subject, after a comma and a list",
		"The firm does not sell phones, and [[its parent has offices in London]].",
		"The firm does not sell phones, cases, and [[books about offices in London]].",
	},
	{
		"and after a denied noun and after a denied clause",
		"The firm denied the charge and [[has moved its servers to Zurich]].",
		"The firm denied that it spied and [[has moved its servers to Moscow]].",
	},
	{
		"and after a denied clause: a verb of saying",
		"The firm denied that it spied and said [[it sells software]].",
		"The firm denied that it spied and that [[it sells software]].",
	},
	{
		"and after a pronoun's clause",
		"The firm denied charges and [[it has sued the ministry]].",
		"The firm denied it spied and [[it has helped the ministry]].",
	},
	{
		"brackets that close and that do not",
		"The firm (never charged) [[sells software to schools]].",
		"The firm (never charged with [[selling software to schools]]) left.",
	},
	{
		"speech that ends with a comma and a word in marks",
		"“We do not spy,” said the founder [[of a software firm in Moscow]].",
		"The founder “does not spy” [[for a software firm in Moscow]].",
	},
	{
		"speech that holds the cue and speech after it",
		"“We do not sell it,” the firm said [[of the software for schools]].",
		"The firm did not, “as it said,” [[sell software to schools]].",
	},
	{
		"dashes around an aside and around a second cue",
		"The firm – not its parent – [[sells software to schools]].",
		"The firm is – and never was – [[a seller of software to schools]].",
	},
	{
		"an insertion after a comma and a sentence's beginning",
		"The firm, never its parent, [[sells software to schools]].",
		"Never, it seems, [[has the firm sold software to schools]].",
	},
	{
		"a fronted phrase and a list in it",
		"Without any hearing, [[the bureau listed the firm]].",
		"Without any hearing, notice, or [[reason given to the firm]], the bureau acted.",
	},
	{
		"a restart after saying",
		"The firm rejected the order, saying [[it has helped many schools]].",
		"The firm rejected the order, which says [[it has helped many schools]].",
	},
	{
		"not only and not",
		"The firm does not only [[sell software to schools]].",
		"The firm does not [[sell software to schools only]].",
	},
	{
		"no later than and no",
		"It left no later than [[the end of the year 2024]].",
		"It made no sale until [[the end of the year 2024]].",
	},
	{
		"a double negation and a single one",
		"The firm did not deny that [[it sold software to the army]].",
		"The firm did not say that [[it sold software to the army]].",
	},
	{
		"a compound and a determiner",
		"The no-spy pact [[binds the firm and its parent]].",
		"The court saw no pact that [[binds the firm and its parent]].",
	},
	{
		"a dash is no hyphen",
		"The firm signed a no-fee contract [[with the army]].",
		"The firm signed no – or hardly a – contract [[with the army]].",
	},
	{
		"a number and an answer",
		"Order No. 17 [[names the firm and its parent]].",
		"No order [[names the firm and its parent]].",
	},
	{
		"not at a distance and right after an auxiliary",
		"[[The firm is based in Woburn]] and is not on the list.",
		"[[The firm based in Woburn is]] not on the list.",
	},
	{
		"denied afterwards: of the quote and of another thing",
		"[[The firm is based in Woburn]], and its request was denied.",
		"The report that [[the firm is based in Woburn]] was denied.",
	},
	{
		"denied afterwards: a thing and a licence",
		"[[The firm of the founder]] was denied a licence.",
		"[[The charge against the founder]] was denied in court.",
	},
	{
		"German sondern and oder",
		"Die Firma verkauft keine Telefone, sondern [[Software an Schulen und Ämter]].",
		"Die Firma verkauft keine Telefone oder [[Software an Schulen und Ämter]].",
	},
	{
		"German relative clause that ended",
		"Die Firma, die nicht genannt wird, [[verkauft Software an Schulen]].",
		"Die Firma, die nicht [[an Schulen und Ämter verkauft]], zog um.",
	},
	{
		"German nicht nur",
		"Die Firma hat nicht nur [[Software an Schulen verkauft]].",
		"Die Firma hat nicht [[Software an Schulen verkauft]].",
	},
	{
		"Russian но and или",
		"Фирма не продаёт телефоны, но [[продаёт программы школам]].",
		"Фирма не продаёт телефоны или [[программы для школ]].",
	},
	{
		"Russian clause that ended",
		"Хотя фирма не названа, [[она продаёт программы школам]].",
		"Фирма не сказала, что [[она продаёт программы школам]].",
	},
}

func TestWhatEndsTheScopeOfANegation(t *testing.T) {
	for _, tc := range pairs {
		t.Run(tc.name, func(t *testing.T) {
			layer, quote := marked(t, tc.fair)
			require.NoError(t, polarity.Check(layer, quote, alleged), "the fair one")
			layer, quote = marked(t, tc.cut)
			err := polarity.Check(layer, quote, alleged)
			require.ErrorIs(t, err, polarity.ErrRefused, "the cut one")
			require.ErrorContains(t, err, "the negation")
		})
	}
}

// hedgePairs are the same for hedges.
var hedgePairs = []struct{ name, fair, cut string }{
	{
		"but",
		"The state could act, but [[the firm is based in Woburn]].",
		"The state could act so that [[the firm is based in Woburn]].",
	},
	{
		"and with an auxiliary",
		"The firm could be listed and [[has offices in London]].",
		"The firm could be listed and [[lose its offices in London]].",
	},
	{
		"an attribution spreads over and",
		"According to the paper, the firm left; [[the parent has offices in London]].",
		"According to the paper, the firm left and [[the parent has offices in London]].",
	},
	{
		"an if spreads over its consequence",
		"The firm asks if it may stay; [[the bureau closes the office]].",
		"If it may not stay, [[the bureau closes the office]].",
	},
	{
		"even if",
		"[[The bureau closes the office]], even if the firm stays.",
		"[[The bureau closes the office]], if the firm stays.",
	},
	{
		"may and May",
		"The office closed in May and [[the staff left the country]].",
		"The office may close and [[the staff leave the country]].",
	},
	{
		"a will and will",
		"The will of the founder [[names his sons]].",
		"The founder will [[name his sons]].",
	},
	{
		"an accusation that ended",
		"The firm, which is accused of spying, [[sells software to schools]].",
		"The firm is accused of [[selling software to schools]].",
	},
	{
		"allegedly before and after",
		"[[The firm sells software to schools]] and allegedly spies on them.",
		"The firm allegedly [[sells software to schools]] and spies on them.",
	},
	{
		"a denial noted afterwards",
		"[[The firm sells software to the army]], and it denies spying.",
		"[[The firm sells software to the army]], a charge it denies.",
	},
	{
		"German laut",
		"Laut Zeitung zog die Firma um; [[das Amt bleibt in Bonn]].",
		"Laut Zeitung ist [[das Amt noch in Bonn]].",
	},
	{
		"German zufolge",
		"[[Die Firma ist in Ingolstadt]]; dem Amt zufolge ist sie nicht gelistet.",
		"[[Die Firma ist in Ingolstadt]] dem Amt zufolge.",
	},
	{
		"Russian attribution after",
		"[[Фирма передавала данные]]; по данным газеты, она уехала.",
		"[[Фирма передавала данные]], по данным газеты.",
	},
	{
		"Russian condition after",
		"[[Фирма уедет из страны]], а если нет, её закроют.",
		"[[Фирма уедет из страны]], если её закроют.",
	},
}

func TestWhatEndsTheScopeOfAHedge(t *testing.T) {
	for _, tc := range hedgePairs {
		t.Run(tc.name, func(t *testing.T) {
			layer, quote := marked(t, tc.fair)
			require.NoError(t, polarity.Check(layer, quote, fact), "the fair one")
			layer, quote = marked(t, tc.cut)
			err := polarity.Check(layer, quote, fact)
			require.ErrorIs(t, err, polarity.ErrRefused, "the cut one")
			require.ErrorContains(t, err, "the hedge")
			require.NoError(t, polarity.Check(layer, quote, alleged), "filed as an allegation")
		})
	}
}

// assertedPairs are quotes that hold a negation: the first has a clause without one, the second has none.
var assertedPairs = []struct{ name, fair, no string }{
	{
		"a clause after a semicolon",
		"[[It sells no phones; it sells software to schools]].",
		"[[It sells no phones; it never sold any]].",
	},
	{
		"a clause after but",
		"[[It does not sell phones but sells software to schools]].",
		"[[It does not sell phones but never says so]].",
	},
	{
		"a clause before but",
		"[[The ministry listed the firm but never named its parent]].",
		"[[The ministry never listed the firm but named no parent]].",
	},
	{
		"a relative clause",
		"[[Northgate, which was never named, sells software to schools]].",
		"[[Northgate, which was named, never sells software to schools]].",
	},
	{
		"a fronted clause",
		"[[Although it was not named, the firm left the country]].",
		"[[Although it was named, the firm did not leave the country]].",
	},
	{
		"a denial in the first clause",
		"[[The firm denied the charge, while the ministry set a deadline]].",
		"[[The firm denied the charge that the ministry set a deadline]].",
	},
	{
		"speech after a denial",
		"[[The firm denied the charge, saying it sells software to schools]].",
		"[[The firm denied the charge of selling software to schools]].",
	},
	{
		"an aside",
		"[[The firm (not its parent) sells software to schools]].",
		"[[The firm (and its parent) does not sell software to schools]].",
	},
	{
		"a double negation",
		"[[The firm does not deny that it sells software]].",
		"[[The firm does not say that it sells software]].",
	},
	{
		"a negation of time",
		"[[The firm left no later than July 2024]].",
		"[[The firm left no office in July 2024]].",
	},
	{
		"German",
		"[[Die Firma verkauft nicht nur Software an Schulen]].",
		"[[Die Firma verkauft nicht die Software an Schulen]].",
	},
	{
		"Russian",
		"[[Фирма продаёт программы школам, но не названа в приказе]].",
		"[[Фирма не продаёт программы школам]].",
	},
}

func TestANegationInTheQuoteOfASupport(t *testing.T) {
	for _, tc := range assertedPairs {
		t.Run(tc.name, func(t *testing.T) {
			layer, quote := marked(t, tc.fair)
			require.NoError(t, polarity.Check(layer, quote, fact), "the fair one")
			require.NoError(t, polarity.Check(layer, quote, alleged), "the fair one as an allegation")
			layer, quote = marked(t, tc.no)
			for _, e := range []polarity.Expect{fact, alleged, capability, attributed} {
				err := polarity.Check(layer, quote, e)
				require.ErrorIs(t, err, polarity.ErrRefused)
				require.ErrorContains(t, err, "filed as support")
			}
			for _, e := range []polarity.Expect{denied, other, negative, {Stance: polarity.Asserts, Text: "sells nothing"}} {
				require.NoError(t, polarity.Check(layer, quote, e))
			}
		})
	}
}
