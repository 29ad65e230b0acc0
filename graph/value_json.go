package graph

import (
	"encoding/json"
	"fmt"
)

// MarshalValue writes a value as JSON with its type: {"type":"NAME","value":{…}}. Equal values give equal bytes.
func MarshalValue(v Value) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("value: %w", err)
	}
	return json.Marshal(typedValue{v.Type(), body})
}

// UnmarshalValue reads what MarshalValue wrote.
func UnmarshalValue(data []byte) (Value, error) {
	var typed typedValue
	if err := json.Unmarshal(data, &typed); err != nil {
		return nil, fmt.Errorf("value: %w: %w", err, ErrInvalid)
	}
	switch typed.Type {
	case QuantityValue:
		return decodeValue[Quantity](typed.Value)
	case MoneyValue:
		return decodeValue[Money](typed.Value)
	case DateValue:
		return decodeValue[OnDate](typed.Value)
	case DurationValue:
		return decodeValue[Duration](typed.Value)
	case TextValue:
		return decodeValue[Text](typed.Value)
	case IdentifierValue:
		return decodeValue[Identifier](typed.Value)
	case NameValue:
		return decodeValue[Name](typed.Value)
	case ProvisionValue:
		return decodeValue[Provision](typed.Value)
	case ClaimRefValue:
		return decodeValue[ClaimRef](typed.Value)
	case CoordinatesValue:
		return decodeValue[Coordinates](typed.Value)
	case UndisclosedValue:
		return decodeValue[Undisclosed](typed.Value)
	default:
		return nil, Invalid("value.type", string(typed.Type), "one of the value types")
	}
}

type typedValue struct {
	Type  ValueType       `json:"type"`
	Value json.RawMessage `json:"value"`
}

func decodeValue[V Value](data []byte) (Value, error) {
	var v V
	if err := json.Unmarshal(data, &v); err != nil {
		return nil, fmt.Errorf("value: %w: %w", err, ErrInvalid)
	}
	return v, nil
}
