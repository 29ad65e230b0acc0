package web

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// styles are the dashboard's style sheets by name, without comments.
func styles(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(embedded, "src/style/*.css")
	require.NoError(t, err)
	out := map[string]string{}
	for _, name := range names {
		body, err := fs.ReadFile(embedded, name)
		require.NoError(t, err)
		out[name] = regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(body), "")
	}
	require.Greater(t, len(out), 5)
	return out
}

// declaration is one line of a style sheet.
var declaration = regexp.MustCompile(`(?m)^\s*([a-z-]+):\s*([^;{]+);`)

func TestTypeHasFiveSizes(t *testing.T) {
	sizes := map[string]bool{}
	for name, sheet := range styles(t) {
		for _, found := range declaration.FindAllStringSubmatch(sheet, -1) {
			property, value := found[1], found[2]
			if m := regexp.MustCompile(`^([\d.]+)rem / (\d+)px var\(--(sans|serif)\)$`).FindStringSubmatch(value); strings.HasPrefix(property, "--") && m != nil {
				require.Equal(t, "src/style/tokens.css", name)
				sizes[m[1]] = true
				height, err := strconv.Atoi(m[2])
				require.NoError(t, err)
				assert.Zero(t, height%4, "line height of %s", property)
			}
			if property == "font" {
				assert.Regexp(t, `^(600 )?var\(--(note|text|read|head|title)\)$|^inherit$`, value, "%s: a font comes from the scale", name)
			}
			if property == "font-size" {
				assert.Equal(t, "inherit", value, "%s: sizes come with their line heights, from the scale", name)
			}
		}
	}
	assert.Len(t, sizes, 5)
}

func TestSpaceIsOnTheGrid(t *testing.T) {
	fine := regexp.MustCompile(`^(border|outline|stroke|text-|--)|^(width|height|left)$`)
	pixels := regexp.MustCompile(`(-?[\d.]+)px`)
	for name, sheet := range styles(t) {
		for _, found := range declaration.FindAllStringSubmatch(sheet, -1) {
			for _, length := range pixels.FindAllStringSubmatch(found[2], -1) {
				px, err := strconv.ParseFloat(length[1], 64)
				require.NoError(t, err)
				onGrid := math.Mod(px, 4) == 0
				hair := fine.MatchString(found[1]) && math.Abs(px) <= 5
				assert.True(t, onGrid || hair, "%s: %s: %s is off the grid of 4 px", name, found[1], found[2])
			}
		}
		assert.NotRegexp(t, `#[0-9a-f]{3,8}|rgb|hsl`, strings.Join(colours(name, sheet), " "), "%s: colours come from the tokens", name)
	}
}

// colours are the values of a sheet that must be tokens; the tokens' own file and the print sheet define them.
func colours(name, sheet string) []string {
	var out []string
	for _, found := range declaration.FindAllStringSubmatch(sheet, -1) {
		if !strings.HasPrefix(found[1], "--") || !slices.Contains([]string{"src/style/tokens.css", "src/style/print.css"}, name) {
			out = append(out, found[2])
		}
	}
	return out
}

// tokens are the colours of both schemes by name.
func tokens(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	parts := strings.Split(styles(t)["src/style/tokens.css"], "@media")
	require.Len(t, parts, 2)
	read := func(sheet string) map[string]string {
		out := map[string]string{}
		for _, found := range regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(sheet, -1) {
			out[found[1]] = found[2]
		}
		return out
	}
	light, dark = read(parts[0]), read(parts[1])
	require.Len(t, dark, len(light), "each colour has both schemes")
	return light, dark
}

// contrast is that of WCAG 2.2, from 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		channel, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		v := float64(channel) / 255
		if v <= 0.04045 {
			sum += weight * v / 12.92
		} else {
			sum += weight * math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return sum
}

// TestColoursCanBeRead holds the contrasts, and that web/README.md states what is measured.
func TestColoursCanBeRead(t *testing.T) {
	light, dark := tokens(t)
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	worst := func(token string, grounds ...string) (float64, float64) {
		l, d := math.Inf(1), math.Inf(1)
		for _, ground := range grounds {
			l, d = min(l, contrast(t, light[token], light[ground])), min(d, contrast(t, dark[token], dark[ground]))
		}
		return l, d
	}
	surfaces := []string{"paper", "card", "sunk"}
	for token, least := range map[string]float64{"ink": 4.5, "soft": 4.5, "link": 4.5, "found": 4.5, "safe": 4.5, "alleged": 4.5, "void": 4.5, "edge": 3} {
		l, d := worst(token, surfaces...)
		assert.GreaterOrEqual(t, min(l, d), least, token)
		row := fmt.Sprintf("| `%s` | `%s` | `%s` | %.1f | %.1f |", token, light[token], dark[token], l, d)
		assert.Contains(t, string(readme), row, "web/README.md states the measured contrast")
	}
	for _, ground := range []string{"mark", "strong"} {
		l, d := worst("ink", ground)
		assert.GreaterOrEqual(t, min(l, d), 4.5, "ink on %s", ground)
		row := fmt.Sprintf("| `ink` on `%s` | `%s` | `%s` | %.1f | %.1f |", ground, light[ground], dark[ground], l, d)
		assert.Contains(t, string(readme), row, "web/README.md states the measured contrast")
	}
}
