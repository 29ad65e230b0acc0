package fakebolt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestChunks_GiveBackTheMessages(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 140_000), 1, 4).Draw(t, "sizes")
		var wire []byte
		for i, size := range sizes {
			wire = append(wire, bytes.Repeat([]byte{0, 0}, rapid.IntRange(0, 2).Draw(t, "keep alive"))...)
			wire = appendChunks(wire, bytes.Repeat([]byte{byte(i + 1)}, size))
		}
		r := bytes.NewReader(wire)
		for i, size := range sizes {
			message, err := readChunks(r)
			require.NoError(t, err)
			assert.Len(t, message, size)
			assert.Equal(t, byte(i+1), message[size-1])
		}
		_, err := readChunks(r)
		require.ErrorIs(t, err, io.EOF)
	})
}

func TestReadChunks_SeesTheCut(t *testing.T) {
	t.Parallel()
	wire := appendChunks(nil, []byte("message"))
	for n := range wire {
		_, err := readChunks(bytes.NewReader(wire[:n]))
		require.Error(t, err)
		assert.True(t, errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF), "after %d bytes: %v", n, err)
	}
}

// endless gives full chunks without end.
type endless struct{ at int }

func (e *endless) Read(p []byte) (int, error) {
	header := binary.BigEndian.AppendUint16(nil, 0xFFFF)
	for i := range p {
		p[i] = 0
		if at := e.at % 65_537; at < 2 {
			p[i] = header[at]
		}
		e.at++
	}
	return len(p), nil
}

func TestReadChunks_ReadsNoEndlessMessage(t *testing.T) {
	t.Parallel()
	_, err := readChunks(&endless{})
	require.ErrorIs(t, err, errMessageTooLong)
}
