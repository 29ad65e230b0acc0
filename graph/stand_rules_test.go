package graph

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/standing_rules.txt
var standingRulesText string

// ruleFact is one word of the rule table; ruleFacts is a set of them.
type ruleFacts uint16

const (
	factEver ruleFacts = 1 << iota
	factSupport
	factWithdrawn
	factDismissed
	factDetermined
	factRegistered
	factAdmitted
	factDenied
	factUnalleged
	factPublished
	factAccusatory
)

func ruleWords() []string {
	return []string{
		"ever", "support", "withdrawn", "dismissed", "determined", "registered", "admitted", "denied", "unalleged", "published",
		"accusatory",
	}
}

// standingRule is one row of the table; the standing of its first row is "".
type standingRule struct {
	standing           Standing
	tier               Tier
	contested, applies []ruleCondition
}

// ruleCondition holds when all of some facts and none of others are given.
type ruleCondition struct{ all, none ruleFacts }

func readStandingRules(table string) ([]standingRule, error) {
	tiers := map[string]Tier{"void": Void, "alleged": AllegedTier, "safe": Safe}
	var out []standingRule
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != 4 {
			return nil, fmt.Errorf("%q has %d columns, want 4", line, len(cells))
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		r := standingRule{standing: Standing(strings.TrimPrefix(cells[0], "none")), tier: tiers[cells[1]]}
		var err error
		if r.contested, err = readConditions(cells[2]); err != nil {
			return nil, err
		}
		if r.applies, err = readConditions(cells[3]); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func readConditions(cell string) ([]ruleCondition, error) {
	var out []ruleCondition
	if cell == "-" {
		return nil, nil
	}
	for part := range strings.SplitSeq(cell, ",") {
		var c ruleCondition
		for word := range strings.FieldsSeq(part) {
			name, negated := strings.CutPrefix(word, "!")
			i := slices.Index(ruleWords(), name)
			switch {
			case i < 0:
				return nil, fmt.Errorf("%q is no fact", name)
			case negated:
				c.none |= 1 << i
			default:
				c.all |= 1 << i
			}
		}
		out = append(out, c)
	}
	return out, nil
}

func anyHolds(conditions []ruleCondition, given ruleFacts) bool {
	for _, c := range conditions {
		if given&c.all == c.all && given&c.none == 0 {
			return true
		}
	}
	return false
}

// ruleFor is the first row that applies; nil when none does.
func ruleFor(rules []standingRule, given ruleFacts) *standingRule {
	for i := range rules {
		if anyHolds(rules[i].applies, given) {
			return &rules[i]
		}
	}
	return nil
}

func mustReadStandingRules(t testing.TB) []standingRule {
	t.Helper()
	rules, err := readStandingRules(standingRulesText)
	require.NoError(t, err)
	return rules
}

func TestStandingRulesNameEveryStandingInOrder(t *testing.T) {
	rules := mustReadStandingRules(t)
	var names []Standing
	for _, r := range rules[1:] {
		names = append(names, r.standing)
		assert.NotEmpty(t, r.tier, "tier of %s", r.standing)
	}
	assert.Empty(t, rules[0].standing)
	assert.Equal(t, Standings(), names)
}

// Facts imply others: what is determined, recorded, admitted or published is a support, and a support was made at some time.
func TestStandingRulesLeaveNoDayOut(t *testing.T) {
	rules := mustReadStandingRules(t)
	kinds := factDetermined | factRegistered | factAdmitted | factUnalleged | factPublished
	for given := range ruleFacts(1 << len(ruleWords())) {
		if given&kinds != 0 && given&factSupport == 0 || given&(factSupport|factWithdrawn) != 0 && given&factEver == 0 {
			continue
		}
		assert.NotNil(t, ruleFor(rules, given), "facts %b", given)
	}
}

func TestStandingRulesRefuseWhatTheyCannotRead(t *testing.T) {
	for name, table := range map[string]string{
		"too few columns": "STATED | safe | -",
		"unknown fact":    "STATED | safe | - | suported",
		"unknown doubt":   "STATED | safe | doubted | support",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readStandingRules(table)
			assert.Error(t, err)
		})
	}
}
