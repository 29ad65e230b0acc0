package neo4jstore

import (
	"maps"
	"strings"
)

// conditions are constant texts that a statement's rows must fulfil, with the parameters that they name.
type conditions struct {
	texts  []string
	text   string // of several conditions at once
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

// passing adds a text of conditions that all follow on others, unless every parameter that it names is null.
func (c *conditions) passing(text string, params map[string]any) {
	for _, value := range params {
		if value != nil {
			c.text = text
			maps.Copy(c.params, params)
			return
		}
	}
}

// orNull are the texts of values, or null when there are none.
func orNull[T ~string](values []T) any {
	if len(values) == 0 {
		return nil
	}
	return textsOf(values)
}

// and are the conditions as they follow on others.
func (c *conditions) and() string {
	var b strings.Builder
	b.WriteString(c.text)
	for _, text := range c.texts {
		b.WriteString(" AND ")
		b.WriteString(text)
	}
	return b.String()
}
