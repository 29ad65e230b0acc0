package neo4jstore

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// cells reads the values of a row in turn. A null is a zero value; the first value of another type is kept as err.
type cells struct {
	values []any
	at     int
	err    error
}

func (c *cells) text() string   { return cell[string](c) }
func (c *cells) integer() int64 { return cell[int64](c) }
func (c *cells) flag() bool     { return cell[bool](c) }
func (c *cells) bytes() []byte  { return cell[[]byte](c) }
func (c *cells) list() []any    { return cell[[]any](c) }

func cell[T any](c *cells) T {
	var none T
	if c.at >= len(c.values) {
		c.fail(fmt.Errorf("%d values where more are read: %w", len(c.values), graph.ErrUnavailable))
		return none
	}
	value := c.values[c.at]
	c.at++
	if value == nil {
		return none
	}
	typed, ok := value.(T)
	if !ok {
		c.fail(fmt.Errorf("value %d is a %T where a %T is read: %w", c.at, value, none, graph.ErrUnavailable))
	}
	return typed
}

func (c *cells) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// texts are the strings of a list.
func (c *cells) texts() []string {
	list := c.list()
	found := make([]string, len(list))
	for i, value := range list {
		text, ok := value.(string)
		if !ok {
			c.fail(fmt.Errorf("a %T in a list of texts: %w", value, graph.ErrUnavailable))
		}
		found[i] = text
	}
	return found
}

// integers are the numbers of a list.
func (c *cells) integers() []int64 {
	list := c.list()
	found := make([]int64, len(list))
	for i, value := range list {
		n, ok := value.(int64)
		if !ok {
			c.fail(fmt.Errorf("a %T in a list of numbers: %w", value, graph.ErrUnavailable))
		}
		found[i] = n
	}
	return found
}
