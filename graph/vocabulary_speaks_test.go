package graph

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhoMaySpeakForWhom(t *testing.T) {
	v := StandardVocabulary()
	assert.ElementsMatch(t, []string{"PARENT_OF", "INCLUDES", "HAS_UNIT", "PART_OF", "HOLDS_OFFICE", "REPRESENTS"}, v.speakingFor())
	for _, test := range []struct {
		predicate         string
		subject, toObject bool // the subject speaks for the object, the object for the subject
	}{
		{"REPRESENTS", true, false},
		{"HOLDS_OFFICE", true, false},
		{"PARENT_OF", true, false},
		{"INCLUDES", true, false},
		{"HAS_UNIT", true, false},
		{"PART_OF", false, true},
		{"DIRECTS", false, false}, // a director speaks for the company by a capacity, not by the post alone
		{"EMPLOYS", false, false},
		{"OWNS", false, false},
		{"COOPERATES_WITH", false, false},
	} {
		c := &Claim{Subject: "ent_s", Predicate: test.predicate, Object: "ent_o", Modality: Fact}
		assert.Equal(t, test.subject, v.letsSpeak(c, "ent_s", "ent_o"), test.predicate)
		assert.Equal(t, test.toObject, v.letsSpeak(c, "ent_o", "ent_s"), test.predicate)
		assert.False(t, v.letsSpeak(c, "ent_x", "ent_o"), "a stranger")
		assert.False(t, v.letsSpeak(c, "ent_s", "ent_x"), "for a stranger")
	}
}

func TestOnlyAFactLetsSpeak(t *testing.T) {
	v := StandardVocabulary()
	for _, m := range Modalities() {
		c := &Claim{Subject: "ent_s", Predicate: "REPRESENTS", Object: "ent_o", Modality: m}
		assert.Equal(t, m == Fact, v.letsSpeak(c, "ent_s", "ent_o"), m)
	}
	assert.False(t, v.letsSpeak(&Claim{Subject: "ent_s", Predicate: "NONE", Object: "ent_o", Modality: Fact}, "ent_s", "ent_o"))
}

func TestARowSaysWhoSpeaks(t *testing.T) {
	v, err := NewVocabulary([]Predicate{{Name: "GUARDS", SpeaksFor: SubjectSpeaks}, {Name: "WARD_OF", SpeaksFor: ObjectSpeaks}, {Name: "KNOWS"}})
	require.NoError(t, err)
	assert.Equal(t, []string{"GUARDS", "WARD_OF"}, v.speakingFor())
}

func TestStatesAndAgenciesSpeakAsAuthoritiesAboutActsOnly(t *testing.T) {
	v := StandardVocabulary()
	acts := []string{
		"DATED", "ISSUED_BY", "TARGETS", "ADDRESSED_TO", "LISTED_ON", "LEGAL_BASIS", "CITATION", "PROVISION", "GROUNDED_ON",
		"IMPLEMENTS", "AMENDS", "UPHOLDS", "STAYS", "ANNULS", "REPLACES",
	}
	for _, k := range []EntityKind{Government, Agency} {
		rows := v.defaultCompetence(k)
		for _, p := range v.Predicates() {
			assert.Equal(t, slices.Contains(acts, p.Name), competent(rows, AuthorityVoice, p.Name), "%s about %s", k, p.Name)
			assert.False(t, competent(rows, RegisterVoice, p.Name), "no register without a row")
		}
	}
}

func TestOthersAreNoAuthoritiesByDefault(t *testing.T) {
	for _, k := range EntityKinds() {
		if k != Government && k != Agency {
			assert.Empty(t, StandardVocabulary().defaultCompetence(k), k)
		}
	}
}

func TestNoAuthorityByDefaultOnWhatAccuses(t *testing.T) {
	v := StandardVocabulary()
	rows := v.defaultCompetence(Agency)
	for _, p := range v.Predicates() {
		for _, e := range p.pairs() {
			if p.accusatory(e) {
				assert.False(t, competent(rows, AuthorityVoice, p.Name), "%s %v", p.Name, e)
			}
		}
	}
}
