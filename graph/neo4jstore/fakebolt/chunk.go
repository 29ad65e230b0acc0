package fakebolt

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// maxMessage is the most bytes of a message that the server reads.
const maxMessage = 64 << 20

var errMessageTooLong = errors.New("read message: it is longer than 64 MiB")

// appendChunks appends a message in chunks of at most 65,535 bytes, and the empty chunk that ends it.
func appendChunks(dst, message []byte) []byte {
	for len(message) > 0 {
		n := min(len(message), math.MaxUint16)
		dst = append(binary.BigEndian.AppendUint16(dst, uint16(n)), message[:n]...)
		message = message[n:]
	}
	return append(dst, 0, 0)
}

// readChunks reads one message. Empty chunks before it keep the connection alive and mean nothing.
func readChunks(r io.Reader) ([]byte, error) {
	var message []byte
	for {
		var header [2]byte
		if _, err := io.ReadFull(r, header[:]); err != nil {
			return nil, err
		}
		n := int(binary.BigEndian.Uint16(header[:]))
		if n == 0 {
			if message == nil {
				continue
			}
			return message, nil
		}
		if len(message)+n > maxMessage {
			return nil, errMessageTooLong
		}
		start := len(message)
		message = append(message, make([]byte, n)...)
		if _, err := io.ReadFull(r, message[start:]); err != nil {
			return nil, err
		}
	}
}
