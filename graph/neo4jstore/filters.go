package neo4jstore

import "strings"

// conditions are constant texts that a statement's rows must fulfil, with the parameters that they name.
type conditions struct {
	texts  []string
	params map[string]any
}

// add adds a condition without a parameter.
func (c *conditions) add(text string) { c.texts = append(c.texts, text) }

// one adds a condition that names a parameter.
func (c *conditions) one(text, param string, value any) {
	c.add(text)
	c.params[param] = value
}

// among wants an expression to have one of the values, of which none restrict nothing.
func among[T ~string](c *conditions, expression, param string, values []T) {
	if len(values) > 0 {
		c.one(expression+" IN $"+param, param, textsOf(values))
	}
}

// and are the conditions as they follow on others.
func (c *conditions) and() string {
	var b strings.Builder
	for _, text := range c.texts {
		b.WriteString(" AND ")
		b.WriteString(text)
	}
	return b.String()
}
