package embedded

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// anyID draws ids of all kinds: with a known prefix or half of one, hashed, given, and any other text.
func anyID() *rapid.Generator[string] {
	prefix := rapid.SampledFrom([]string{"", "ast_", "clm_", "doc_", "ent_", "jdg_", "lay_", "ent", "en", "zzz_", "ENT_", "clm_clm_"})
	rest := rapid.OneOf(
		rapid.StringMatching(`[a-z2-7]{26}`), rapid.StringMatching(`[a-z0-9][a-z0-9-]{0,20}`), rapid.String(),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 12), func(b []byte) string { return string(b) }),
	)
	return rapid.Custom(func(t *rapid.T) string { return prefix.Draw(t, "prefix") + rest.Draw(t, "rest") })
}

func TestPack_IsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		id := anyID().Draw(t, "id")
		assert.Equal(t, id, unpack[string](pack(id)))
	})
}

func TestPack_ComparesAsIDsDo(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := anyID().Draw(t, "a")
		b := anyID().Draw(t, "b")
		if rapid.Bool().Draw(t, "related") {
			b = a[:rapid.IntRange(0, len(a)).Draw(t, "cut")] + rapid.StringN(0, 2, 4).Draw(t, "tail")
		}
		assert.Equal(t, strings.Compare(a, b), bytes.Compare(pack(a), pack(b)), "%q and %q", a, b)
	})
}

func TestPack_OrdersEveryByte(t *testing.T) {
	t.Parallel()
	for _, stem := range []string{"", "ent_", "ent_a", "ast_2z", "~"} {
		for c := range 256 {
			shorter, id := stem, stem+string([]byte{byte(c)})
			assert.Negative(t, bytes.Compare(pack(shorter), pack(id)), "%q before %q", shorter, id)
			assert.Equal(t, id, unpack[string](pack(id)))
			if c > 0 {
				before := stem + string([]byte{byte(c - 1)})
				assert.Equal(t, strings.Compare(before, id), bytes.Compare(pack(before), pack(id)), "%q and %q", before, id)
			}
		}
	}
}

func TestPack_IsShort(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]int{
		"clm_" + strings.Repeat("a", 26):    17,
		"clm_" + strings.Repeat("7", 26):    20,
		"ast_mfrggzdfmztwq2lknnwg23tpoa":    18,
		"ent_kaspersky-lab-switzerland-gmb": 20,
	} {
		assert.LessOrEqual(t, len(pack(id)), want, id)
	}
}

// The stored form may not change: a file written today is read by every later version.
func TestPack_StoredForm(t *testing.T) {
	t.Parallel()
	for id, want := range map[string][]byte{
		"":      {0x00},
		"ent_":  {0x70},
		"ent_a": {0x73, 0x00},
		"ent_z": {0x7f, 0x80},
		"ast_0": {0x10, 0xe0},
		"clm_2": {0x31, 0x00},
		"x":     {0xce, 0x80},
	} {
		assert.Equal(t, want, pack(id), "%q: % x", id, pack(id))
	}
}

func FuzzUnpack(f *testing.F) {
	for _, id := range []string{"", "ent_a", "clm_mfrggzdfmztwq2lknnwg23tpoa", "ast_given-name-09", "Ünïcode"} {
		f.Add(pack(id))
	}
	f.Add([]byte{0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, uid []byte) {
		id := unpack[string](uid)
		assert.Equal(t, id, unpack[string](pack(id)), "what was read once is kept")
	})
}
