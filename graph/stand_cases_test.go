package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// saying is one assertion of a named case.
type saying struct{ Spoken }

// says makes an assertion by a body that is no party, about an EDTF interval, an as-of day after "@", or both; "" is undated.
func says(stance Stance, voice Voice, period string) saying {
	return saying{Spoken{Stance: stance, Voice: voice, Period: standingPeriod(period)}}
}

func standingPeriod(text string) Period {
	var p Period
	interval, asOf, dated := strings.Cut(text, "@")
	if dated {
		p.AsOf = edtf.MustDate(asOf)
	}
	if interval == "" {
		return p
	}
	from, to, _ := strings.Cut(interval, "/")
	for _, b := range []struct {
		text string
		into *edtf.Bound
	}{{from, &p.From}, {to, &p.To}} {
		bound, err := edtf.ParseBound(b.text)
		if err != nil {
			panic(err) // the tests' own periods
		}
		*b.into = bound
	}
	return p
}

// ofParty lets the end of the claim speak that it does not accuse, ofAccused the one that it does.
func (s saying) ofParty() saying   { s.Party = true; return s }
func (s saying) ofAccused() saying { s.Party, s.Accused = true, true; return s }

// taking withdraws the assertion of that number, against sets it aside.
func (s saying) taking(number int) saying  { s.Withdraws = speechID(number); return s }
func (s saying) against(number int) saying { s.SetsAside = speechID(number); return s }

func (s saying) covering() saying           { s.Covering = true; return s }
func (s saying) elsewhere() saying          { s.Elsewhere = true; return s }
func (s saying) share(lo, hi Number) saying { s.Terms = Terms{lo, hi}; return s }

// standingCase is a case in the words of the domain and how it must stand: "period STANDING", then what else there is to say.
type standingCase struct {
	name string
	Case
	said []saying
	want []string
}

// describeStretch writes a stretch: days, standing, "contested", an unusual tier, shares, and the days on which it is certain.
func describeStretch(s *Stretch) string {
	text := fmt.Sprintf("%s/%s %s", s.From, s.To, s.Standing)
	if s.Contested {
		text += " contested"
	}
	if s.Tier != tierOf(s.Standing) {
		text += " tier " + string(s.Tier)
	}
	if s.ShareMin != 0 || s.ShareMax != WholeShare {
		text += fmt.Sprintf(" %d–%d %%", s.ShareMin/1_000_000, s.ShareMax/1_000_000)
	}
	for _, run := range s.Certain {
		text += fmt.Sprintf(", certain %s/%s", run.From, run.To)
	}
	return text
}

func runStandingCases(t *testing.T, cases []standingCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.FirstDay == 0 {
				c.FirstDay = MinDay
			}
			for i, s := range c.said {
				s.ID = speechID(i + 1)
				c.Spoken = append(c.Spoken, s.Spoken)
			}
			var got []string
			for _, s := range Stand(c.Case) {
				got = append(got, describeStretch(&s))
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestStandingCasesOfRows(t *testing.T) {
	accusation, plain := Case{Accusatory: true}, Case{}
	runStandingCases(t, []standingCase{
		{"nobody has spoken", plain, nil, nil},
		{
			"a company says how many users it has", plain,
			[]saying{says(Asserts, PartyVoice, "@2023-05-01").ofParty()},
			[]string{"../.. STATED, certain 2023-05-01/2023-05-01"},
		},
		{
			"a newspaper reports in its own voice", plain,
			[]saying{says(Asserts, PublisherVoice, "2010/2015")},
			[]string{"2010-01-01/2015-12-31 REPORTED, certain 2010-12-31/2015-01-01"},
		},
		{
			"a register has an entry", plain,
			[]saying{says(Asserts, RegisterVoice, "1997-06-21/..")},
			[]string{"1997-06-21/.. RECORDED, certain 1997-06-21/.."},
		},
		{
			"of a known start and an unknown end, the first day is certain", plain,
			[]saying{says(Asserts, RegisterVoice, "1997-06-21/")},
			[]string{"1997-06-21/.. RECORDED, certain 1997-06-21/1997-06-21"},
		},
		{
			"seen to hold on a later day, it is certain until then", plain,
			[]saying{says(Asserts, RegisterVoice, "1997-06-21/@2024-04-01")},
			[]string{"1997-06-21/.. RECORDED, certain 1997-06-21/2024-04-01"},
		},
		{
			"an anonymous official says that spies use it", accusation,
			[]saying{says(Asserts, OtherVoice, "")},
			[]string{"../.. ALLEGED"},
		},
		{
			"a newspaper alleges in its own voice", accusation,
			[]saying{says(Asserts, PublisherVoice, "")},
			[]string{"../.. ALLEGED"},
		},
		{
			"a newspaper alleges, somebody else plainly says so", plain,
			[]saying{says(Alleges, PublisherVoice, ""), says(Asserts, OtherVoice, "")},
			[]string{"../.. STATED"},
		},
		{
			"alleged, and the accused denies it", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Denies, PartyVoice, "").ofAccused()},
			[]string{"../.. DISPUTED"},
		},
		{
			"alleged, and a stranger denies it", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Denies, OtherVoice, "")},
			[]string{"../.. ALLEGED"},
		},
		{
			"alleged, and the accused admits it", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Confirms, PartyVoice, "").ofAccused()},
			[]string{"../.. ADMITTED"},
		},
		{
			"the other end confirms: that admits nothing for the accused", accusation,
			[]saying{says(Confirms, PartyVoice, "").ofParty()},
			[]string{"../.. ALLEGED"},
		},
		{
			"the accused admits it, the other end denies it", accusation,
			[]saying{says(Confirms, PartyVoice, "").ofAccused(), says(Denies, PartyVoice, "").ofParty()},
			[]string{"../.. ADMITTED contested"},
		},
		{
			"the bureau finds it", accusation,
			[]saying{says(Determines, AuthorityVoice, "2024-06-14/..")},
			[]string{"2024-06-14/.. DETERMINED, certain 2024-06-14/.."},
		},
		{
			"the bureau finds it, the accused denies it", accusation,
			[]saying{says(Determines, AuthorityVoice, ""), says(Denies, PartyVoice, "").ofAccused()},
			[]string{"../.. DETERMINED contested"},
		},
		{
			"found by one authority, dismissed by another", accusation,
			[]saying{says(Determines, AuthorityVoice, ""), says(Dismisses, AuthorityVoice, "")},
			[]string{"../.. DETERMINED contested"},
		},
		{
			"a ground stated for an act is no finding", accusation,
			[]saying{says(Alleges, AuthorityVoice, "")},
			[]string{"../.. ALLEGED"},
		},
		{"a think tank finds it", accusation, []saying{says(Determines, OtherVoice, "")}, []string{"../.. ALLEGED"}},
		{
			"a court dismisses the allegation", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Dismisses, AuthorityVoice, "2021/")},
			[]string{"../2020-12-31 ALLEGED", "2021-01-01/.. REFUTED"},
		},
		{
			"a newspaper dismisses it: a stranger's denial", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Dismisses, PublisherVoice, "")},
			[]string{"../.. ALLEGED"},
		},
		{
			"a denial of what nobody said", accusation,
			[]saying{says(Denies, PartyVoice, "").ofAccused()},
			[]string{"../.. UNASSERTED"},
		},
		{"no comment", accusation, []saying{says(NoComment, PartyVoice, "@2024-06-20").ofAccused()}, []string{"../.. UNASSERTED"}},
		{"a register may allege too", plain, []saying{says(Alleges, RegisterVoice, "")}, []string{"../.. ALLEGED"}},
		{
			"what is no fact is never safe, whoever finds it",
			Case{Accusatory: true, NotFact: true},
			[]saying{says(Determines, AuthorityVoice, "2024-06-14/..")},
			[]string{"2024-06-14/.. DETERMINED tier ALLEGED, certain 2024-06-14/.."},
		},
	})
}

func TestStandingCasesOfLinks(t *testing.T) {
	accusation, plain := Case{Accusatory: true}, Case{}
	report, finding := says(Asserts, PublisherVoice, "2019/2021"), says(Determines, AuthorityVoice, "")
	found := "../.. DETERMINED"
	runStandingCases(t, []standingCase{
		{
			"the newspaper takes its report back", plain,
			[]saying{report, says(Retracts, PublisherVoice, "").taking(1)},
			[]string{"2019-01-01/2021-12-31 RETRACTED"},
		},
		{
			"it takes one of two reports back", plain,
			[]saying{report, says(Asserts, OtherVoice, "2021-07-01/2022-06-30"), says(Retracts, PublisherVoice, "").taking(1)},
			[]string{"2019-01-01/2021-06-30 RETRACTED", "2021-07-01/2022-06-30 STATED, certain 2021-07-01/2022-06-30"},
		},
		{
			"it corrects the years", plain,
			[]saying{report, says(Asserts, PublisherVoice, "2020/2021").taking(1)},
			[]string{"2019-01-01/2019-12-31 RETRACTED", "2020-01-01/2021-12-31 REPORTED, certain 2020-12-31/2021-01-01"},
		},
		{
			"the correction is about another claim: here it only withdraws", plain,
			[]saying{report, says(Asserts, PublisherVoice, "2020/2021").taking(1).elsewhere()},
			[]string{"2019-01-01/2021-12-31 RETRACTED"},
		},
		{
			"the finding is annulled", accusation,
			[]saying{finding, says(Dismisses, AuthorityVoice, "").against(1)},
			[]string{"../.. ALLEGED"},
		},
		{
			"the annulment is annulled", accusation,
			[]saying{finding, says(Dismisses, AuthorityVoice, "").against(1), says(Dismisses, AuthorityVoice, "").against(2)},
			[]string{found},
		},
		{
			"the annulment is withdrawn", accusation,
			[]saying{finding, says(Dismisses, AuthorityVoice, "").against(1), says(Retracts, AuthorityVoice, "").taking(2)},
			[]string{found},
		},
		{
			"the accused, no authority, calls the finding void: a denial", accusation,
			[]saying{finding, says(Dismisses, PartyVoice, "").ofAccused().against(1)},
			[]string{found + " contested"},
		},
		{
			"an appeal sets the dismissal aside", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Dismisses, AuthorityVoice, ""), says(Dismisses, AuthorityVoice, "").against(2)},
			[]string{"../.. ALLEGED"},
		},
		{
			"a general denial that is judged to mean this claim", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Denies, PartyVoice, "").ofAccused().covering()},
			[]string{"../.. DISPUTED"},
		},
		{
			"the same by a stranger", accusation,
			[]saying{says(Alleges, OtherVoice, ""), says(Denies, OtherVoice, "").covering()},
			[]string{"../.. ALLEGED"},
		},
		{
			"only such a denial: nothing is said of this claim", accusation,
			[]saying{says(Denies, PartyVoice, "").ofAccused().covering()},
			nil,
		},
	})
}

func TestStandingCasesOfPeriods(t *testing.T) {
	plain, notice := Case{}, Case{FirstDay: edtf.DayOf(2024, 6, 20)}
	entry := func(period string) saying { return says(Asserts, RegisterVoice, period) }
	runStandingCases(t, []standingCase{
		{
			"two filings: one has the start, one the end", plain,
			[]saying{entry("2004-03-01/"), entry("/2018-12-31")},
			[]string{"2004-03-01/2018-12-31 RECORDED, certain 2004-03-01/2018-12-31"},
		},
		{
			"a gossip's end closes no register entry", plain,
			[]saying{entry("2004-03-01/"), says(Alleges, OtherVoice, "/2010-05-05")},
			[]string{"2004-03-01/.. RECORDED, certain 2004-03-01/2004-03-01"},
		},
		{
			"the register's end closes the gossip", plain,
			[]saying{says(Alleges, OtherVoice, "2004-03-01/"), entry("/2010-05-05")},
			[]string{"../2010-05-05 RECORDED, certain 2010-05-05/2010-05-05"},
		},
		{
			"an open end is none", plain,
			[]saying{entry("2004-03-01/"), entry("2010-01-01/..")},
			[]string{"2004-03-01/.. RECORDED, certain 2004-03-01/2004-03-01, certain 2010-01-01/.."},
		},
		{
			"appointed again without a free day", plain,
			[]saying{entry("2010-01-01/2012-12-31"), entry("2013-01-01/2015-12-31")},
			[]string{"2010-01-01/2015-12-31 RECORDED, certain 2010-01-01/2015-12-31"},
		},
		{
			"appointed again after a month", plain,
			[]saying{entry("2010-01-01/2012-12-31"), entry("2013-02-01/2015-12-31")},
			[]string{
				"2010-01-01/2012-12-31 RECORDED, certain 2010-01-01/2012-12-31",
				"2013-02-01/2015-12-31 RECORDED, certain 2013-02-01/2015-12-31",
			},
		},
		{
			"seen after it ended: it began again at some time", plain,
			[]saying{entry("2010-01-01/2012-12-31"), entry("@2014-08-01")},
			[]string{"2010-01-01/.. RECORDED, certain 2010-01-01/2012-12-31, certain 2014-08-01/2014-08-01"},
		},
		{
			"undated follows dated", plain,
			[]saying{says(Asserts, PublisherVoice, ""), entry("2010-01-01/2012-12-31")},
			[]string{"2010-01-01/2012-12-31 RECORDED, certain 2010-01-01/2012-12-31"},
		},
		{
			"a vague year", plain,
			[]saying{entry("1997/2003-05")},
			[]string{"1997-01-01/2003-05-31 RECORDED, certain 1997-12-31/2003-05-01"},
		},
		{
			"denied for some years only", plain,
			[]saying{says(Asserts, PublisherVoice, "2010-01-01/2012-12-31"), says(Denies, PartyVoice, "2012-01-01/").ofParty()},
			[]string{
				"2010-01-01/2011-12-31 REPORTED, certain 2010-01-01/2011-12-31",
				"2012-01-01/2012-12-31 DISPUTED, certain 2012-01-01/2012-12-31",
			},
		},
		{
			"a denial in the present tense denies all days", plain,
			[]saying{says(Asserts, PublisherVoice, "2010-01-01/2012-12-31"), says(Denies, PartyVoice, "@2024-06-20").ofParty()},
			[]string{"2010-01-01/2012-12-31 DISPUTED, certain 2010-01-01/2012-12-31"},
		},
		{
			"of a measure, without a period: from its first day on", notice,
			[]saying{entry("")},
			[]string{"2024-06-20/.. RECORDED"},
		},
		{
			"of a measure, with a period of its own", notice,
			[]saying{entry("2024-09-29/..")},
			[]string{"2024-09-29/.. RECORDED, certain 2024-09-29/.."},
		},
		{
			"figures of two years do not bound one another",
			Case{Figure: true},
			[]saying{entry("2019-01-01/2019-12-31"), says(Asserts, PartyVoice, "@2023-05-01").ofParty()},
			[]string{
				"2019-01-01/2019-12-31 RECORDED, certain 2019-01-01/2019-12-31",
				"2023-05-01/2023-05-01 STATED, certain 2023-05-01/2023-05-01",
			},
		},
		{
			"two registers differ about the share", plain,
			[]saying{entry("2010-01-01/2012-12-31").share("48", "48"), entry("2012-01-01/2012-12-31").share("51", "")},
			[]string{
				"2010-01-01/2011-12-31 RECORDED 48–48 %, certain 2010-01-01/2011-12-31",
				"2012-01-01/2012-12-31 RECORDED 48–100 %, certain 2012-01-01/2012-12-31",
			},
		},
	})
}

func TestStandingCasesCoverEveryStanding(t *testing.T) {
	seen := map[Standing]bool{}
	eachSituation(t, func(q *situation) {
		for _, s := range q.now {
			seen[s.Standing] = true
		}
	})
	for _, s := range Standings() {
		require.True(t, seen[s], "no situation stands as %s", s)
	}
}
