package fakebolt

import (
	"bytes"
	"errors"
	"io"
)

// major is the version of Bolt that the server speaks.
const major = 5

var (
	magic       = [4]byte{0x60, 0x60, 0xB0, 0x17}
	errNotBolt  = errors.New("handshake: the client does not speak Bolt")
	errNoCommon = errors.New("handshake: no version is spoken by both")
)

// handshake reads the four versions that the client proposes and answers with the newest that both speak, or with zeros.
func (c *conversation) handshake() error {
	fault := c.server.script.next(Connect, "")
	return c.suffer(fault, func() ([]byte, error) {
		proposed := make([]byte, 20)
		if _, err := io.ReadFull(c.in, proposed); err != nil {
			return nil, err
		}
		if !bytes.Equal(proposed[:4], magic[:]) {
			return nil, errNotBolt
		}
		minor := c.server.chooseMinor(proposed[4:])
		if minor < 0 || fault.Do == Refuse {
			return []byte{0, 0, 0, 0}, errNoCommon
		}
		c.minor = minor
		return []byte{0, 0, byte(minor), major}, nil
	})
}

// chooseMinor gives the newest minor version that both speak, or -1. A proposal is 0, how many minors below it are spoken too, the
// minor, the major.
func (s *Server) chooseMinor(proposed []byte) int {
	for ; len(proposed) >= 4; proposed = proposed[4:] {
		back, minor := int(proposed[1]), int(proposed[2])
		if proposed[3] != major {
			continue
		}
		if chosen := min(minor, s.options.Minor); chosen >= minor-back {
			return chosen
		}
	}
	return -1
}
