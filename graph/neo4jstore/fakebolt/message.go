package fakebolt

import "fmt"

// Message is a kind of message that a client sends.
type Message byte

// The kinds of message. Connect is the handshake before them.
const (
	Connect   Message = 0x00
	Hello     Message = 0x01
	Goodbye   Message = 0x02
	Reset     Message = 0x0F
	Run       Message = 0x10
	Begin     Message = 0x11
	Commit    Message = 0x12
	Rollback  Message = 0x13
	Discard   Message = 0x2F
	Pull      Message = 0x3F
	Telemetry Message = 0x54
	Route     Message = 0x66
	Logon     Message = 0x6A
	Logoff    Message = 0x6B
)

// The tags of what the server answers.
const (
	tagSuccess byte = 0x70
	tagRecord  byte = 0x71
	tagIgnored byte = 0x7E
	tagFailure byte = 0x7F
)

// String is the name of the message in the protocol.
func (m Message) String() string {
	switch m {
	case Connect:
		return "CONNECT"
	case Hello:
		return "HELLO"
	case Goodbye:
		return "GOODBYE"
	case Reset:
		return "RESET"
	case Run:
		return "RUN"
	case Begin:
		return "BEGIN"
	case Commit:
		return "COMMIT"
	case Rollback:
		return "ROLLBACK"
	case Discard:
		return "DISCARD"
	case Pull:
		return "PULL"
	case Telemetry:
		return "TELEMETRY"
	case Route:
		return "ROUTE"
	case Logon:
		return "LOGON"
	case Logoff:
		return "LOGOFF"
	default:
		return fmt.Sprintf("%#02x", byte(m))
	}
}

// parseMessage reads a message.
func parseMessage(data []byte) (Message, []any, error) {
	value, rest, err := Unpack(data)
	if err != nil {
		return 0, nil, err
	}
	s, ok := value.(Structure)
	if !ok || len(rest) > 0 {
		return 0, nil, fmt.Errorf("read message: a %T and %d bytes more where one structure is read", value, len(rest))
	}
	return Message(s.Tag), s.Fields, nil
}
