package neo4jstore

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cost is what something takes of the server: statements, and touches of its store.
type cost struct{ statements, hits int64 }

// costs are those of an example: each of its statements by name, and of all under the name "".
type costs map[string]cost

// costsOf adds up what was run for an example.
func costsOf(run []profile) costs {
	sums := costs{}
	for _, p := range run {
		for _, name := range []string{"", p.name} {
			sums[name] = cost{sums[name].statements + 1, sums[name].hits + p.hits()}
		}
	}
	return sums
}

const tableHead = `# What the examples take of the server: statements, and touches of its store. A line of an example, then those of its statements.
`

// tableOf writes the costs of examples as the golden file has them.
func tableOf(all map[string]costs) string {
	var out strings.Builder
	out.WriteString(tableHead)
	for _, example := range slices.Sorted(maps.Keys(all)) {
		for _, name := range slices.Sorted(maps.Keys(all[example])) {
			title := "  " + name
			if name == "" {
				title = example
			}
			fmt.Fprintf(&out, "%-40s %4d %8d\n", title, all[example][name].statements, all[example][name].hits)
		}
	}
	return out.String()
}

// parseTable reads what tableOf wrote.
func parseTable(text string) (map[string]costs, error) {
	all := map[string]costs{}
	example := ""
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var title string
		var c cost
		if _, err := fmt.Sscan(line, &title, &c.statements, &c.hits); err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
		if strings.HasPrefix(line, " ") {
			all[example][title] = c
			continue
		}
		example = title
		all[example] = costs{"": c}
	}
	return all, nil
}

// dearer says whether a cost is above one that was accepted: by a statement, or by more than a twentieth of the hits.
func (c cost) dearer(accepted cost) bool {
	return c.statements > accepted.statements || c.hits*20 > accepted.hits*21
}

// compare gives a table of the examples that have become dearer than was accepted, each with its statements that changed, and of
// those that only one side has. It is empty when there are none.
func compare(accepted, now map[string]costs) string {
	var out strings.Builder
	row := func(title string, was, is cost) {
		fmt.Fprintf(&out, "%-40s %11s %19s %8s\n", title, change(was.statements, is.statements), change(was.hits, is.hits), share(was.hits, is.hits))
	}
	both := maps.Clone(accepted)
	maps.Copy(both, now)
	for _, example := range slices.Sorted(maps.Keys(both)) {
		was, is := accepted[example], now[example]
		if was != nil && is != nil && !is[""].dearer(was[""]) {
			continue
		}
		row(example, was[""], is[""])
		names := costs{}
		maps.Copy(names, was)
		maps.Copy(names, is)
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if name != "" && was[name] != is[name] {
				row("  "+name, was[name], is[name])
			}
		}
	}
	if out.Len() == 0 {
		return ""
	}
	return fmt.Sprintf("%-40s %11s %19s\n", "example", "statements", "hits") + out.String()
}

func change(was, is int64) string {
	if was == is {
		return fmt.Sprint(was)
	}
	return fmt.Sprintf("%d → %d", was, is)
}

func share(was, is int64) string {
	if was == 0 || was == is {
		return ""
	}
	return fmt.Sprintf("%+.1f %%", 100*float64(is-was)/float64(was))
}

func TestCompare_TellsOfWhatIsDearer(t *testing.T) {
	t.Parallel()
	accepted := map[string]costs{
		"one":   {"": {3, 100}, "claims": {2, 80}, "entities": {1, 20}},
		"other": {"": {1, 10}, "claims": {1, 10}},
	}
	cases := map[string]struct {
		now  map[string]costs
		want []string // in the table; none: nothing is told
		not  []string
	}{
		"nothing":                {now: accepted},
		"five in a hundred":      {now: map[string]costs{"one": {"": {3, 105}}, "other": accepted["other"]}},
		"fewer":                  {now: map[string]costs{"one": {"": {2, 80}, "claims": {2, 80}}, "other": accepted["other"]}},
		"six in a hundred":       {map[string]costs{"one": {"": {3, 106}, "claims": {2, 86}, "entities": {1, 20}}, "other": accepted["other"]}, []string{"one", "100 → 106", "+6.0 %", "  claims", "80 → 86"}, []string{"entities", "other"}},
		"another statement":      {map[string]costs{"one": {"": {4, 100}, "claims": {3, 80}, "entities": {1, 20}}, "other": accepted["other"]}, []string{"one", "3 → 4", "2 → 3"}, []string{"entities", "other"}},
		"statement by another":   {map[string]costs{"one": {"": {3, 200}, "facets": {3, 200}}, "other": accepted["other"]}, []string{"  facets", "0 → 3", "  claims", "2 → 0"}, []string{"other"}},
		"an example that is new": {map[string]costs{"one": accepted["one"], "other": accepted["other"], "third": {"": {1, 1}}}, []string{"third", "0 → 1"}, []string{"one", "other"}},
		"an example that went":   {map[string]costs{"one": accepted["one"]}, []string{"other", "1 → 0", "10 → 0"}, []string{"one"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			told := compare(accepted, c.now)
			assert.Equal(t, len(c.want) == 0, told == "", told)
			for _, want := range c.want {
				assert.Contains(t, told, want)
			}
			for _, not := range c.not {
				assert.NotContains(t, told, not)
			}
		})
	}
}

func TestTable_IsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	all := map[string]costs{"01-one": {"": {3, 100}, "claims": {2, 80}, "entities": {1, 20}}, "02-other": {"": {0, 0}}}
	read, err := parseTable(tableOf(all))
	require.NoError(t, err)
	assert.Equal(t, all, read)
	_, err = parseTable("01-one many 3\n")
	require.ErrorContains(t, err, "many")
}
