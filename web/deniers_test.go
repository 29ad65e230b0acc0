package web_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// answered is an allegation with who denies it, in its own words, in other words, or in general.
type answered struct {
	Claim struct {
		ID      string
		Subject struct{ ID string }
		Object  *struct{ ID string }
	}
	Denials, GeneralDenials []struct {
		ID      string
		Claim   struct{ ID string }
		Speaker struct{ Name string }
	}
}

// deniedOnFile are the allegations of the case that somebody denies.
func deniedOnFile(t *testing.T, s dashboard) []answered {
	t.Helper()
	all := askAPI[struct{ Allegations struct{ Nodes []answered } }](t, s.api, `{
		allegations(filter: {}, first: 100) { nodes { claim { id subject { id } object { id } }
			denials { id claim { id } speaker { name } } generalDenials { id claim { id } speaker { name } } } } }`, nil).Allegations.Nodes
	var denied []answered
	for _, one := range all {
		if len(one.Denials)+len(one.GeneralDenials) > 0 {
			denied = append(denied, one)
		}
	}
	return denied
}

func (s dashboard) deniers(t *testing.T) {
	open, _ := s.site(t)
	p := open(t)
	all := deniedOnFile(t, s)
	require.NotEmpty(t, all)
	var ends []string
	inOtherWords := 0
	for _, one := range all {
		ends = append(ends, one.Claim.Subject.ID)
		if one.Claim.Object != nil {
			ends = append(ends, one.Claim.Object.ID)
		}
		for _, denial := range one.Denials {
			if denial.Claim.ID != one.Claim.ID {
				inOtherWords++
			}
		}
	}
	require.Positive(t, inOtherWords, "the case has a denial that was judged to mean another claim")
	set := strings.Join(ends, ",")

	t.Run("the claims and the open claim name each denier", func(t *testing.T) {
		p.open("/#v=1&view=claims&set=" + set)
		p.awaitText("#allegations", "Denied")
		p.await(`(() => { document.querySelectorAll('#allegations .more button').forEach(b => b.click()); return document.querySelectorAll('#allegations .pair').length === Number(document.querySelector('#allegations h2 .note')?.textContent) })()`)
		for _, one := range all {
			against := strings.Join(p.texts(`[data-claim="`+one.Claim.ID+`"] .against, [data-claim="`+one.Claim.ID+`"] .found`), " ")
			assert.Empty(t, unnamed(one, against), one.Claim.ID)
		}
		for _, one := range all {
			p.open("/#v=1&view=claims&set=" + set + "&claim=" + one.Claim.ID)
			p.await(`document.querySelector('.panel .sides') && document.querySelector('.panel a[href*="claim=` + one.Claim.ID + `"]')`)
			panel := strings.Join(p.texts(".panel .against"), " ")
			assert.Empty(t, unnamed(one, panel), one.Claim.ID)
		}
	})
	t.Run("the files name each denier, and quote who used other words", func(t *testing.T) {
		p.open("/#v=1&view=table&set=" + set)
		p.awaitText(".bar", "ties among")
		_, body := p.saved("Save as CSV")
		rows, err := csv.NewReader(strings.NewReader(string(body))).ReadAll()
		require.NoError(t, err)
		_, body = p.saved("Save as JSON")
		var file exportedFile
		require.NoError(t, json.Unmarshal(body, &file))
		found := 0
		for i, tie := range file.Ties {
			for _, one := range all {
				if one.Claim.ID != tie.ClaimID {
					continue
				}
				found++
				assert.Empty(t, unnamed(one, strings.Join(rows[i+1], " ")), tie.Sentence)
				assert.Empty(t, unnamed(one, tie.DeniedBy), tie.Sentence)
				if strings.Contains(tie.DeniedBy, "in other words, judged to mean this claim") {
					assert.NotEmpty(t, tie.Denial, tie.Sentence)
				}
			}
		}
		assert.Greater(t, found, inOtherWords)
	})
	p.assertQuiet()
}

// unnamed are the deniers of a claim whom a text does not name.
func unnamed(one answered, text string) []string {
	var missing []string
	for _, denial := range append(one.Denials, one.GeneralDenials...) {
		if !strings.Contains(text, denial.Speaker.Name) {
			missing = append(missing, denial.Speaker.Name)
		}
	}
	return missing
}
