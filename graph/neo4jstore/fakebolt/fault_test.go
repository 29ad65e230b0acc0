package fakebolt

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestScript_StrikesTheNthOfAKind(t *testing.T) {
	t.Parallel()
	s := script{seen: map[Message]int{}}
	s.inject([]Fault{
		{On: Run, Nth: 2, Do: Cut}, {On: Run, Nth: 1, Do: Stall, Text: "CREATE"}, {On: Reset, Do: Refuse, Code: UnknownError},
	})
	assert.Equal(t, None, s.next(Run, "MATCH").Do)
	assert.Equal(t, None, s.next(Pull, "MATCH").Do)
	assert.Equal(t, Cut, s.next(Run, "CREATE").Do, "the first of two")
	assert.Equal(t, None, s.next(Run, "CREATE").Do, "both have been met")
	for range 3 {
		assert.Equal(t, UnknownError, s.next(Reset, "").Code, "each of them")
	}
	s.inject([]Fault{{On: Run, Nth: 1, Do: Late}})
	assert.Equal(t, Late, s.next(Run, "").Do, "counted from the injection")
	assert.Equal(t, None, s.next(Reset, "").Do, "the former are disarmed")
	assert.Equal(t, 4, s.count(Run))
	assert.Equal(t, 4, s.count(Reset))
	assert.Zero(t, s.count(Hello))
}

func TestMeter_CutsOnce(t *testing.T) {
	t.Parallel()
	m := meter{limit: -1}
	var wire bytes.Buffer
	require.NoError(t, m.write(&wire, []byte("abc")))
	m.cutAfter(4)
	require.NoError(t, m.write(&wire, []byte("def")))
	require.ErrorIs(t, m.write(&wire, []byte("ghi")), errCut)
	require.NoError(t, m.write(&wire, []byte("jkl")))
	assert.Equal(t, "abcdefgjkl", wire.String())
	assert.Equal(t, 10, m.total())
	m.cutAfter(0)
	require.ErrorIs(t, m.write(&wire, []byte("m")), errCut, "before the first byte")
	m.cutAfter(1)
	require.ErrorIs(t, m.write(&wire, []byte("n")), errCut, "at the last byte")
	assert.Equal(t, "abcdefgjkln", wire.String())
}

func TestNames(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	all := []Message{Connect, Hello, Goodbye, Reset, Run, Begin, Commit, Rollback, Discard, Pull, Telemetry, Route, Logon, Logoff}
	for _, m := range all {
		assert.Regexp(t, "^[A-Z]+$", m.String())
		names[m.String()] = true
	}
	assert.Len(t, names, len(all))
	assert.Equal(t, "0x77", Message(0x77).String())
	for a := None; a <= RefuseUnanswered; a++ {
		assert.NotEmpty(t, a.String())
		assert.False(t, a.cuts() && a.stalls(), a)
	}
}
