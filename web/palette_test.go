package web

import (
	"io/fs"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFilesHaveTheColoursOfThePage holds the colours that a drawing carries away equal to the tokens of the light scheme.
func TestFilesHaveTheColoursOfThePage(t *testing.T) {
	light, _ := tokens(t)
	source, err := fs.ReadFile(embedded, "src/views/graph/palette.ts")
	require.NoError(t, err)
	onPaper := regexp.MustCompile(`onPaper: Colours = \{(.*)\}`).FindStringSubmatch(string(source))
	require.NotNil(t, onPaper)
	colours := regexp.MustCompile(`(\w+): '(#[0-9a-f]{6})'`).FindAllStringSubmatch(onPaper[1], -1)
	require.Len(t, colours, 8)
	for _, found := range colours {
		token := found[1]
		if token == "paper" {
			token = "card" // a file is white
		}
		assert.Equal(t, light[token], found[2], token)
	}
}
